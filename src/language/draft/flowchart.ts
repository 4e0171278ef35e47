/** Drafts a flowchart from the text: its components and their dependencies. */

import { mermaidText } from '../../core/diagrams/mermaidText.ts'
import { componentNamesOf } from '../../reading/components/componentNames.ts'
import { isPlaceholderName } from '../../reading/components/placeholderName.ts'
import { type Named, plainName } from '../partNames.ts'
import { relationsOf } from '../relations.ts'
import { createIds } from './nodes.ts'

/** The most components; a larger picture is unreadable. */
const most = 40

/** The source of a mermaid flowchart; undefined if the text names fewer than two parts, or too many. */
export function draftFlowchart({ document, type }: Named): string | undefined {
  const components = type ? componentNamesOf({ document, type }).filter(({ name }) => isName(name)) : []
  if (components.length === 0 || components.length > most) return undefined
  const ids = createIds()
  for (const { name } of components) ids.of(plainName(name))
  /** Names of parts that are not components, in their first spelling. */
  const others = new Map<string, string>()
  const asNamed = (name: string) => {
    const known = others.get(name.toLowerCase()) ?? name
    others.set(name.toLowerCase(), known)
    return known
  }
  const edges = relationsOf(document, components).map(({ from, to, component }) => {
    const target = component ? plainName(component.name) : asNamed(to)
    return `  ${ids.of(plainName(from.name))} --> ${ids.of(target)}`
  })
  if (ids.all.size < 2 || ids.all.size > 2 * most) return undefined
  const nodes = Array.from(ids.all, ([name, id]) => `  ${id}["${mermaidText(name)}"]`)
  return [`flowchart ${edges.length > 0 ? 'LR' : 'TB'}`, ...nodes, ...edges].join('\n')
}

const isName = (name: string): boolean => name.trim() !== '' && name.length <= 80 && !isPlaceholderName(name)
