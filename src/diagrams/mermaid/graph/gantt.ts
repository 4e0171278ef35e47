/** Reads the tasks of a mermaid gantt chart as a graph. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'

const settings =
  /^(?:section|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|topAxis|displayMode|click)\b/

export const readGantt: ReadGraph = (text, draft) => {
  let unnamed = 0
  const waiting: { from: string; to: string; start: number; end: number }[] = []
  for (const { text: line, start, end } of linesOf(text)) {
    const title = /^title\s+(.+)/.exec(line)?.[1]
    if (title) draft.title ??= title
    const colon = line.indexOf(':')
    if (title || colon < 1 || settings.test(line)) continue
    const items = line
      .slice(colon + 1)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => !/^(?:active|done|crit|milestone|vert)$/.test(item))
    const id = items.length > 2 && items[0] ? items[0] : `task${++unnamed}`
    draft.node(id, { start, end }, { label: line.slice(0, colon), kind: 'step' })
    for (const item of items)
      for (const from of /^after\s+(.+)/.exec(item)?.[1]?.split(/\s+/).slice(0, 20) ?? [])
        waiting.push({ from, to: id, start, end })
  }
  for (const edge of waiting) draft.edge(edge)
}
