/** Reads the answer of a language model: findings in the requested form, and nothing else. */

import { isRecord } from '../../core/data/records.ts'
import { type FindingKind, findingKinds, type ModelFinding } from './modelFinding.ts'
import { longestText, mostFindings, type Question } from './question.ts'

/** The readable part of an answer. */
export interface Answer {
  readonly findings: readonly ModelFinding[]
  /** Number of entries that were not in the requested form, or beyond the limit. */
  readonly unread: number
}

/** The longest answer that is read, in UTF-16 units; a longer one is not a list of findings. */
export const longestAnswer = 400_000

/**
 * Reads an answer, which may have a fence around its JSON and text around that.
 *
 * @returns undefined if it is not a list of findings, for example a refusal in words
 */
export function readAnswer(answer: string, question: Question): Answer | undefined {
  const root = parse(jsonIn(answer.slice(0, longestAnswer)))
  if (!isRecord(root) || !Array.isArray(root['findings'])) return undefined
  const entries: readonly unknown[] = root['findings']
  const findings = entries.slice(0, mostFindings).flatMap((entry) => toFinding(entry, question) ?? [])
  return { findings, unread: entries.length - findings.length }
}

/** The content of the first fence, or else everything from the first brace to the last. */
function jsonIn(answer: string): string {
  // JSON strings contain no line breaks, so a line with a fence ends the JSON, whatever the findings quote.
  const lines = answer.split(/\r\n?|\n/)
  const open = lines.findIndex((line) => /^\s*```(?:json)?\s*$/i.test(line))
  if (open >= 0) {
    const close = lines.findIndex((line, i) => i > open && /^\s*```\s*$/.test(line))
    return lines.slice(open + 1, close < 0 ? undefined : close).join('\n')
  }
  return answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Undefined if an entry deviates from the form in a key, a type, a length or a word that was not offered. */
function toFinding(entry: unknown, { about: offered }: Question): ModelFinding | undefined {
  if (!isRecord(entry) || Object.keys(entry).some((key) => !keys.has(key))) return undefined
  const { kind, quote, message } = entry
  const [about, other] = [entry['about'] ?? undefined, entry['other'] ?? undefined]
  if (!isKind(kind) || !isText(quote) || !isText(message)) return undefined
  if (!isAbout(about, offered[kind], kind)) return undefined
  if (kind === 'contradiction' ? !isText(other) : other !== undefined) return undefined
  return { kind, quote, message, ...(about !== undefined && { about }), ...(isText(other) && { other }) }
}

const keys: ReadonlySet<string> = new Set(['kind', 'about', 'quote', 'other', 'message'])

const isKind = (value: unknown): value is FindingKind => findingKinds.some((kind) => kind === value)

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestText && !/\p{Cs}/u.test(value) && value.trim() !== ''

/** Whether `about` is one of the values offered for its kind, or absent for a kind that has none. */
function isAbout(
  value: unknown,
  offered: ReadonlyMap<string, string> | undefined,
  kind: FindingKind,
): value is string | undefined {
  if (kind === 'unclear' || kind === 'contradiction') return value === undefined
  return typeof value === 'string' && offered?.has(value) === true
}
