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
 * Top-level values and their ranges, which exclude quotes, so that replacing a value keeps them.
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
  for (let at = 0; at < source.length; at = nextLine(source, lineEnd(source, at))) {
    const line = source.slice(at, lineEnd(source, at))
    if (line.startsWith('[')) break
    const [lead = '', key = ''] = /^[ \t]{0,20}["']?([\w-]{1,60})["']?[ \t]{0,20}=[ \t]{0,20}/.exec(line) ?? []
    if (!key || Object.hasOwn(places, key)) continue
    const quote = /^["']/.exec(line.slice(lead.length))?.[0]
    const from = lead.length + (quote?.length ?? 0)
    const close = quote ? line.indexOf(quote, from) : (line.split('#', 1)[0] ?? '').trimEnd().length
    places[key] = { start: start + at + from, end: start + at + Math.max(from, close) }
  }
  return { data: createRecord(entries), places }
}

/** Dates become strings, as in YAML without a date type. */
const plain = (value: unknown): unknown => (value instanceof TomlDate ? value.toISOString().slice(0, 10) : value)
