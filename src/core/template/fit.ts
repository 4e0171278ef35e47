/** Rewrites a snippet in the writing style of the document it is inserted into. */

import { smallest } from '../data/longLists.ts'
import type { DocumentModel } from '../document/document.ts'
import {
  type HeadingNumbers,
  headingNumbers,
  numbersBefore,
  styleOf,
  type WritingStyle,
} from '../document/writingStyle.ts'
import { applyEdits } from '../lint/edits.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { readSnippetMarkup, type SnippetHeading, type SnippetMarkup } from './snippetMarkup.ts'

/** Where a snippet is inserted. */
export interface Placing {
  /** UTF-16 offset into the document. */
  readonly at: number
  /** Depth of the snippet's topmost headings; absent: unchanged. */
  readonly depth?: number
  /** Whether the template numbers its headings itself, so that those without a number stay unnumbered. */
  readonly isNumbered?: boolean
  /** Number of headings of the topmost depth that are inserted before it at the same offset. */
  readonly preceding?: number
}

/** Rewrite a snippet as the document's author would have written it. */
export function fitSnippet(source: string, document: DocumentModel, placing: Placing): string {
  const style = styleOf(document)
  const top = /^(#{1,6})[ \t]/m.exec(source)?.[1]?.length
  if (
    hasOwnMarks(source, style) &&
    (top === undefined || (top === (placing.depth ?? top) && !changesHeadings(source, document, style, top)))
  )
    return source
  const markup = readSnippetMarkup(source)
  return applyEdits(source, [
    ...headingEdits(source, markup.headings, document, style, placing),
    ...markEdits(source, markup, style),
  ])
}

/** Whether at most the headings differ. Most documents and templates use the same style, which saves parsing. */
const hasOwnMarks = (source: string, { bullet, delimiter, emphasis, strong, usesTabs }: WritingStyle): boolean =>
  !usesTabs &&
  !['-', '*', '+'].some((mark) => bullet !== undefined && mark !== bullet && source.includes(`${mark} `)) &&
  !(delimiter === ')' ? /\d\. /.test(source) : delimiter === '.' && /\d\) /.test(source)) &&
  !['*', '_'].some((mark) => (emphasis ?? mark) !== mark && source.includes(mark)) &&
  !['**', '__'].some((marks) => strong !== undefined && !marks.startsWith(strong) && source.includes(marks))

function changesHeadings(source: string, document: DocumentModel, { underlines }: WritingStyle, top: number): boolean {
  const hasNumbers = /^#+[ \t]+(?:(?:section|chapter)[ \t]*)?\d/im.test(source)
  const differs = (depth: number) => headingNumbers(document, depth) !== (hasNumbers ? undefined : false)
  return (
    underlines ||
    [0, 1, 2, 3].some((deeper) => headingNumbers(document, top + deeper) !== undefined && differs(top + deeper))
  )
}

function headingEdits(
  source: string,
  headings: readonly SnippetHeading[],
  document: DocumentModel,
  { underlines }: WritingStyle,
  { at, depth, isNumbered = false, preceding = 0 }: Placing,
): readonly TextEdit[] {
  const top = smallest(headings.map((heading) => heading.depth))
  const deeper = (depth ?? top) - top
  const number = createNumbering(document, at, Math.max(1, top + deeper), preceding)
  return headings.flatMap((heading) => {
    const marks = Math.min(6, Math.max(1, heading.depth + deeper))
    const written = isNumbered && !heading.isNumbered ? '' : number(marks)
    const own = heading.isNumbered ? source.slice(heading.start, heading.titleStart).replace(/^[#\s]*/, '') : ''
    const prefix = written ?? own
    const title = source.slice(heading.titleStart, heading.end)
    const isUnderlined = underlines && marks <= 2 && !opensOtherBlock.test(prefix + title)
    const line = isUnderlined
      ? `${prefix}${title}\n${(marks === 1 ? '=' : '-').repeat(Math.max(3, prefix.length + heading.length))}`
      : `${'#'.repeat(marks)} ${prefix}${title}`
    return line === source.slice(heading.start, heading.end)
      ? []
      : [{ start: heading.start, end: heading.end, newText: line }]
  })
}

/** Lines that start like this are not paragraphs, so underlining them would not make a heading. */
const opensOtherBlock = /^(?:[-+*][ \t]|[>#=|<]|\d+[.)][ \t]|```|~~~)/

/** Numbers consecutive headings: undefined keeps the template's own number, the empty string removes it. */
function createNumbering(
  document: DocumentModel,
  at: number,
  top: number,
  preceding: number,
): (depth: number) => string | undefined {
  const first = numbersBefore(document, at, top)
  const counts = new Map([[top, first.last + preceding]])
  /** Numbers of the parent headings, by depth. */
  const path = new Map([[top - 1, first.parent ?? '']])
  const styles = new Map<number, HeadingNumbers | false | undefined>()
  return (depth) => {
    if (!styles.has(depth)) styles.set(depth, headingNumbers(document, depth))
    const style = styles.get(depth)
    for (const other of [...counts.keys()]) if (other > depth) counts.delete(other)
    if (!style) return style === false ? '' : undefined
    const count = (counts.get(depth) ?? 0) + 1
    counts.set(depth, count)
    const parent = path.get(depth - 1)
    const number = style.isNested && parent ? `${parent}.${count}` : String(count)
    path.set(depth, number)
    return style.before + number + style.after
  }
}

function markEdits(
  source: string,
  { bullets, delimiters, marks, indents }: SnippetMarkup,
  style: WritingStyle,
): readonly TextEdit[] {
  const { bullet, delimiter, usesTabs } = style
  const replace = (start: number, length: number, newText: string): readonly TextEdit[] =>
    source.slice(start, start + length) === newText ? [] : [{ start, end: start + length, newText }]
  return [
    ...(bullet === undefined ? [] : bullets.flatMap((at) => replace(at, 1, bullet))),
    ...(delimiter === undefined ? [] : delimiters.flatMap((at) => replace(at, 1, delimiter))),
    ...marks.flatMap(({ kind, open, close, isInWord }) => {
      const mark = style[kind]
      if (mark === undefined || (mark === '_' && isInWord)) return []
      const text = kind === 'strong' ? mark + mark : mark
      return [...replace(open, text.length, text), ...replace(close, text.length, text)]
    }),
    ...(usesTabs
      ? indents.flatMap(({ start, end, level, extra }) =>
          replace(start, end - start, '\t'.repeat(level) + ' '.repeat(extra)),
        )
      : []),
  ]
}
