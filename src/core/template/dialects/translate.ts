/** Translates a template without our syntax to snippet syntax. */

import { addAll } from '../../data/longLists.ts'
import { type DocumentModel, type Section, titleKey, withoutComments } from '../../document/document.ts'
import { lineBreakOf } from '../../text/lineBreak.ts'
import { escapeSnippet } from '../snippet.ts'
import { choiceStop } from './choices.ts'
import { type Change, findChanges } from './findChanges.ts'
import { readRequirements, withoutRequirement } from './requirement.ts'

/** Whether a template uses our syntax: it contains a tab stop with braces or a VS Code variable. */
export const usesSnippetSyntax = (body: string): boolean =>
  /\$\{\d{1,4}[:|}]|\$\{?(?:CURRENT_[A-Z_]+|TM_[A-Z_]+|UUID|RANDOM|WORKSPACE_[A-Z]+)\b/.test(body)

/** The heading that is the document's title; undefined if the topmost headings are the sections. */
export function titleOf({ title, sections }: DocumentModel): Section | undefined {
  const isAlone = title && sections.every((section) => section === title || section.depth > title.depth)
  return isAlone || (title && sections.length === 1) ? title : undefined
}

/**
 * Translate a plain Markdown template to snippet syntax: what it leaves to the author becomes tab stops, those in the
 * title first, then the rest in reading order; everything else is unchanged.
 *
 * @param document the template, parsed as a document
 * @param hasMarks whether the template has section marks of ours that say which sections are required
 */
export function translate(document: DocumentModel, hasMarks: boolean): string {
  const title = titleOf(document)
  const changes = [...findChanges(document, title)]
  const { marks, isRequired } = readRequirements(document)
  addAll(changes, emptySections(document, title))
  for (const { start, end } of marks) changes.push(withoutLine(document.text, start, end))
  const named = new Set(changes.filter(({ place }) => place !== 'text').map(({ start }) => start))
  if (!hasMarks)
    for (const section of document.sections) {
      const { start, end } = document.rangeOf(section.heading)
      const isNamedByAuthor = [...headingStops(named, start, end)].length > 0
      if (section !== title && !isNamedByAuthor)
        changes.push({
          start: end,
          end,
          to: { text: lineBreakOf(document.text) + markFor(section, isRequired(section)) },
          place: 'text',
        })
    }
  return write(document.text, changes)
}

function* headingStops(starts: ReadonlySet<number>, from: number, to: number): Generator<number> {
  for (let at = from; at < to && at < from + 1000; at++) if (starts.has(at)) yield at
}

function markFor({ title, key }: Section, isRequired: boolean): string {
  const plain = withoutRequirement(title)
  const alias = titleKey(plain) !== key && !/[",<>]/.test(plain) ? ` aliases="${plain}"` : ''
  return `<!--section ${isRequired ? 'required' : 'optional'}${alias}-->`
}

/** A section without content gets a tab stop, as in our own templates. */
const emptySections = (document: DocumentModel, title: Section | undefined): readonly Change[] =>
  document.sections.flatMap((section): readonly Change[] => {
    const isEmpty =
      section !== title &&
      section.children.length === 0 &&
      section.content.every(
        (node) => node.type === 'definition' || (node.type === 'html' && withoutComments(node.value).trim() === ''),
      )
    if (!isEmpty) return []
    const { end } = document.rangeOf(section.content.at(-1) ?? section.heading)
    return [{ start: end, end, to: { stop: placeholderFor(withoutRequirement(section.title)) }, place: 'text' }]
  })

/** The placeholder for a section without text in its template. Not just the title in brackets: that could be a link. */
export const placeholderFor = (title: string): string =>
  `[What belongs under “${
    title
      .replace(/[[\]\r\n]/g, ' ')
      .trim()
      .slice(0, 80) || 'this heading'
  }”]`

/** Removes a comment: with its line if it is alone on it, and with one of the blank lines around it. */
function withoutLine(text: string, start: number, end: number): Change {
  const isOwnLine = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 100), start))
  const rest = isOwnLine ? (/^[ \t]*(?:\r\n?|\n)/.exec(text.slice(end, end + 100))?.[0].length ?? 0) : 0
  const isBetweenBlanks = rest > 0 && /(?:^|\n\r?\n|\r\r)$/.test(text.slice(Math.max(0, start - 4), start))
  const blank = isBetweenBlanks ? (/^(?:\r\n?|\n)/.exec(text.slice(end + rest, end + rest + 2))?.[0].length ?? 0) : 0
  return { start, end: end + rest + blank, to: { text: '' }, place: 'text' }
}

function write(text: string, changes: readonly Change[]): string {
  const inOrder = changes.toSorted((a, b) => a.start - b.start || a.end - b.end || rank(a) - rank(b))
  const textOf = ({ start, end }: Change) => text.slice(start, end)
  const isStop = ({ to }: Change) => typeof to === 'string' || !('text' in to)
  // Placeholders in headings share one tab stop: `{title of option 1}` is the same wherever it recurs.
  const shared = new Map(
    inOrder.flatMap((change) =>
      change.to === 'stop' && change.place !== 'text' ? [[textOf(change), undefined as number | undefined]] : [],
    ),
  )
  const indexes = new Map<Change, number>()
  let last = 0
  for (const change of [...inOrder.filter(({ place }) => place === 'title'), ...inOrder]) {
    if (!isStop(change) || indexes.has(change)) continue
    const words = change.to === 'stop' ? textOf(change) : undefined
    const known = words === undefined ? undefined : shared.get(words)
    const index = known ?? ++last
    indexes.set(change, index)
    if (words !== undefined && shared.has(words)) shared.set(words, index)
  }
  const eol = lineBreakOf(text)
  let result = ''
  let at = 0
  for (const change of inOrder) {
    if (change.start < at) continue
    result += escapeText(text.slice(at, change.start))
    at = change.end
    const { to } = change
    const index = indexes.get(change) ?? 0
    if (to === 'stop') result += `\${${index}:${escapeSnippet(textOf(change))}}`
    else if ('choices' in to) result += choiceStop(index, to.choices)
    else if ('stop' in to) result += `${eol}${eol}\${${index}:${escapeSnippet(to.stop)}}`
    else result += to.text
  }
  return result + escapeText(text.slice(at))
}

/** A mark goes directly below its heading, before the tab stop of an empty section. */
const rank = ({ to }: Change): number => (typeof to !== 'string' && 'text' in to ? 0 : 1)

const escapeText = (text: string): string => text.replace(/[\\$]/g, '\\$&')
