/** Reads the graph of a mermaid entity relationship diagram. */

import type { ReadGraph } from '../../source/draft.ts'
import { createScanner } from './scanner.ts'
import { statementsOf } from './statements.ts'

const name = /"[^"\n]*"|(?:[^\s"[\]{}|:.,;-]|-(?!-)|\.(?![.-]))+/y
const word = '(?:(?:one|zero) or (?:one|zero|more|many)|only one|many\\([01]\\)|many|one|[01]\\+|1)'
const relation = new RegExp(
  `\\s*(?:[|{}o]{1,2}|u)?(?:--|\\.\\.|\\.-|-\\.)(?:[|{}o]{1,2}|u)?\\s*|\\s+${word}\\s+(?:optionally )?to\\s+${word}\\s+`,
  'y',
)

export const readEr: ReadGraph = (text, draft) => {
  let isInside = false
  for (const statement of statementsOf(text)) {
    const { text: line, start, end } = statement
    if (isInside) {
      isInside = !line.endsWith('}')
      if (!isInside) draft.leave(end)
      continue
    }
    if (/^(?:direction|style|classDef|class|title|subgraph|end)(?:\s|$)/.test(line)) continue
    const scan = createScanner(line)
    const takeEntity = () => {
      const from = scan.at
      const id = scan.take(name)?.[0].replaceAll('"', '')
      if (!id) return undefined
      const label = scan.take(/\s*\[([^\]\n]*)\]/y)?.[1]
      const at = { start: start + from, end: start + scan.at }
      scan.take(/:::[\w-]+/y)
      const opens = scan.take(/\s*\{/y) !== undefined
      draft.node(id, at, { label, kind: 'type', isDefinition: opens || label !== undefined })
      return { id, opens }
    }
    const first = takeEntity()
    if (first?.opens) {
      isInside = !line.endsWith('}')
      draft.enter(first.id, start)
      if (!isInside) draft.leave(end)
    }
    const second = first && !first.opens && scan.take(relation) ? takeEntity() : undefined
    if (first && second) draft.edge({ from: first.id, to: second.id, start, end, label: scan.take(/\s*:(.*)/y)?.[1] })
  }
}
