/** Leaves out the findings that a team's baseline counts, and creates new baselines. */

import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { readJson } from '../data/json.ts'
import { isRecord } from '../data/records.ts'
import { type DocumentModel, type Section, sectionAt } from '../document/document.ts'
import type { Range } from '../text/range.ts'

/** Known findings that are not reported: the number per document, section and rule. */
export type Baseline = Readonly<Record<string, DocumentBaseline>>
/** Counts by section and rule. A section is identified by its heading path, so edits elsewhere do not affect it. */
export type DocumentBaseline = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Path of the baseline file, relative to the folder that contains `.design-docs`. */
export const baselinePath = '.design-docs/baseline.json'

type Finding = Range & { readonly ruleId: string; readonly subjects?: readonly string[] }

/** Read a baseline file. Never throws; the valid parts are used. */
export function readBaseline(text: string): { baseline: Baseline; problem?: Range & { readonly reason: string } } {
  const { root, problem } = readJson(text)
  const value: unknown = root && getNodeValue(root)
  const documents = isRecord(value) && value['version'] === 1 ? value['documents'] : undefined
  if (problem || !isRecord(documents)) {
    const reason = `The baseline does not have the form \`{ "version": 1, "documents": {…} }\`: delete it and run \`design-docs lint --update-baseline\``
    return { baseline: {}, problem: { start: 0, end: text.length, reason } }
  }
  const baseline = mapRecord(documents, (sections) => mapRecord(sections, (rules) => mapRecord(rules, countOf)))
  const wrong = root && findWrong(findNodeAtLocation(root, ['documents']))
  if (!wrong) return { baseline }
  const written = text.slice(wrong.offset, wrong.offset + wrong.length)
  const reason = `\`${shorten(written)}\` is not a valid number of findings for a rule in a section of a document`
  return { baseline, problem: { start: wrong.offset, end: wrong.offset + wrong.length, reason } }
}

/** The first value that is not a document, section or count. @param depth of the node below `documents` */
function findWrong(node: Node | undefined, depth = 0): Node | undefined {
  if (!node) return undefined
  if (depth === 3) return Number.isSafeInteger(node.value) && node.value >= 0 ? undefined : node
  if (node.type !== 'object') return node
  for (const { children: [, value] = [] } of node.children ?? []) {
    const wrong = findWrong(value, depth + 1)
    if (wrong) return wrong
  }
  return undefined
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const mapRecord = <T>(value: unknown, map: (part: unknown) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(isRecord(value) ? Object.entries(value).map(([key, part]) => [key, map(part)]) : [])

const countOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0)

/** The text of a baseline file, sorted for minimal diffs. Documents without findings are left out. */
export function writeBaseline(baseline: Baseline): string {
  const documents = sorted(baseline, (sections) => sorted(sections, (rules) => sorted(rules, (count) => count)))
  const filled = Object.fromEntries(
    Object.entries(documents).filter(([, sections]) => Object.keys(sections).length > 0),
  )
  return `${JSON.stringify({ version: 1, documents: filled }, null, 2)}\n`
}

const sorted = <T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Readonly<Record<string, R>> =>
  Object.fromEntries(
    Object.entries(record)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, map(value)]),
  )

/** The baseline of a document with these findings. A rule that failed (`internal-error`) is never counted. */
export function baselineOf(document: DocumentModel, findings: readonly Finding[]): DocumentBaseline {
  const counts = new Map<string, Map<string, number>>()
  for (const { start, ruleId, subjects } of findings) {
    if (ruleId === 'internal-error') continue
    const key = sectionKey(document, start)
    const section = counts.get(key) ?? new Map<string, number>()
    counts.set(key, section.set(ruleId, (section.get(ruleId) ?? 0) + (subjects?.length ?? 1)))
  }
  return Object.fromEntries(Array.from(counts, ([key, section]) => [key, Object.fromEntries(section)]))
}

/**
 * Leave out the findings that the baseline counts. If a section has more findings of a rule than its count, all of them
 * are reported, since there is no way to tell which are new.
 *
 * @returns the remaining findings; `known`: how many were left out; `stale`: how many counts exceed what was found
 */
export function applyBaseline<T extends Finding>(
  document: DocumentModel,
  findings: readonly T[],
  known: DocumentBaseline,
): { readonly findings: readonly T[]; readonly known: number; readonly stale: number } {
  const found = baselineOf(document, findings)
  const countIn = (counts: DocumentBaseline, section: string, ruleId: string) =>
    Object.hasOwn(counts, section) && Object.hasOwn(counts[section] ?? {}, ruleId)
      ? (counts[section]?.[ruleId] ?? 0)
      : 0
  const left = findings.filter(({ start, ruleId }) => {
    const section = sectionKey(document, start)
    const count = countIn(found, section, ruleId)
    return count === 0 || count > countIn(known, section, ruleId)
  })
  const stale = Object.entries(known).flatMap(([section, rules]) =>
    Object.entries(rules).filter(([ruleId, count]) => count > countIn(found, section, ruleId)),
  )
  return { findings: left, known: findings.length - left.length, stale: stale.length }
}

/** The headings above an offset, without the title: `requirements/non-functional`; `(top)` if there are none. */
function sectionKey({ sections, title }: DocumentModel, offset: number): string {
  const keys: string[] = []
  for (let section: Section | undefined = sectionAt(sections, offset); section; section = section.parent)
    if (section !== title) keys.unshift(section.key.replaceAll(' ', '-'))
  return keys.join('/') || '(top)'
}
