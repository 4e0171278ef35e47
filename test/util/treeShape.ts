import type { Nodes } from 'mdast'
import { readModel } from './linting.ts'

/** The tree of a document without positions, blank lines between items, and comments that silence the rule. */
export function treeShape(text: string, ruleId: string): unknown {
  const comment = `<!-- design-docs-[a-z-]+(?: ${ruleId})? -->`
  const alone = new RegExp(String.raw`^\s*(?:${comment}\s*)+$`)
  const within = new RegExp(String.raw`\s*${comment}`, 'g')
  const strip = (node: Nodes): unknown => {
    const { position, ...rest } = node as Nodes & { spread?: boolean }
    // A comment that was already there may have got an additional rule ID.
    if ('value' in rest)
      return { ...rest, value: rest.value.replace(within, '').replaceAll(` ${ruleId}`, '').trimEnd() }
    if (!('children' in rest)) return rest
    const kept = rest.children.filter((child) => !(child.type === 'html' && alone.test(child.value)))
    return { ...rest, children: kept.map(strip) }
  }
  return strip(readModel(text).tree())
}
