/** Caches the results of linting between runs, so that only changed documents are linted again. */

import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { isRecord } from '../core/data/records.ts'
import type { RuleFiles } from '../core/lint/rule.ts'
import { installed, readVersion } from './installation.ts'
import type { DocumentReport, ReportedItem, ReportedMessage } from './report.ts'

/** The result of linting a document. */
export interface Outcome {
  readonly report: DocumentReport
  /** How many findings its baseline suppressed, and how many of its counts in the baseline are too high. */
  readonly known: number
  readonly stale: number
}

/** A cached result, and everything it depends on. */
interface Entry extends Outcome {
  /** Hash of the program, the document and the settings that apply to it. */
  readonly key: string
  /** What rules read besides the document, with a hash of each answer. */
  readonly asked: Readonly<Record<string, string>>
}

/** The results of earlier runs. */
export interface LintCache {
  /**
   * Lints a document, or returns its cached result if nothing it depends on has changed.
   *
   * @param path identifies the document
   * @param made everything that the result depends on except files beside the document
   * @param lint lints the document with the given files; returns undefined if the result should not be cached
   */
  lint(
    path: string,
    made: readonly string[],
    files: RuleFiles,
    lint: (files: RuleFiles) => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined>
  /**
   * Serialises the cache for the next run; undefined if it has not changed.
   *
   * @param isThere whether a document still exists
   */
  write(isThere: (path: string) => Promise<boolean>): Promise<string | undefined>
}

/** Reads a cache. One of another version of the program, or an invalid one, is ignored. */
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

/** Hashes the built files and their data too, since during development they change without a new version. */
async function programKey(): Promise<string> {
  const files = (await readdir(installed)).filter((name) =>
    /^cli.*\.mjs$|-worker\.js$|^(?:opinion|templates.*)\.json$/.test(name),
  )
  const stamps = files.toSorted().map(async (name) => {
    const { size, mtimeMs } = await stat(new URL(name, installed))
    return `${name} ${size} ${mtimeMs}`
  })
  return hashOf([readVersion(), ...(await Promise.all(stamps))])
}

const hashOf = (parts: readonly string[]): string => {
  const hash = createHash('sha256')
  // The lengths make the concatenation unambiguous.
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64url')
}

const ask = { list: 'list ', read: 'read ' }
const hashOfNames = (names: readonly string[]): string => hashOf(names.toSorted())
const hashOfText = (text: string | undefined): string => (text === undefined ? '' : hashOf([text]))

/** Wraps the files so that every request is recorded. */
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

/** Whether an entry has everything that formatters read: a cache file may contain anything. */
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
