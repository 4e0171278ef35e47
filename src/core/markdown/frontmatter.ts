/** Reads the YAML or TOML front matter of a document. */

import {
  COLLECTION_STYLE_FLOW,
  constructFromEvents,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { TomlError } from 'smol-toml'
import { createRecord, isRecord } from '../data/records.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import type { ParsedText } from './slices.ts'
import { readToml } from './toml.ts'

/** The front matter of a document: a YAML or TOML block at its start. */
export interface Frontmatter {
  /** Top-level values by key; empty if there is no front matter or it is invalid. Has no prototype. */
  readonly data: Readonly<Record<string, unknown>>
  /** Ranges of the values of top-level keys in the document, including quotes; empty ranges for missing values. */
  readonly places: Readonly<Record<string, Range>>
  /** Absent if there is no front matter. */
  readonly range?: Range
  /** Why and where it is invalid. Absent if it is valid. */
  readonly problem?: Range & { readonly reason: string }
}

/** Longer front matter, in UTF-16 units, is not read. */
const limit = 20_000

/** A scalar front matter value as a string; undefined for lists and mappings, which may even define `toString`. */
export const wordOf = (value: unknown): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value)

/** Read the front matter of a parsed text. Never throws. */
export function readFrontmatter({ nodes, text, rangeOf }: ParsedText): Frontmatter {
  const [node] = nodes('yaml')
  if (!node) return { data: createRecord([]), places: createRecord([]) }
  const range = rangeOf(node)
  const broken = (problem: Range & { readonly reason: string }): Frontmatter => ({
    data: createRecord([]),
    places: createRecord([]),
    range,
    problem,
  })
  if (node.value.length > limit) return broken({ ...range, reason: 'Front matter is too long to read' })
  const start = nextLine(text, lineEnd(text, range.start))
  try {
    return { ...(text.startsWith('+++', range.start) ? readToml : readYaml)(node.value, start), range }
  } catch (error) {
    if (error instanceof TomlError)
      return broken({
        ...lineOf(text, range, error.line),
        reason: `Front matter is not valid TOML: ${reasonOf(error)}`,
      })
    if (!(error instanceof YAMLException)) throw error
    // Report the line at which the parser failed, or the nearest non-blank line before it.
    const before = node.value.slice(0, error.mark?.position).trimEnd()
    const from = start + before.lastIndexOf('\n') + 1
    const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
    return broken({
      start: from,
      end: from + line.trimEnd().length,
      reason: `Front matter is not valid YAML: ${error.reason}`,
    })
  }
}

/** The TOML parser's message, without the excerpt of the source. */
const reasonOf = ({ message }: TomlError): string =>
  (message.split('\n', 1)[0] ?? '').replace(/^Invalid TOML document: /, '')

/** The range of a line of the front matter, counted from 1 after the opening line. */
function lineOf(text: string, { start: opening, end: closing }: Range, line: number): Range {
  let start = nextLine(text, lineEnd(text, opening))
  for (let left = line - 1; left > 0 && start < closing; left--) start = nextLine(text, lineEnd(text, start))
  return { start: Math.min(start, closing), end: Math.min(lineEnd(text, start), closing) }
}

/** @param start the UTF-16 offset of the YAML in its document */
function readYaml(source: string, start: number): Pick<Frontmatter, 'data' | 'places'> {
  const events = parseEvents(source, { maxDepth: 20 })
  const [value] = constructFromEvents(events, { source, maxAliases: 20, json: true })
  const places = createRecord<Range>([])
  if (!isRecord(value)) return { data: createRecord([]), places }

  // The first event opens the document, the second its mapping; then keys and values alternate.
  let at = 2
  while (at < events.length) {
    const key = events[at]
    if (key?.type !== EVENT_ID.SCALAR) break
    const { begin, end, next } = extentOf(source, events, at + 1, source.indexOf(':', key.valueEnd) + 1)
    // A value that consists only of non-text, such as U+FEFF, gets an empty range.
    places[getScalarValue(source, key)] = { start: start + Math.min(begin, end), end: start + end }
    at = next
  }
  return { data: createRecord(Object.entries(value)), places }
}

export type Events = ReturnType<typeof parseEvents>

/**
 * The extent of the value that an event opens, and the index of the event after it.
 *
 * @param empty the place of a missing value
 */
export function extentOf(
  source: string,
  events: Events,
  at: number,
  empty: number,
): { begin: number; end: number; next: number } {
  const event = events[at]
  if (event?.type === EVENT_ID.SCALAR && event.valueStart >= 0) {
    const quotes = quotesOf(source, event.valueStart)
    const end = source.slice(0, event.valueEnd + quotes).trimEnd().length
    // A block scalar without text has only its indicator, such as `>`.
    const begin = end < event.valueStart ? empty + source.slice(empty).search(/\S/) : event.valueStart - quotes
    return { begin, end, next: at + 1 }
  }
  // An anchor without a value, such as `&a`.
  if (event?.type === EVENT_ID.ALIAS || (event?.type === EVENT_ID.SCALAR && event.anchorStart > 0))
    return { begin: event.anchorStart - 1, end: event.anchorEnd, next: at + 1 }
  if (event?.type !== EVENT_ID.SEQUENCE && event?.type !== EVENT_ID.MAPPING)
    return { begin: empty, end: empty, next: at + 1 }
  let end = event.start
  let next = at + 1
  while (next < events.length && events[next]?.type !== EVENT_ID.POP)
    ({ end, next } = extentOf(source, events, next, end))
  if (event.style === COLLECTION_STYLE_FLOW) end = source.indexOf(event.type === EVENT_ID.SEQUENCE ? ']' : '}', end) + 1
  return { begin: event.start, end, next: next + 1 }
}

/** 1 if a value is in quotes, which its event does not include. */
const quotesOf = (source: string, start: number): 0 | 1 => (/["']/.test(source.charAt(start - 1)) ? 1 : 0)
