/** Reads the answer of a language model: findings of the form that was asked for, and nothing else. */

import { isRecord } from '../../core/data/records.ts'
import { type FindingKind, findingKinds, type ModelFinding } from './modelFinding.ts'
import { longestText, mostFindings, type Question } from './question.ts'

/** What could be read of an answer. */
export interface Answer {
  readonly findings: readonly ModelFinding[]
  /** So many entries were not of the form that was asked for, or too many. */
  readonly unread: number
}

/** Longer answers are no list of findings, in UTF-16 units. */
export const longestAnswer = 400_000

/**
 * Read an answer, which may have a fence around its JSON and words around that.
 *
 * @returns undefined when it is no list of findings, such as a refusal in words
 */
export function readAnswer(answer: string, question: Question): Answer | undefined {
  const root = parse(jsonIn(answer.slice(0, longestAnswer)))
  if (!isRecord(root) || !Array.isArray(root['findings'])) return undefined
  const entries: readonly unknown[] = root['findings']
  const findings = entries.slice(0, mostFindings).flatMap((entry) => toFinding(entry, question) ?? [])
  return { findings, unread: entries.length - findings.length }
}

/** What is in the first fence, or else what stands from the first brace to the last. */
function jsonIn(answer: string): string {
  // No string of JSON has a line break in it, so that a line with a fence ends it, whatever it quotes.
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

/** Undefined for whatever differs from the form by a key, a type, a length or a word that was not offered. */
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

/** What it is about has to be among what was offered for its kind, and absent for a kind that is about nothing. */
function isAbout(
  value: unknown,
  offered: ReadonlyMap<string, string> | undefined,
  kind: FindingKind,
): value is string | undefined {
  if (kind === 'unclear' || kind === 'contradiction') return value === undefined
  return typeof value === 'string' && offered?.has(value) === true
}
