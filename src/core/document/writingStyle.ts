/** Detects an author's writing style: bullets, emphasis, line breaks, heading numbers. */

import { remember } from '../data/remember.ts'
import { lineStart } from '../text/lineBounds.ts'
import { lineBreakOf } from '../text/lineBreak.ts'
import type { DocumentModel, Section } from './document.ts'

/** An author's writing style. What the document does not show is absent: templates then keep their own style. */
export interface WritingStyle {
  readonly lineBreak: '\n' | '\r\n'
  readonly bullet?: string
  /** What follows the number of a list item: `.` or `)`. */
  readonly delimiter?: string
  readonly emphasis?: string
  /** The character of `**` or `__`. */
  readonly strong?: string
  /** Whether nested lists are indented with tabs. */
  readonly usesTabs: boolean
  /** Whether all headings that can be underlined, those of depth 1 and 2, are. */
  readonly underlines: boolean
}

/** How the headings of a depth are numbered. */
export interface HeadingNumbers {
  /** Text before the number, such as `Section `. */
  readonly before: string
  /** Text between number and title, such as `. `. */
  readonly after: string
  /** Whether numbers start with that of the parent, as in `2.1`. */
  readonly isNested: boolean
}

/** Detect the writing style of a document. If styles are mixed, the most frequent one counts. */
export const styleOf = remember((document: DocumentModel): WritingStyle => {
  const { text, title, sections } = document
  const charAt = (offset: number) => text.charAt(offset)
  const items = document.nodes('listItem').map((item) => document.rangeOf(item).start)
  const indents = items.map((start) => text.slice(lineStart(text, start), start)).filter((indent) => indent !== '')
  const underlinable = sections.filter((section) => section.depth <= 2 && (section === title || section.key !== ''))
  return {
    lineBreak: lineBreakOf(text),
    ...named('bullet', commonest(items.map(charAt).filter((char) => '-*+'.includes(char)))),
    ...named(
      'delimiter',
      commonest(items.flatMap((start) => /^\d{1,9}([.)])/.exec(text.slice(start, start + 10))?.[1] ?? [])),
    ),
    ...named('emphasis', commonest(document.nodes('emphasis').map((node) => charAt(document.rangeOf(node).start)))),
    ...named('strong', commonest(document.nodes('strong').map((node) => charAt(document.rangeOf(node).start)))),
    usesTabs: indents.filter((indent) => indent.includes('\t')).length * 2 > indents.length,
    underlines:
      underlinable.length > 0 && underlinable.every((section) => !headingSource(document, section).startsWith('#')),
  }
})

/**
 * How a document numbers its headings of a depth; `false` if it has such headings but most have no number, undefined if
 * it has none.
 */
export function headingNumbers(document: DocumentModel, depth: number): HeadingNumbers | false | undefined {
  const all = document.sections.filter(
    (section) => section.depth === depth && section !== document.title && section.key,
  )
  const numbered = all.filter(({ number }) => number !== undefined)
  if (all.length === 0) return undefined
  if (numbered.length * 2 <= all.length) return false
  const written = numbered.map((section) => writtenNumber.exec(headingSource(document, section)))
  return {
    before: commonest(written.map((match) => match?.[1] ?? '')) ?? '',
    after: commonest(written.map((match) => match?.[3] ?? ' ')) ?? ' ',
    isNested: numbered.some(({ number }) => number?.includes('.')),
  }
}

/** The numbers that a new heading of a depth at an offset follows: the last one of its siblings, and its parent's. */
export function numbersBefore(
  document: DocumentModel,
  at: number,
  depth: number,
): { readonly parent?: string; readonly last: number } {
  let parent: Section | undefined
  let last = 0
  for (const section of document.sections) {
    if (section.start >= at) break
    if (section.depth < depth) {
      parent = section
      last = 0
    } else if (section.depth === depth && section.number !== undefined && section !== document.title)
      last = Number(section.number.split('.').at(-1))
  }
  return { last, ...named('parent', parent?.number) }
}

/** Prefix, number and separator at the start of a heading's source. */
const writtenNumber = /^#*[ \t]*((?:section|chapter)[ \t]+)?(\d{1,3}(?:\\?\.\d{1,3}){0,5})(\\?[.):]?[ \t]+)/i

const headingSource = ({ text, rangeOf }: DocumentModel, { heading }: Section): string => {
  const { start, end } = rangeOf(heading)
  return text.slice(start, end)
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<[string | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  )[0]
}

const named = <K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: string }
