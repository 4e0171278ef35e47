/** Reads mermaid diagrams in HTML elements, for pages that load mermaid themselves: `<pre class="mermaid">`. */
import type { Code, Html } from 'mdast'
import { lineEnd, nextLine } from '../text/lineBounds.ts'

/** Turns an HTML node that consists of exactly one such element into a code node; any other is unchanged. */
export function readHtmlDiagram(node: Html): void {
  const content = contentOf(node.value)
  if (!content) return
  const value = decode(node.value.slice(content.start, content.end))
  Object.assign<Html, Omit<Code, 'position'>>(node, { type: 'code', lang: 'mermaid', meta: null, value })
}

/** Whether a diagram is an HTML element, judging by the text at its start. */
export const isElement = (text: string, start: number): boolean => /^ {0,3}</.test(text.slice(start, start + 4))

/** The content between the tags, without the line break after the first one and whitespace before the last one. */
function contentOf(html: string): { readonly start: number; readonly end: number } | undefined {
  const [opening = '', name] = /^ {0,3}<(pre|div)(?=[\s>])/i.exec(html) ?? []
  const tagEnd = name ? endOfTag(html) : 0
  if (!name || !tagEnd || !hasClass(html.slice(opening.length, tagEnd - 1))) return undefined
  const closer = /<\/(pre|div)[ \t]{0,20}>$/i.exec(html.slice(-30).trimEnd())
  if (closer?.[1]?.toLowerCase() !== name.toLowerCase()) return undefined
  const from = lineEnd(html, tagEnd)
  const start = html.slice(tagEnd, from).trim() === '' ? nextLine(html, from) : tagEnd
  const end = html.slice(0, html.trimEnd().length - closer[0].length).trimEnd().length
  return end < start || html.slice(start, end).toLowerCase().includes(`</${name.toLowerCase()}`)
    ? undefined
    : { start, end }
}

/** The offset after the `>` of the tag that a text begins with, ignoring `>` in quotes; 0 if there is none. */
function endOfTag(html: string): number {
  let quote = ''
  for (let at = 0; at < Math.min(html.length, 2_000); at++) {
    const sign = html.charAt(at)
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return 0
}

function hasClass(attributes: string): boolean {
  const [, double, single, bare] = /\sclass\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? []
  return (double ?? single ?? bare ?? '').toLowerCase().split(/\s+/).includes('mermaid')
}

const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (html: string): string =>
  html.replace(entity, (...[whole, name, decimal, hexadecimal]) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    if (name) return signs[String(name).toLowerCase()] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** A pair of equivalent offsets; the texts that follow are the same in both up to the next pair. */
export interface PlacePair {
  readonly source: number
  readonly written: number
  /** Whether what follows is written as an entity. */
  readonly isEntity?: true
}

/**
 * Maps offsets in the source of such a diagram to its element.
 *
 * @param html as written in the document, including the line prefixes of lists and blockquotes
 * @returns pairs in order; the last one is the end
 */
export function pairPlaces(html: string, source: string): readonly PlacePair[] {
  const pairs: PlacePair[] = []
  let written = contentOf(html)?.start ?? 0
  for (let at = 0; ; at = nextLine(source, lineEnd(source, at))) {
    const line = source.slice(at, lineEnd(source, at))
    const raw = html.slice(written, lineEnd(html, written))
    const from = written + leadOf(raw, line)
    pairs.push({ source: at, written: from })
    let shift = from - at
    for (const { 0: whole, index } of html.slice(from, written + raw.length).matchAll(entity)) {
      const length = decode(whole).length
      const start = from + index
      if (start - shift >= at + line.length) break
      pairs.push(
        { source: start - shift, written: start, isEntity: true },
        { source: start - shift + length, written: start + whole.length },
      )
      shift += whole.length - length
    }
    if (lineEnd(source, at) === source.length) {
      pairs.push({ source: source.length, written: source.length + shift })
      break
    }
    written = nextLine(html, lineEnd(html, written))
  }
  return pairs
}

/** The length of what precedes the source line in a written line: indentation and blockquote markers. */
function leadOf(raw: string, line: string): number {
  const most = /^[ \t>]{0,99}/.exec(raw)?.[0].length ?? 0
  for (let lead = 0; lead <= most; lead++) if (decode(raw.slice(lead)).startsWith(line)) return lead
  return most
}
