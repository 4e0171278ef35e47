/** Reads the axes, the bars and the lines of a mermaid XY chart. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'
import { bracketed, fewOf, itemsOf, unquoted } from './words.ts'

/** Each axis, each bar series and each line is a node, with its figures as value. */
export const readXychart: ReadGraph = (text, draft) => {
  let plots = 0
  for (const { text: line, start, end } of linesOf(text)) {
    const word = /^(?:[xy]-axis|bar|line)(?![\w-])/.exec(line)?.[0]
    if (!word) continue
    const items = itemsOf(bracketed(line, '[', ']') ?? '')
    const rest = line.slice(word.length).split('[', 1)[0] ?? ''
    if (word === 'bar' || word === 'line') {
      const label = unquoted(rest) || (word === 'bar' ? 'Bars' : 'Line')
      draft.node(`plot-${plots++}`, { start, end }, { label, value: fewOf(items) })
    } else {
      const title = unquoted(rest.replace(range, ''))
      const ends = range.exec(rest)
      const [from, to] = ends ? [ends[1], ends[2]] : [items[0], items.at(-1)]
      const span = from === undefined || from === to ? (from ?? '') : `${from} to ${to}`
      draft.node(word, { start, end }, title ? { label: title, value: fewOf(items) || span } : { label: span || word })
    }
  }
}

/** The figures at both ends of an axis. */
const range = /([-+]?[\d.]{1,30})\s{0,20}-->\s{0,20}([-+]?[\d.]{1,30})\s{0,20}$/
