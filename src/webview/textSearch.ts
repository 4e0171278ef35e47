/** Finds words in the text of a picture, also where a label spreads them over lines. */

import { labelLine } from '../diagrams/mermaid/inside/labels.ts'

/** What a picture says, folded for searching, and where each character of it stands. */
interface FoldedText {
  readonly text: string
  readonly places: readonly { readonly node: Text; readonly offset: number }[]
}

/** What stands on a line of its own in a label. */
const line = `tspan[x], ${labelLine}, p, div, li`

/** The places in a picture where its text says `words`, whatever their case, also across the lines of a label. */
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

/** Blanks in a row are one, and so is the end of a line. */
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

/** In lower case, with every blank a space; as long as the text, so that places stay. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/\s/g, ' ')
}
