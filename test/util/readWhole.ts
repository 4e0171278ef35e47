import type { Nodes, Root } from 'mdast'
import { bordersOf } from '../../src/core/markdown/borders.ts'
import { labelOf } from '../../src/core/markdown/labels.ts'
import { type Labels, parseMarkdown } from '../../src/core/markdown/markdown.ts'
import { placedTree } from '../../src/core/markdown/placedTree.ts'

/** The tree of a text that is parsed as a whole; where it has borders, of the texts between them. */
export function readWhole(text: string): Root {
  const borders = bordersOf(text)
  if (borders.length === 0) return parseMarkdown(text)
  const parts = [0, ...borders].map((start, index) => text.slice(start, borders[index]))
  const labels = labelsOf(parts.flatMap((part) => parseMarkdown(part).children))
  return placedTree(
    text,
    parts.map((part) => ({
      text: part,
      children: parseMarkdown(part, labels).children,
      lines: part.match(/\r\n?|\n/g)?.length ?? 0,
    })),
  )
}

function labelsOf(nodes: readonly Nodes[]): Labels {
  const labels = { definitions: [] as string[], footnotes: [] as string[] }
  const pending = [...nodes]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition') labels.definitions.push(labelOf(node))
    if (node.type === 'footnoteDefinition') labels.footnotes.push(labelOf(node))
    if ('children' in node) pending.push(...node.children)
  }
  return labels
}
