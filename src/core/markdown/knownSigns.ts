/**
 * Rewrites syntax of site generators and wikis for the parser: diagrams and notes between colons, TOML front matter.
 */
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { openBlock } from './cuts.ts'
import { frontStart } from './frontStart.ts'
import { tomlEnd } from './toml.ts'

/** The text to be parsed. Replaced characters keep their number, so that all offsets stay the same. */
export const withKnownSigns = (text: string): string => withoutDirectives(withBackticks(withDashes(text)))

/** Replaces the plus signs around TOML front matter by dashes. */
function withDashes(text: string): string {
  const start = frontStart(text)
  const end = start + tomlEnd(text.slice(start))
  return end > start ? `${text.slice(0, start)}---${text.slice(start + 3, end)}---${text.slice(end + 3)}` : text
}

/**
 * Replaces the colons of mermaid fences by backticks; offsets stay the same. Unclosed fences, and those within another
 * fence, are left alone. Takes linear time.
 */
function withBackticks(text: string): string {
  if (!/:::[ \t]{0,4}\{?mermaid/.test(text)) return text
  const parts: string[] = []
  let done = 0
  let opened: { readonly at: number; readonly width: number } | undefined
  let fence: { readonly sign: string; readonly width: number } | undefined
  for (let at = 0; at < text.length; at = nextLine(text, lineEnd(text, at))) {
    const line = text.slice(at, Math.min(lineEnd(text, at), at + 200))
    const [opening = '', indent = '', signs = ''] = /^( {0,3})(:{3,}|`{3,}|~{3,})/.exec(line) ?? []
    const rest = line.slice(opening.length)
    if (!signs) continue
    const sign = signs.charAt(0)
    if (opened) {
      if (sign !== ':' || signs.length < opened.width || rest.trim()) continue
      for (const place of [opened.at, at + indent.length]) {
        const width = place === opened.at ? opened.width : signs.length
        parts.push(text.slice(done, place), '`'.repeat(width))
        done = place + width
      }
      opened = undefined
    } else if (fence) {
      if (sign === fence.sign && signs.length >= fence.width && !rest.trim()) fence = undefined
    } else if (sign !== ':') fence = { sign, width: signs.length }
    else if (/^[ \t]*\{?mermaid\}?[ \t]*$/i.test(rest)) opened = { at: at + indent.length, width: signs.length }
  }
  return parts.length > 0 ? parts.join('') + text.slice(done) : text
}

/**
 * Blanks the lines of colons around notes, `:::note` and `:::`, so that the content between them is parsed normally and
 * no line of colons becomes a row of the table above it. Unclosed ones are left alone. Takes linear time.
 */
function withoutDirectives(text: string): string {
  if (!text.includes(':::')) return text
  const opened: Range[] = []
  const blanks: Range[] = []
  let block: ReturnType<typeof openBlock>
  for (let start = 0, end = 0; start < text.length; start = nextLine(text, end)) {
    end = lineEnd(text, start)
    const line = text.slice(start, end)
    if (block) {
      if (block.closes(line)) block = undefined
      continue
    }
    block = openBlock(text, start, end)
    const rest = /^ {0,3}:{3,}[ \t]{0,4}([^:]*)$/.exec(line)?.[1]?.trim()
    if (rest === undefined) continue
    if (rest) {
      if (/^(?:[a-z]|\{[^{}]+\}$)/i.test(rest)) opened.push({ start, end })
      continue
    }
    const opener = opened.pop()
    if (opener) blanks.push(opener, { start, end })
  }
  return blanked(
    text,
    blanks.toSorted((a, b) => a.start - b.start),
  )
}

function blanked(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end } of ranges) {
    parts.push(text.slice(done, start), ' '.repeat(end - start))
    done = end
  }
  return parts.join('') + text.slice(done)
}
