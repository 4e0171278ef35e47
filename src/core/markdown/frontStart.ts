/** Finds front matter below comments, such as a licence or linter settings. */
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { frontmatterEnd } from './markdown.ts'
import { tomlEnd } from './toml.ts'

/**
 * The UTF-16 offset at which front matter begins after comments and blank lines; 0 if the text begins with it or has
 * none. There must be keys between the lines of dashes: two thematic breaks are not front matter.
 */
export function frontStart(text: string): number {
  const at = endOfComments(text)
  if (at === 0 || !/^(?:---|\+\+\+)/.test(text.slice(at, at + 3))) return 0
  const rest = text.slice(at)
  const close = closeOf(rest)
  return close > 0 && hasKeys(rest.slice(0, close)) ? at : 0
}

/** The UTF-16 offset of the line that closes front matter, YAML or TOML, possibly below comments; 0 if there is none. */
export function frontEnd(text: string): number {
  const start = frontStart(text)
  const close = closeOf(text.slice(start))
  return close > 0 ? start + close : 0
}

const closeOf = (text: string): number => frontmatterEnd(text) || tomlEnd(text)

/** The offset of the line after the comments at the start of a text; 0 if there are none. */
function endOfComments(text: string): number {
  let end = 0
  for (let at = afterBlank(text, 0); text.startsWith('<!--', at); at = end) {
    const close = text.indexOf('-->', at + 4)
    const line = close < 0 ? 0 : lineEnd(text, close)
    if (close < 0 || text.slice(close + 3, line).trim() !== '') return 0
    end = afterBlank(text, nextLine(text, line))
  }
  return end
}

/** The offset of the next non-blank line. */
function afterBlank(text: string, from: number): number {
  let start = from
  for (
    let end = lineEnd(text, start);
    end < text.length && text.slice(start, end).trim() === '';
    end = lineEnd(text, start)
  )
    start = nextLine(text, end)
  return start
}

/** Whether all lines after the first look like YAML or TOML, and at least one has a key. */
function hasKeys(front: string): boolean {
  const lines = front.split(/\r\n?|\n/).slice(1)
  return lines.some((line) => key.test(line)) && lines.every((line) => key.test(line) || other.test(line))
}

const key = /^["']?[\w.-]{1,60}["']?[ \t]{0,20}[:=](?:[ \t]|$)/
/** Continuation of a value, a table name, a list item, or a blank line. */
const other = /^(?:$|[ \t#[\]}])|^-[ \t]/
