/** Reads the sections, the dates and the events of a mermaid timeline. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf, type Statement } from './statements.ts'
import { uniqueId } from './uniqueId.ts'

/** Sections contain dates, and dates contain events. */
export const readTimeline: ReadGraph = (text, draft) => {
  const used = new Map<string, number>()
  let section: string | undefined
  let date: { readonly id: string; readonly at: Statement } | undefined
  for (const line of linesOf(text)) {
    if (/^title(?=\s)/.test(line.text)) continue
    const heading = /^section\s([^:\n]{1,500})/.exec(line.text)?.[1]?.trim()
    if (heading) {
      section = uniqueId(heading, used)
      date = undefined
      draft.node(section, line, { label: heading, kind: 'group' })
      continue
    }
    for (const part of partsOf(line)) {
      const { text: label, isEvent } = part
      const id = uniqueId(label, used)
      draft.node(id, part, { label, kind: 'step', parent: isEvent ? date?.id : section })
      if (!isEvent) date = { id, at: part }
      else if (date) draft.node(date.id, date.at, { kind: 'group' })
    }
  }
}

interface Part extends Statement {
  /** Whether it follows a colon. */
  readonly isEvent: boolean
}

/** The parts of a line between colons, not counting the colon in a time of day. */
function partsOf({ text, start, indent }: Statement): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const raw of text.split(/:(?=\s|$)/)) {
    const trimmed = raw.trim()
    const from = start + at + raw.length - raw.trimStart().length
    if (trimmed) parts.push({ text: trimmed, start: from, end: from + trimmed.length, indent, isEvent: at > 0 })
    at += raw.length + 1
  }
  return parts
}
