/** Reads the macros of PlantUML's C4 library. */

import type { DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { enter, type Page } from './page.ts'

const macro = /^([A-Z]\w{1,40})\s*\(\s*(\w{1,100})\s*(?:,\s*(\S.{0,799})?)?\)\s*(\{)?/d

/**
 * Reads a macro of the C4 library, such as `Container(api, "API")` or `Rel(user, api, "Uses")`. False for any other
 * line.
 */
export function readMacro(text: string, start: number, page: Page): boolean {
  const { draft } = page
  const match = macro.exec(text)
  const [, word = '', id = '', rest = '', brace] = match ?? []
  const at = match?.indices?.[2]
  if (!at) return false
  const values = Array.from(
    rest.matchAll(/"([^"]{0,300})"|([^,"\s][^,"]{0,200})/g),
    ([, quoted, bare = '']) => quoted ?? bare.trim(),
  )
  const place = { start: start + at[0], end: start + at[1] }
  if (/^(?:Bi)?Rel(?:_|$)|^RelIndex/.test(word)) {
    const to = values[0] ?? ''
    const toAt = start + text.indexOf(to, at[1])
    draft.node(id, place)
    draft.node(to, { start: toAt, end: toAt + to.length })
    draft.edge({
      ...{ from: id, to, start: place.start, end: toAt + to.length, label: values[1] },
      heads: word.startsWith('Bi') ? 'both' : undefined,
    })
    return true
  }
  if (!/^(?:Person|System|Container|Component|Boundary|Enterprise|Deployment_Node|Node)/.test(word)) return false
  const kind = brace ? 'group' : kindOf(word)
  draft.node(id, place, { label: values[0], ...(kind && { kind }), isDefinition: true })
  if (brace) enter(page, id, start)
  return true
}

function kindOf(word: string): DiagramNodeKind | undefined {
  if (word.endsWith('_Ext')) return 'external'
  if (word.startsWith('Person')) return 'person'
  return word.endsWith('Db') ? 'store' : word.endsWith('Queue') ? 'queue' : undefined
}
