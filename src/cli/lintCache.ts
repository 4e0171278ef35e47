/** Keeps what was found in documents from run to run, so that only what has changed is linted again. */

import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { isRecord } from '../core/data/records.ts'
import type { RuleFiles } from '../core/lint/rule.ts'
import { installed, readVersion } from './installation.ts'
import type { DocumentReport, ReportedItem, ReportedMessage } from './report.ts'

/** What linting a document came to. */
export interface Outcome {
  readonly report: DocumentReport
  /** How many findings its baseline left out, and how many of the counts there are too high. */
  readonly known: number
  readonly stale: number
}

/** What is known of a document, and all that it was made of. */
interface Entry extends Outcome {
  /** Of the document and what holds for it. */
  readonly key: string
  /** What rules asked for beside the document, with a hash of each answer. */
  readonly asked: Readonly<Record<string, string>>
}

/** What is known from the runs before this one. */
export interface LintCache {
  /**
   * Lint a document, or give what is known of it, if nothing that it was made of has changed.
   *
   * @param path names the document
   * @param made all that the outcome depends on but files beside the document
   * @param lint lints it, with the files as it is to see them; undefined where the outcome is not worth keeping
   */
  lint(
    path: string,
    made: readonly string[],
    files: RuleFiles,
    lint: (files: RuleFiles) => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined>
  /** The text of the cache, to be read by the next run; undefined where it is what it was. @param isThere whether a document still is */
  write(isThere: (path: string) => Promise<boolean>): Promise<string | undefined>
}

/** Read a cache. What is of another version of the program, or no cache at all, counts for nothing. */
export async function readLintCache(text: string | undefined): Promise<LintCache> {
  const program = await programKey()
  const entries = readEntries(text, program)
  let isChanged = false
  return {
    async lint(path, made, files, lint) {
      const key = hashOf([program, ...made])
      const kept = entries.get(path)
      if (kept?.key === key && (await isAsBefore(kept.asked, files))) return kept
      const asked = new Map<string, string>()
      const outcome = await lint(noting(files, asked))
      isChanged = true
      if (outcome) entries.set(path, { ...outcome, key, asked: Object.fromEntries(asked) })
      else entries.delete(path)
      return outcome
    },
    async write(isThere) {
      for (const path of entries.keys()) if (!(await isThere(path))) isChanged = entries.delete(path)
      return isChanged ? `${JSON.stringify({ program, documents: Object.fromEntries(entries) })}\n` : undefined
    },
  }
}

/** Of the built files, not only of the version: they change without it where somebody works on them. */
async function programKey(): Promise<string> {
  const files = (await readdir(installed)).filter((name) => /^cli.*\.mjs$|-worker\.js$/.test(name))
  const stamps = files.toSorted().map(async (name) => {
    const { size, mtimeMs } = await stat(new URL(name, installed))
    return `${name} ${size} ${mtimeMs}`
  })
  return hashOf([readVersion(), ...(await Promise.all(stamps))])
}

const hashOf = (parts: readonly string[]): string => {
  const hash = createHash('sha256')
  // With their lengths: no two lists of parts are one text.
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64url')
}

const ask = { list: 'list ', read: 'read ' }
const hashOfNames = (names: readonly string[]): string => hashOf(names.toSorted())
const hashOfText = (text: string | undefined): string => (text === undefined ? '' : hashOf([text]))

/** The files, with a note of all that is asked of them. */
const noting = (files: RuleFiles, asked: Map<string, string>): RuleFiles => ({
  async list(folder) {
    const names = await files.list(folder)
    asked.set(ask.list + folder, hashOfNames(names))
    return names
  },
  async read(path) {
    const text = await files.read(path)
    asked.set(ask.read + path, hashOfText(text))
    return text
  },
})

async function isAsBefore(asked: Entry['asked'], files: RuleFiles): Promise<boolean> {
  for (const [question, answer] of Object.entries(asked)) {
    const now = question.startsWith(ask.list)
      ? hashOfNames(await files.list(question.slice(ask.list.length)))
      : hashOfText(await files.read(question.slice(ask.read.length)))
    if (now !== answer) return false
  }
  return true
}

function readEntries(text: string | undefined, program: string): Map<string, Entry> {
  const value = parse(text)
  const documents = isRecord(value) && value['program'] === program ? value['documents'] : undefined
  const entries = isRecord(documents) ? Object.entries(documents) : []
  return new Map(entries.flatMap(([path, entry]) => (isEntry(entry) ? [[path, entry] as const] : [])))
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** Whether all is there that formats read: a file may hold anything. */
function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isRecord(value['asked']) || !isRecord(value['report'])) return false
  const { key, known, stale, asked, report } = value
  const { path, documentType, status, checklist, facts, messages } = report as Record<string, unknown>
  return (
    areTexts(key, path, documentType ?? '', status ?? '') &&
    Object.values(asked as object).every((answer) => areTexts(answer)) &&
    areNumbers(known, stale) &&
    isListOf(
      checklist,
      ({ id, status, line = 0, reason = '' }: Unknown<ReportedItem>) =>
        areTexts(id, status, reason) && areNumbers(line),
    ) &&
    isListOf(facts ?? [], ({ label, value: said, line = 0 }) => areTexts(label, said) && areNumbers(line)) &&
    isListOf(messages, isMessage)
  )
}

type Unknown<T> = { readonly [K in keyof T]?: unknown }

const isMessage = (message: Unknown<ReportedMessage>): boolean => {
  const { ruleId, category, severity, message: said, url, line, column, endLine, endColumn, fixable } = message
  return (
    areTexts(ruleId, category, said, url) &&
    (severity === 'error' || severity === 'warning' || severity === 'information' || severity === 'hint') &&
    areNumbers(line, column, endLine, endColumn) &&
    typeof fixable === 'boolean'
  )
}

const areTexts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string')
const areNumbers = (...values: readonly unknown[]): boolean => values.every((value) => Number.isSafeInteger(value))
const isListOf = (value: unknown, isOne: (entry: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && isOne(entry))
