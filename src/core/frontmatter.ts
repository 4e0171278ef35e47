import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Range } from './document.ts'
import type { ParsedText } from './slices.ts'

/** The YAML block that a document may open with. */
export interface Frontmatter {
  /** Top-level values by key; empty where there is no front matter or it is broken. Has no prototype. */
  readonly data: Readonly<Record<string, unknown>>
  /** Places in the document of the values of top-level keys. */
  readonly places: Readonly<Record<string, Range>>
  /** Absent when there is no front matter. */
  readonly range?: Range
  /** Why it cannot be read, and where. Absent when it can. */
  readonly problem?: Range & { readonly reason: string }
}

/** Front matter past this many UTF-16 units is not read. */
const limit = 20_000

/** Read the front matter of a parsed text. Never throws. */
export function readFrontmatter({ nodes, text }: ParsedText): Frontmatter {
  const [node] = nodes('yaml')
  const data: Record<string, unknown> = Object.create(null)
  const places: Record<string, Range> = Object.create(null)
  if (!node?.position) return { data, places }
  const range = { start: node.position.start.offset ?? 0, end: node.position.end.offset ?? 0 }
  const shift = text.indexOf('\n', range.start) + 1 || range.start
  if (node.value.length > limit)
    return { data, places, range, problem: { ...range, reason: 'Front matter is too long to be read' } }
  const yaml = parseDocument(node.value, { logLevel: 'silent', lineCounter: new LineCounter(), prettyErrors: false })
  const [error] = yaml.errors
  if (error) {
    const [start, end] = error.pos
    return {
      data,
      places,
      range,
      problem: {
        reason: `Front matter is not valid YAML: ${sentence(error.message)}`,
        start: shift + start,
        end: shift + Math.max(end, start),
      },
    }
  }
  if (!isMap(yaml.contents)) return { data, places, range }
  for (const { key, value } of yaml.contents.items) {
    if (!isScalar(key)) continue
    try {
      data[String(key.value)] = isScalar(value)
        ? value.value
        : (value as { toJS?(doc: unknown, options: object): unknown } | null)?.toJS?.(yaml, { maxAliasCount: 20 })
    } catch {
      // Aliases that unfold without end: the key counts as absent.
    }
    const place = (value as { range?: readonly [number, number, number] } | null)?.range
    if (place) places[String(key.value)] = { start: shift + place[0], end: shift + place[1] }
  }
  return { data, places, range }
}

/** The first sentence of a library's message, without position. */
const sentence = (message: string): string =>
  message
    .split('\n', 1)[0]
    ?.replace(/ at line \d+.*$/, '')
    .replace(/[.:]$/, '') ?? message
