/** Finds what is still to be filled in: template text, `TODO`, `TBD` and the like. */

import type { Text } from 'mdast'
import { firstIndex } from '../../core/data/firstIndex.ts'
import { addAll, largest } from '../../core/data/longLists.ts'
import { remember, rememberLast } from '../../core/data/remember.ts'
import { type DocumentModel, sourceOf, withoutComments } from '../../core/document/document.ts'
import { createCodeTest } from '../../core/document/places.ts'
import { findInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isExample } from '../../core/template/examples.ts'
import type { Range } from '../../core/text/range.ts'
import { type EmptyPlace, emptyPlaces } from './emptyPlaces.ts'
import { explainedMarks } from './explainedMarks.ts'
import {
  isAnglePlaceholder,
  isLineLabel,
  isNamedHeading,
  isNameInSentence,
  isPartOfFormat,
  isQuotedValue,
  placeholderAlone,
  placeholderHint,
  placeholderPatterns,
} from './placeholders.ts'
import { standInsIn, standInsInFrontmatter } from './standIns.ts'

/**
 * A place to fill in: placeholder words of the template or the author, an example of the template, or an empty place.
 */
export interface Placeholder extends Range {
  readonly kind: 'template' | 'words' | 'example' | EmptyPlace['kind']
  /** The words of a label with nothing after it. */
  readonly label?: string
}

/**
 * The places of a document that are still to be filled in, in order and without nesting. Found once for all rules.
 *
 * @param type if absent, only what counts in documents of any type
 */
export const findPlaceholders = rememberLast((document: DocumentModel, type?: DocumentType): readonly Placeholder[] => {
  const ofKind = (kind: Placeholder['kind'], ranges: Iterable<Range>) =>
    Array.from(ranges, ({ start, end }): Placeholder => ({ start, end, kind }))
  const all = [
    ...ofKind('template', type ? leftFromTemplate(document, type) : []),
    ...ofKind('words', leftByConvention(document)),
    ...ofKind('words', leftInFrontmatter(document)),
    ...ofKind('words', standInsIn(document)),
    ...ofKind('words', standInsInFrontmatter(document)),
    ...leftExamples(document, type),
    ...emptyPlaces(document),
  ]
  const found: Placeholder[] = []
  for (const range of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range)
  return found
})

/** Whether a range of a document contains anything still to be filled in. */
export function hasPlaceholder(document: DocumentModel, type: DocumentType, { start, end }: Range): boolean {
  const found = findPlaceholders(document, type)
  const next = found[firstIndex(found, (range) => range.end > start)]
  return next !== undefined && next.start < end
}

/** The template's examples, each reported at its first line. */
function* leftExamples(document: DocumentModel, type?: DocumentType): Generator<Placeholder> {
  for (const node of document.nodes('code')) {
    if (!isExample(document, node, type)) continue
    const { start, end } = document.rangeOf(node)
    const line = document.text.slice(start, end).search(/[\r\n]|$/)
    yield { start, end: start + line, kind: 'example' }
  }
}

/** The template's own placeholders, word for word. */
function* leftFromTemplate(document: DocumentModel, type: DocumentType): Generator<Range> {
  const { sentencesIn, wordsIn, spread } = searchFor(type)
  yield* leftTitle(document, type)
  yield* sentencesIn(document)
  const { text } = document
  const found = [...wordsIn(document)]
  const known = new Set(spread.length > 0 ? found.map(({ start, end }) => text.slice(start, end)) : [])
  for (const placeholder of spread) if (!known.has(placeholder)) addAll(found, occurrences(text, placeholder))
  if (found.length === 0) return
  const isCode = createCodeTest(document)
  for (const range of found) if (!isCode(range.start)) yield range
}

/** The search for a type's placeholders, prepared once. */
const searchFor = remember((type: DocumentType) => {
  const stops = type.tabStops.filter(({ index, choices, placeholder }) => index && !choices && placeholder.trim())
  const placeholders = new Set(stops.map(({ placeholder }) => placeholder).filter(isTelling))
  const others = [...placeholders].filter((each) => !isBracketed(each))
  const inLine = others.filter((each) => !/[\r\n]/.test(each))
  return {
    sentencesIn: findInSlices((slice, document) => leftSentences(slice, document, placeholders)),
    wordsIn: findInSlices((slice, document, start) => {
      const text = document.text.slice(start, start + slice.text.length)
      const found = [...inBrackets(text, placeholders), ...inLine.flatMap((each) => [...occurrences(text, each)])]
      return found.map((range) => ({ start: start + range.start, end: start + range.end }))
    }),
    /** Placeholders with several lines, which may cross slices. */
    spread: others.filter((each) => /[\r\n]/.test(each)),
  }
})

