/** Reads mermaid diagrams that are structured by indentation: mindmaps and kanban boards. */

import type { DiagramNodeKind } from '../../../core/diagrams/engine.ts'
import type { Draft, ReadGraph } from '../../source/draft.ts'
import { createScanner, type Scanner, takeUntil } from './scanner.ts'
import { uniqueId } from './uniqueId.ts'

const shapes: readonly (readonly [string, string])[] = [
  ['((', '))'],
  ['))', '(('],
  ['{{', '}}'],
  ['(-', '-)'],
  ['(', ')'],
  ['[', ']'],
  [')', '('],
]

export const readMindmap: ReadGraph = (text, draft) => readTree(text, draft, 'branches')

/** Columns contain cards, without connections. */
export const readKanban: ReadGraph = (text, draft) => readTree(text, draft, 'columns')

/** A node belongs to the nearest node above it with less indentation. */
function readTree(text: string, draft: Draft, means: 'branches' | 'columns'): void {
  const scan = createScanner(text)
  const open: { readonly id: string; readonly indent: number; readonly start: number; readonly end: number }[] = []
  const used = new Map<string, number>()
  scan.take(/[^\n]*/y)
  while (!scan.isDone()) {
    if (scan.take(/\s*\n/y) || scan.take(/[^\S\n]*::[^\n]*/y)) continue
    const indent = scan.take(/[^\S\n]*/y)?.[0].length ?? 0
    const { at: start } = scan
    const node = readNode(scan)
    const end = scan.at
    const fields = scan.take(/@\{/y) && takeUntil(scan, '}')
    scan.take(/[^\n]*/y)
    if (!node) continue
    if (fields !== undefined && used.has(node.id)) {
      draft.node(node.id, { start, end })
      continue
    }
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const parent = open.at(-1)
    const id = uniqueId(node.id, used)
    const kind: DiagramNodeKind | undefined = means === 'columns' ? (parent ? 'step' : 'group') : undefined
    draft.node(id, { start, end }, { label: node.label || node.id, kind })
    if (parent && means === 'branches') draft.edge({ from: parent.id, to: id, start: parent.start, end, heads: 'none' })
    open.push({ id, indent, start, end })
  }
}

function readNode(scan: Scanner): { readonly id: string; readonly label: string } | undefined {
  const before = (scan.take(/[^\n([{)}@]+|@(?!\{)/y)?.[0] ?? '').trim()
  const shape = shapes.find(([opener]) => scan.text.startsWith(opener, scan.at))
  if (!shape) return before ? { id: before, label: before } : undefined
  scan.at += shape[0].length
  const label = takeUntil(scan, shape[1])
  return { id: before || label.trim().replaceAll('"', ''), label }
}
