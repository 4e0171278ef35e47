/** Finds what components depend on, according to the text. */

import type { Nodes } from 'mdast'
import { type DocumentModel, proseOfNode, textOf } from '../../core/document/document.ts'
import { collectInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import type { Range } from '../../core/text/range.ts'
import type { ListedItem } from '../sections/listing.ts'

/** A dependency as the text names it. */
export interface Dependency extends Range {
  readonly label: string
  /** The line, item or cell that states the dependency. */
  readonly scope: Range
}

const lead = /^[\s*_]*(?:(?:internal |upstream |direct )?dependenc(?:y|ies)[\s*_]*:|depends on\b[\s*_]*:?)[\s*_]*/i
const title = /^(?:(?:internal|upstream|direct|component|service) )?(?:dependenc(?:y|ies)|depends on)$/

/**
 * The stated dependencies of a document's components: in a labelled line, a section of their own, or a table column.
 */
export function dependenciesOf(document: DocumentModel, components: readonly ListedItem[]): readonly Dependency[] {
  const isInComponent = ({ start }: Range) => components.some(({ scope }) => start >= scope.start && start < scope.end)
  const read = (node: Nodes, from = 0) => {
    const { start, end } = document.rangeOf(node)
    return namesIn(document.prose, { start: start + from, end })
  }
  const lines = labelledIn(document).flatMap((node) => {
    if (!isInComponent(document.rangeOf(node))) return []
    // A paragraph may have several labels, one per line.
    return linesOf(proseOfNode(document, node)).flatMap(({ line, at }) => {
      const opening = lead.exec(line)?.[0]
      const { start } = document.rangeOf(node)
      return opening
        ? namesIn(document.prose, { start: start + at + opening.length, end: start + at + line.length })
        : []
    })
  })
  const items = document.sections
    .filter((section) => title.test(section.key) && isInComponent(section))
    .flatMap(({ content }) => content.flatMap((node) => (node.type === 'list' ? node.children : [])))
    .flatMap(({ children: [first] }) => (first ? read(first).slice(0, 1) : []))
  const cells = cellsIn(document).flatMap((cell) => read(cell))
  return [...lines, ...items, ...cells]
}

/** Paragraphs with a line on dependencies. */
const labelledIn = collectInSlices(({ nodes }: Slice, document: DocumentModel) =>
  nodes('paragraph').filter((node) => linesOf(proseOfNode(document, node)).some(({ line }) => lead.test(line))),
)

/** Cells in a column of dependencies. */
const cellsIn = collectInSlices(({ nodes }: Slice) =>
  nodes('table').flatMap(({ children: [head, ...rows] }) => {
    const titles = head?.children.map((cell) => textOf(cell).trim().toLowerCase()) ?? []
    const column = titles.findIndex((words, index) => index > 0 && title.test(words))
    return rows.flatMap(({ children }) => children[column] ?? [])
  }),
)

/**
 * The parts of a paragraph that begin with a label, each with its continuation lines and its offset `at` in the text.
 */
function linesOf(text: string): readonly { readonly line: string; readonly at: number }[] {
  const starts = [0, ...Array.from(text.matchAll(/\n[ \t]{0,8}(?=\*\*|__)/g), ({ index }) => index + 1)]
  return starts.map((at, index) => ({ line: text.slice(at, starts[index + 1] ?? text.length), at }))
}

/** The names in a comma-separated list; a remark after a dash, colon or bracket is not part of a name. */
function namesIn(text: string, scope: Range): readonly Dependency[] {
  const source = text.slice(scope.start, scope.end)
  return Array.from(source.matchAll(/(?:(?!\sand\s|\s&\s)[^,;|\n])+/g)).flatMap(({ 0: piece, index }) => {
    const named = /[\p{L}\p{N}][\p{L}\p{N} _/-]{1,60}/u.exec(piece.replace(/\s[-–—]\s[\s\S]*$/, ''))
    if (!named) return []
    const [about = ''] = named[0].split(/\s(?:for|to|from|in|on|via|with|that|which|is|are|when|by|over|of)\s/, 1)
    const words = about.trimEnd()
    const label = words.replace(/^(?:and|the|our|an?)\s+/i, '')
    const start = scope.start + index + named.index + words.length - label.length
    return [{ label, start, end: start + label.length, scope }]
  })
}