/** Occurrences of a placeholder in a text, with that text's line breaks. */
function* occurrences(text: string, placeholder: string): Generator<Range> {
  const written = /[\r\n]/.test(placeholder)
    ? placeholder.replace(/\r\n?|\n/g, text.includes('\r\n') ? '\r\n' : '\n')
    : placeholder
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
    const end = at + written.length
    if (isWhole(text, at, end)) yield { start: at, end }
  }
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>' }

/** Whether a text is enclosed in brackets, with no closing bracket inside. */
const isBracketed = (placeholder: string): boolean => {
  const close = closers[placeholder.charAt(0)]
  return close !== undefined && placeholder.indexOf(close) === placeholder.length - 1 && !/[\r\n]/.test(placeholder)
}

/** Most placeholders are in brackets, so one pass over the brackets of a text finds them all. */
function* inBrackets(text: string, placeholders: ReadonlySet<string>): Generator<Range> {
  for (const [open, close] of Object.entries(closers)) {
    const ours = [...placeholders].filter((each) => each.startsWith(open) && isBracketed(each))
    const longest = largest(
      ours.map(({ length }) => length),
      0,
    )
    for (let at = text.indexOf(open); at >= 0 && longest > 0; at = text.indexOf(open, at + 1)) {
      const end = at + text.slice(at, at + longest).indexOf(close) + 1
      // `[Goals](#goals)` is a link.
      const isLink = open === '[' && /[([]/.test(text[end] ?? '')
      if (end > at && !isLink && placeholders.has(text.slice(at, end))) yield { start: at, end }
    }
  }
}

/** Paragraphs and quotes of the template, even if their lines are now wrapped differently. */
function* leftSentences(
  { nodes }: Slice,
  document: DocumentModel,
  placeholders: ReadonlySet<string>,
): Generator<Range> {
  const open = [...placeholders].filter((each) => /\s/.test(each) && !isBracketed(each))
  const quotes = new Set(open.filter((each) => each.startsWith('>')).map(fold))
  const sentences = new Set(open.filter((each) => !each.startsWith('>')).map(fold))
  for (const [kind, known] of [
    ['paragraph', sentences],
    ['blockquote', quotes],
  ] as const)
    for (const node of known.size > 0 ? nodes(kind) : [])
      if (known.has(fold(sourceOf(document, node)))) yield document.rangeOf(node)
}

/** The text without line breaks, comments and emphasis. */
const fold = (text: string): string =>
  withoutComments(text, ' ')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/[\s*_]+/g, ' ')
    .trim()

/** Placeholders in a title that equals the template's, even if their words are not distinctive: `# RFC: Title`. */
function* leftTitle({ title, rangeOf }: DocumentModel, type: DocumentType): Generator<Range> {
  const own = type.document.title
  if (!title || !own || title.title !== own.title) return
  const length = type.document.rangeOf(own.heading).end - own.start
  if (rangeOf(title.heading).end - title.start !== length) return
  for (const { index, choices, placeholder, offset } of type.tabStops)
    if (index && !choices && placeholder && offset >= own.start && offset < own.start + length) {
      const start = title.start + offset - own.start
      yield { start, end: start + placeholder.length }
    }
}

/**
 * Whether a text is unlikely to be written by chance: in brackets, all capitals, a date without digits, or a phrase.
 */
const isTelling = (placeholder: string): boolean =>
  /^(?:\[.+\]|\{.+\}|<.+>|\(.+\)|[A-Z]{3,}|YYYY-MM-DD|yyyy-mm-dd)$/s.test(placeholder) ||
  placeholder.trim().split(/\s+/).length > 3

const isWhole = (text: string, start: number, end: number): boolean =>
  !/\w/.test(text[start] ?? '') || (!/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? ''))

/**
 * Placeholders by convention in a node. Reads the source, since offsets in the value differ where it resolves escapes.
 */
