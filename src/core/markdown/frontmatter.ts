/** Reads the YAML front matter of a document. */

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

/** The YAML block that a document may open with. */
export interface Frontmatter {
  /** Top-level values by key; empty where there is no front matter or it is broken. Has no prototype. */
  readonly data: Readonly<Record<string, unknown>>
  /** Places in the document of the values of top-level keys, quotes included; empty ones where nothing is given. */
  readonly places: Readonly<Record<string, Range>>
  /** Absent when there is no front matter. */
  readonly range?: Range
  /** Why it cannot be read, and where. Absent when it can. */
  readonly problem?: Range & { readonly reason: string }
}

/** Front matter past this many UTF-16 units is not read. */
const limit = 20_000

/** The word or number that a value of front matter is; undefined for lists and mappings, which may even bring a `toString`. */
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
    // The parser tells where it stumbled: show that line, or the one before it where it is empty.
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

/** What the parser of TOML says, without the picture of the place. */
const reasonOf = ({ message }: TomlError): string =>
  (message.split('\n', 1)[0] ?? '').replace(/^Invalid TOML document: /, '')

/** A line of the front matter, counted from 1 behind the line that opens it. */
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

  // The first event opens the document, the second its mapping; then keys and values take turns.
  let at = 2
  while (at < events.length) {
    const key = events[at]
    if (key?.type !== EVENT_ID.SCALAR) break
    const { begin, end, next } = extentOf(source, events, at + 1, source.indexOf(':', key.valueEnd) + 1)
    // Of a value that is nothing but what is no text, such as U+FEFF, nothing is left but its place.
    places[getScalarValue(source, key)] = { start: start + Math.min(begin, end), end: start + end }
    at = next
  }
  return { data: createRecord(Object.entries(value)), places }
}

export type Events = ReturnType<typeof parseEvents>

/** What the value that an event opens takes up, and the event after it. @param empty the place of a value that is not there */
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
    // A block without text has only its mark, such as `>`.
    const begin = end < event.valueStart ? empty + source.slice(empty).search(/\S/) : event.valueStart - quotes
    return { begin, end, next: at + 1 }
  }
  // An anchor without a value, such as `&a`, is all that is there.
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

/** 1 where a value stands in quotes, which its event leaves out. */
const quotesOf = (source: string, start: number): 0 | 1 => (/["']/.test(source.charAt(start - 1)) ? 1 : 0)
