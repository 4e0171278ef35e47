/** Finds words in a picture's text, even where a label spreads them over several lines. */

import { labelLine } from '../diagrams/mermaid/inside/labels.ts'

/** A picture's text, folded for searching, with the place of each UTF-16 unit. */
interface FoldedText {
  readonly text: string
  readonly places: readonly { readonly node: Text; readonly offset: number }[]
}

/** Elements that start a new line in a label. */
const line = `tspan[x], ${labelLine}, p, div, li`

/** The ranges in a picture whose text matches `words`, ignoring case and line breaks in labels. */
export function findText(picture: Element, words: string): Range[] {
  const wanted = fold(words).replace(/ +/g, ' ').trim()
  if (wanted === '') return []
  return [...picture.querySelectorAll('text, foreignObject')].flatMap((label) => findInLabel(label, wanted))
}

function findInLabel(label: Element, wanted: string): Range[] {
  const found: Range[] = []
  const { text, places } = readLabel(label)
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const first = places[at]
    const last = places[at + wanted.length - 1]
    if (!first || !last) continue
    const range = new Range()
    range.setStart(first.node, first.offset)
    range.setEnd(last.node, last.offset + 1)
    found.push(range)
  }
  return found
}

/** Consecutive blanks, and line ends, count as one space. */
function readLabel(label: Element): FoldedText {
  let text = ''
  const places: { node: Text; offset: number }[] = []
  let current: Element | null = null
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBreak = node instanceof Element && node.localName === 'br'
    if (!isBreak && !(node instanceof Text)) continue
    const own = node.parentElement?.closest(line) ?? null
    const before = places.at(-1)
    if (before && (isBreak || own !== current) && !text.endsWith(' ')) {
      text += ' '
      places.push(before)
    }
    current = own
    if (!(node instanceof Text)) continue
    for (const [offset, unit] of [...fold(node.data)].entries()) {
      if (unit === ' ' && text.endsWith(' ')) continue
      text += unit
      places.push({ node, offset })
    }
  }
  return { text, places }
}

/** Lower case, with a space for each blank. Keeps the length, so that offsets stay valid. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/\s/g, ' ')
}
