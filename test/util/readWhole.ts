import type { Nodes, Root } from 'mdast'
import { mayHaveNotes, readWithNotes } from '../../src/core/markdown/admonitions.ts'
import { bordersOf } from '../../src/core/markdown/borders.ts'
import { withKnownSigns } from '../../src/core/markdown/knownSigns.ts'
import { labelOf } from '../../src/core/markdown/labels.ts'
import { type Labels, parseMarkdown } from '../../src/core/markdown/markdown.ts'
import { placedTree } from '../../src/core/markdown/placedTree.ts'

/** The tree of a text parsed as a whole or, if it has borders, between these. Our own code reads admonitions. */
export function readWhole(written: string): Root {
  const text = withKnownSigns(written)
  const borders = bordersOf(text)
  if (borders.length === 0 && !mayHaveNotes(text)) return parseMarkdown(text)
  const parts = [0, ...borders].map((start, index) => text.slice(start, borders[index]))
  const labels = labelsOf(parts.flatMap((part) => parseMarkdown(part).children))
  return placedTree(
    text,
    parts.map((part) => ({
      text: part,
      children: readWithNotes(part, (plain) => parseMarkdown(plain, labels).children),
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
