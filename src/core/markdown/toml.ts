/** Reads TOML front matter, as in Hugo and Zola: between lines of `+++`. */
import { parse, TomlDate } from 'smol-toml'
import { createRecord } from '../data/records.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'

/**
 * The UTF-16 offset of the line that closes TOML front matter; 0 if a text does not begin with any, or it is unclosed.
 */
export function tomlEnd(text: string): number {
  if (!isFence(text, 0)) return 0
  for (let at = nextLine(text, lineEnd(text, 0)); at < text.length; at = nextLine(text, lineEnd(text, at)))
    if (isFence(text, at)) return at
  return 0
}

const isFence = (text: string, at: number): boolean =>
  text.startsWith('+++', at) && text.slice(at + 3, lineEnd(text, at)).trim() === ''

/**
 * Top-level values and their ranges, including quotes.
 *
 * @param start UTF-16 offset of the TOML in its document
 * @throws {TomlError} if it is not valid TOML
 */
export function readToml(
  source: string,
  start: number,
): {
  readonly data: Readonly<Record<string, unknown>>
  readonly places: Readonly<Record<string, Range>>
} {
  const entries = Object.entries(parse(source)).map(([key, value]) => [key, plain(value)] as const)
  const places = createRecord<Range>([])
  let at = 0
  while (at < source.length) {
    const line = source.slice(at, lineEnd(source, at))
    // From here on, keys belong to tables.
    if (/^[ \t]*\[/.test(line)) break
    const [lead = line, key = ''] =
      /^[ \t]{0,20}["']?([\w-]{1,60})["']?[ \t]{0,20}=[ \t]{0,20}/.exec(line) ?? otherKey.exec(line) ?? []
    const end = valueEnd(source, at + lead.length)
    if (key && !Object.hasOwn(places, key)) places[key] = { start: start + at + lead.length, end: start + end }
    at = nextLine(source, lineEnd(source, end))
  }
  return { data: createRecord(entries), places }
}

/** A key such as `a.b`, whose value is only skipped. */
const otherKey = /^[^#=]*=/

/** Where a value ends, over several lines in brackets and long strings. A comment after it is not part of it. */
function valueEnd(source: string, from: number): number {
  let end = from
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (/[\r\n]/.test(sign) && depth === 0) break
    if (sign === '#') at = lineEnd(source, at) - 1
    else {
      if (/["']/.test(sign)) at = stringEnd(source, at) - 1
      else depth += /[[{]/.test(sign) ? 1 : /[\]}]/.test(sign) ? -1 : 0
      if (/\S/.test(sign)) end = at + 1
    }
  }
  return end
}

/** The end of the string that a quote opens. Only in double quotes does a backslash escape one. */
function stringEnd(source: string, start: number): number {
  const quote = source.charAt(start)
  const delimiter = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote
  let at = start + delimiter.length
  while (at < source.length && !source.startsWith(delimiter, at)) at += quote === '"' && source[at] === '\\' ? 2 : 1
  at += delimiter.length
  // A long string may end with quotes of its own.
  while (delimiter !== quote && source[at] === quote) at += 1
  return Math.min(at, source.length)
}

/** Dates become strings, as in YAML without a date type. */
const plain = (value: unknown): unknown => (value instanceof TomlDate ? value.toISOString().slice(0, 10) : value)
