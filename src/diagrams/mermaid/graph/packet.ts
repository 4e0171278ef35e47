/** Reads the fields of a mermaid packet diagram. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'
import { uniqueId } from './uniqueId.ts'

/** Each field is a node, with its bits as value. */
export const readPacket: ReadGraph = (text, draft) => {
  const used = new Map<string, number>()
  let next = 0
  for (const { text: line, start, end } of linesOf(text)) {
    const [whole, plus, count, from, to, label = ''] = field.exec(line) ?? []
    if (!whole) continue
    const first = plus ? next : Number(from)
    const last = plus ? next + Number(count) - 1 : Number(to ?? from)
    next = last + 1
    const value = first === last ? `bit ${first}` : `bits ${first} to ${last}`
    draft.node(uniqueId(label, used), { start, end }, { label, value })
  }
}

/** `0-15: "Source port"`, `106: "URG"` or `+8: "Code"`. */
const field = /^(?:(\+)\s{0,9}(\d{1,9})|(\d{1,9})(?:\s{0,9}-\s{0,9}(\d{1,9}))?)\s{0,9}:\s{0,9}["']([^"'\n]{0,300})/
