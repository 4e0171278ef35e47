/** Reads the graph of a mermaid requirement diagram. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf, rangeIn } from './statements.ts'

const name = '("[^"]*"|[^\\s"{}:<>-]+(?:-(?![>\\s])[^\\s"{}:<>-]+){0,20})'
const block = new RegExp(`^(\\w*[rR]equirement|element|designConstraint)\\s+${name}(?::::[\\w-]+)?\\s*\\{`)
const relation = new RegExp(`^${name}\\s+(<-|-)\\s+(\\w+)\\s+(->|-)\\s+${name}$`)
const bare = (written: string) => written.replaceAll('"', '')

export const readRequirement: ReadGraph = (text, draft) => {
  for (const line of linesOf(text)) {
    const opened = block.exec(line.text)
    if (opened?.[2]) draft.node(bare(opened[2]), line, { isDefinition: true })
    const [, left, tail, label, , right] = relation.exec(line.text) ?? []
    if (!left || !right) continue
    draft.node(bare(left), rangeIn(line, left))
    draft.node(bare(right), rangeIn(line, right, line.text.lastIndexOf(right)))
    const [from, to] = tail === '<-' ? [right, left] : [left, right]
    draft.edge({ from: bare(from), to: bare(to), start: line.start, end: line.end, label })
  }
}
