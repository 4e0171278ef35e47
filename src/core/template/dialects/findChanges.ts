/** Finds the parts that a template without our syntax leaves to the author. */

import type { Paragraph, RootContent, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { addAll } from '../../data/longLists.ts'
import type { DocumentModel, Section } from '../../document/document.ts'
import { cellEnd } from '../../document/places.ts'
import type { Range } from '../../text/range.ts'
import { withoutEnd } from '../../text/withoutEnd.ts'
import { asksForChoice, choicesAfterLabel, choicesIn, filler } from './choices.ts'
import { findInline, isAngle, maskInline } from './inline.ts'
import { requirementInTitle } from './requirement.ts'

/** A part of a plain template that is replaced in snippet syntax. */
export interface Change extends Range {
  /** A tab stop that holds the part as written, a list of choices, a new tab stop, or plain text. */
  readonly to: 'stop' | { readonly choices: readonly string[] } | { readonly stop: string } | { readonly text: string }
  readonly place: 'title' | 'heading' | 'text'
}

/** Text with fewer words than this may be meant to stay. */
const fewestWords = 6
/** Deeper than any real template; anything nested deeper is left unchanged. */
const deepest = 40

/**
 * Find the parts that a template without our syntax leaves to the author.
 *
 * @param title the heading that is no section
 */
export function findChanges(document: DocumentModel, title: Section | undefined): readonly Change[] {
  const changes: Change[] = [...inFrontmatter(document)]
  const headings = new Map(document.sections.map((section) => [section.heading as RootContent, section]))
  let section: Section | undefined
  for (const node of document.blocks) {
    section = headings.get(node) ?? section
    // Not a generator: each result would pass through as many generators as the node is deep.
    if (node.type !== 'heading') collect(document, node, { section, isFixed: hasTasks(section), depth: 0 }, changes)
    else if (headings.has(node)) addAll(changes, inHeading(document, node, section === title))
  }
  return changes
}

interface Context {
  readonly section: Section | undefined
  /** Whether sentences are kept as they are, as in a checklist. */
  readonly isFixed: boolean
  readonly depth: number
}

const isTask = (node: RootContent): boolean => node.type === 'listItem' && typeof node.checked === 'boolean'

const hasTasks = (section: Section | undefined): boolean =>
  section?.content.some((node) => node.type === 'list' && node.children.some(isTask)) ?? false

function collect(document: DocumentModel, node: RootContent, context: Context, changes: Change[]): void {
  if (context.depth > deepest) return
  const below = { ...context, depth: context.depth + 1 }
  if (node.type === 'paragraph') addAll(changes, inParagraph(document, node, context))
  else if (node.type === 'html') {
    if (isAngle(node)) changes.push({ ...document.rangeOf(node), to: 'stop', place: 'text' })
  } else if (node.type === 'blockquote') {
    const inside: Change[] = []
    for (const child of node.children) collect(document, child, below, inside)
    // Guidance in a blockquote is replaced as a whole.
    const { start, end } = document.rangeOf(node)
    const isGuidance = inside.length > 0 && inside.every(({ to, place }) => to === 'stop' && place === 'text')
    const isWhole =
      isGuidance && node.children.every(({ type }) => type === 'paragraph') && !isAdmonition(document, node)
    const quote = { start, end, to: 'stop', place: 'text' } as const
    const isGone = isWhole && inside.some((change) => countWords(textOfRange(document, change)) >= fewestWords)
    addAll(changes, isGone ? [quote] : inside)
  } else if (node.type === 'list')
    for (const item of node.children)
      for (const child of item.children)
        collect(document, child, { ...below, isFixed: context.isFixed || isTask(item) }, changes)
  else if (node.type === 'table') {
    const [head, ...rows] = node.children
    for (const row of rows)
      for (const [column, cell] of row.children.entries())
        addAll(changes, inCell(document, cell, textOf(head?.children[column] ?? cell)))
  }
}

const textOfRange = ({ text }: DocumentModel, { start, end }: Range): string => text.slice(start, end)

const isAdmonition = (document: DocumentModel, node: RootContent): boolean =>
  /^>\s*\[!/.test(textOfRange(document, document.rangeOf(node)))

function inHeading(document: DocumentModel, node: Extract<RootContent, { type: 'heading' }>, isTitle: boolean) {
  const { start, end } = document.rangeOf(node)
  const source = maskInline(document, node)
  const stops = findInline(source)
    .filter((range) => !requirementInTitle(source.slice(range.start, range.end)))
    .map((range): Change => moved(range, start, isTitle ? 'title' : 'heading'))
  if (!isTitle || stops.some((stop) => !isNumber(document.text.slice(stop.start, stop.end)))) return stops
  // `# KEP-NNNN: Your title`, `# RFC: Title`, `# Title`: everything after number and colon is for the author to write.
  const last = stops.at(-1)
  const number = /(?<![\w.])0{3,4}(?![\w.])/.exec(source)
  const numbers: readonly Change[] = last || !number ? stops : [moved(rangeIn(number), start, 'title')]
  const afterNumber = (numbers.at(-1)?.end ?? start) - start
  const head = /^#{1,6}[ \t]+/.exec(source)?.[0].length ?? 0
  const lineEnd = head > 0 ? Math.max(head, titleEnd(source)) : (/^[^\n\r]*/.exec(source)?.[0].length ?? 0)
  const colon = source.lastIndexOf(': ', lineEnd) + 2
  const from = Math.max(head, afterNumber, colon > 1 ? colon : 0)
  const rest = /^[\s:.\-–—]*/.exec(source.slice(from, lineEnd))?.[0].length ?? 0
  const tail = { start: from + rest, end: lineEnd }
  return [...numbers, ...(tail.end > tail.start && start + tail.end <= end ? [moved(tail, start, 'title')] : [])]
}

/** The length of a heading line without its closing number signs. */
function titleEnd(line: string): number {
  const text = withoutEnd(line, /[ \t]/)
  const title = withoutEnd(text, /#/)
  return (/[ \t]$/.test(title) ? withoutEnd(title, /[ \t]/) : text).length
}

const rangeIn = ({ index, 0: whole }: RegExpExecArray): Range => ({ start: index, end: index + whole.length })

const isNumber = (text: string): boolean => /^(?:N+|X+|0+)$/.test(text)

const moved = ({ start, end }: Range, by: number, place: Change['place']): Change => ({
  start: start + by,
  end: end + by,
  to: 'stop',
  place,
})

function inParagraph(document: DocumentModel, node: Paragraph, { section, isFixed }: Context): readonly Change[] {
  const { start } = document.rangeOf(node)
  const source = maskInline(document, node)
  const lists = Array.from(source.matchAll(/[^\r\n]+/g)).flatMap(({ index, 0: line }) => {
    const list = choicesAfterLabel(line)
    return list ? [{ ...moved(list, start + index, 'text'), to: { choices: list.choices } }] : []
  })
  const alone =
    lists.length === 0 && section?.content[0] === node
      ? choicesIn(source, { start: 0, end: source.length }, asksForChoice(section.title))
      : undefined
  if (alone) return [{ ...moved(alone, start, 'text'), to: { choices: alone.choices } }]
  const stops = findInline(source)
    .map((range) => moved(range, start, 'text'))
    .filter((stop) => lists.every((list) => stop.end <= list.start || stop.start >= list.end))
  if (lists.length > 0 || stops.length > 0) return [...lists, ...stops]
  const sentence = isFixed || /^\[[ xX]?\]/.test(source) ? undefined : sentenceIn(source)
  return sentence ? [moved(sentence, start, 'text')] : []
}

/** A whole paragraph that instructs the author, without the label it may begin with. */
function sentenceIn(source: string): Range | undefined {
  const label =
    /^(?:(?:\*\*|__)[^*_\r\n]{1,60}(?:\*\*|__):?|\p{L}[\p{L} ]{0,40}:)[ \t]+(?=\S)/u.exec(source)?.[0].length ?? 0
  for (const start of [label, 0])
    if (countWords(source.slice(start)) >= fewestWords) return { start, end: source.trimEnd().length }
  return undefined
}

const countWords = (text: string): number => text.replaceAll(filler, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

function inCell(document: DocumentModel, cell: TableCell, column: string): readonly Change[] {
  const { start } = document.rangeOf(cell)
  const source = maskInline(document, cell)
  const from = /^\|?[ \t]*/.exec(source)?.[0].length ?? 0
  const end = cellEnd(source)
  const list = end > from ? choicesIn(source, { start: from, end }, asksForChoice(column)) : undefined
  if (list) return [{ ...moved(list, start, 'text'), to: { choices: list.choices } }]
  return findInline(source).map((range) => moved(range, start, 'text'))
}

/** Changes in the lines of front matter that belongs to the documents. */
function inFrontmatter({ text, frontmatter: { range } }: DocumentModel): readonly Change[] {
  if (!range) return []
  return Array.from(text.slice(range.start, range.end).matchAll(/[^\r\n]+/g)).flatMap(
    ({ index, 0: line }): readonly Change[] => {
      if (/^\s*(?:#|-{3})/.test(line)) return []
      const list = choicesAfterLabel(line)
      if (list) return [{ ...moved(list, range.start + index, 'text'), to: { choices: list.choices } }]
      // Square brackets are a YAML list, unless the content reads like words.
      return findInline(line)
        .filter(
          (found) =>
            !line.startsWith('[', found.start) || /^\[\p{Lu}[^, ]* [^,]*\]$/u.test(line.slice(found.start, found.end)),
        )
        .map((found) => moved(found, range.start + index, 'text'))
    },
  )
}