function conventionalIn(node: Text, document: DocumentModel): readonly Range[] {
  const written = sourceOf(document, node)
  const alone = placeholderAlone.exec(written)?.[1]
  const at = written.indexOf(alone ?? '')
  return [
    ...(/^\s*\[\.{3}\]\s*$/.test(written) ? [{ start: 0, end: written.length }] : []),
    ...(alone && isAlone(node, document) ? [{ start: at, end: at + alone.length }] : []),
    ...placeholderPatterns.flatMap((pattern) =>
      Array.from(written.matchAll(pattern), ({ index, 0: match }) => ({ start: index, end: index + match.length })),
    ),
  ].filter(({ start, end }) => {
    const { start: from } = document.rangeOf(node)
    const [before, found] = [written.slice(0, start), written.slice(start, end)]
    const after = document.text.slice(from + end, from + end + 80)
    return (
      !(start === 0 && isLineLabel(found, after) && startsLine(node, document)) &&
      !(
        found.startsWith('[') &&
        isNamedHeading(found, lineBefore(from + start, document), document.prose.slice(from + end, from + end + 800))
      ) &&
      !isQuotedValue(found, before, after) &&
      !isNameInSentence(found, before, after) &&
      !isPartOfFormat(found, before, after) &&
      !(/^[{[]/.test(found) && isQuoted({ start: from + start, end: from + end }, document))
    )
  })
}

/** Whether a line, a list item or a heading starts at a node, judged by the characters before it. */
const startsLine = (node: Text, { text, rangeOf }: DocumentModel): boolean => {
  const { start } = rangeOf(node)
  return /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+)?[*_]{0,3}$/.test(
    text.slice(Math.max(0, start - 40), start),
  )
}

const lineBefore = (at: number, { text }: DocumentModel): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at)

/** Whether a text is all there is on its line, in its cell or after its label, judged by the characters around it. */
function isAlone(node: Text, { text, rangeOf }: DocumentModel): boolean {
  const { start, end } = rangeOf(node)
  const before = text.slice(Math.max(0, start - 20), start)
  return (
    /(?:^|[\n|:>+-]|:\*\*|:__)[ \t]*[*_]{0,3}$/.test(before) &&
    /^[*_]{0,3}[ \t]*(?:\||\r?\n|$)/.test(text.slice(end, end + 20))
  )
}

/** Brackets and words that are placeholders in any template. */
const leftByConvention = findInSlices(function* ({ nodes }: Slice, document: DocumentModel): Generator<Range> {
  const explained = new Set(nodes('table').flatMap((table) => [...explainedMarks(table)]))
  for (const node of nodes('text')) {
    if (!placeholderHint.test(node.value) || explained.has(node)) continue
    const { start } = document.rangeOf(node)
    for (const found of conventionalIn(node, document)) yield { start: start + found.start, end: start + found.end }
  }
  for (const node of nodes('html'))
    if (isAnglePlaceholder(node.value) && !isQuoted(document.rangeOf(node), document)) yield document.rangeOf(node)
})

/** Whether a range is part of a quotation, within a paragraph: the text describes a format or a label. */
function isQuoted({ start, end }: Range, { text }: DocumentModel): boolean {
  const before =
    text
      .slice(Math.max(0, start - 80), start)
      .split(blankLine)
      .at(-1) ?? ''
  const after = text.slice(end, end + 80).split(blankLine, 1)[0] ?? ''
  return /(?:^|[\s(/])['"“‘][^'"“”‘’`]{0,60}$/.test(before) && /^[^'"“”‘’`]{0,60}['"”’]/.test(after)
}

const blankLine = /\r?\n[ \t]*\r?\n/

/** Front matter values that mean there is no value yet. */
function* leftInFrontmatter({ text, frontmatter: { range } }: DocumentModel): Generator<Range> {
  if (!range) return
  const written = text.slice(range.start, range.end)
  const clauses = Array.from(written.matchAll(bracketedValue)).filter(({ 2: value = '' }) => isClause(value))
  for (const match of [...written.matchAll(laterValue), ...clauses]) {
    const start = range.start + match.index + (match[1] ?? '').length
    yield { start, end: start + (match[2] ?? '').length }
  }
}

const laterValue =
  /^([ \t]*(?:- |[\w-]{1,40}:)[ \t]*["']?)(T[Bb][ACDacd]|tb[acd]|TODO|FIXME|\?\?\?)(?=["']?[ \t]*(?:#[^\r\n]*)?\r?$)/gm

/** A value in brackets without a comma; usually a YAML list with one element. */
const bracketedValue = /^([\w-]{1,40}: ?)(\[[A-Z\p{Script=Han}][^[\]\r\n,]{5,300}\])/gmu

/**
 * Whether it is a clause: the comma in `[参与决策的人，写明姓名]` does not separate names in a list, and
 * `[Alle an der Entscheidung Beteiligten]` has five words, too many for a name.
 */
const isClause = (bracketed: string): boolean => bracketed.includes('，') || bracketed.split(' ').length > 4
