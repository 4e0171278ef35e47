/** Lets the parser see what site generators and wikis write in signs of their own: diagrams between colons, front matter in TOML. */
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { frontStart } from './frontStart.ts'
import { tomlEnd } from './toml.ts'

/** The text as the parser is to read it: other signs in the same places, so that all offsets stay. */
export const withKnownSigns = (text: string): string => withBackticks(withDashes(text))

/** The text with dashes for the plus signs around TOML front matter. */
function withDashes(text: string): string {
  const start = frontStart(text)
  const end = start + tomlEnd(text.slice(start))
  return end > start ? `${text.slice(0, start)}---${text.slice(start + 3, end)}---${text.slice(end + 3)}` : text
}

/**
 * The text with backticks in place of the colons of such fences, so that all offsets stay. A fence that nothing closes is left alone, as
 * is one within another fence. In time linear to the text.
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
