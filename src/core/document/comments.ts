/** Finds the comments of ours in a document, such as `design-docs-disable`, and what they cover. */

import type { Html } from 'mdast'
import { firstIndex } from '../data/firstIndex.ts'
import { addToGroup } from '../data/groupBy.ts'
import { lineEnd } from '../text/lineBounds.ts'
import type { DocumentModel, Range } from './document.ts'

/** The words behind `design-docs-` that mean something. */
export const verbs = ['disable', 'enable', 'disable-next-line', 'disable-file', 'met'] as const
export type Verb = (typeof verbs)[number]

/** A comment of ours in a document. */
export interface SilencingComment extends Range {
  /** What stands behind `design-docs-`: one of `verbs`, or a mistake. */
  readonly verb: string
  /** Rules and categories, empty when it means all rules; of `met` items of the checklist. */
  readonly names: readonly SilencingName[]
  /** What follows ` -- `, for readers; absent where nothing does. */
  readonly reason?: string
  readonly node: Html
}

export interface SilencingName extends Range {
  readonly name: string
}

/** What the author has silenced, by comments in the document. */
export interface Silence {
  /** In document order. */
  readonly comments: readonly SilencingComment[]
  /** Whether a rule is silenced at a place. The comment that says so counts as used from then on. */
  silences(rule: { readonly id: string; readonly category: string }, at: Range): boolean
  /** Whether a comment has silenced anything so far, or an `enable` ended anything. @param name absent: any of its names */
  isUsed(comment: SilencingComment, name?: SilencingName): boolean
}

/**
 * Read the disable comments of a document: `<!-- design-docs-disable no-placeholder -->` to the matching `-enable` or the
 * end, `-disable-next-line` for the next line that is not blank, `-disable-file` for the whole. Several names, of rules or
 * categories, are separated by spaces or commas; none means all rules; what follows ` -- ` is a reason for readers. A comment
 * `design-docs-met` silences nothing by itself: the checklist asks for it.
 */
export function readSilence({ comments, text }: DocumentModel): Silence {
  const found = comments.flatMap((comment) => toSilencing(text, comment))
  const used = new Set<SilencingComment | SilencingName>()
  const spans = readSpans(text, found, (comment, name) => used.add(comment).add(name ?? comment))
  return {
    comments: found,
    silences({ id, category }, at) {
      // What is wrong with the comments is silenced by name only, or those without a name would always be right.
      const names = category === 'silencing' ? [id, category] : [id, category, all]
      const span = names.map((name) => spans.get(name)?.find(at.start)).find((each) => each !== undefined)
      if (!span) return false
      used.add(span.comment)
      if (span.name) used.add(span.name)
      return true
    },
    isUsed: (comment, name) => used.has(name ?? comment),
  }
}

/** Stands for all rules. */
const all = '*'

function toSilencing(text: string, { start, end, node, text: words }: DocumentModel['comments'][number]) {
  const [head, verb] = /^design-docs-([\w-]{1,40})(?=\s|$)/.exec(words) ?? []
  if (head === undefined || verb === undefined) return []
  // As it is written, where lines in a quote have marks; U+0000 is read as a character that takes its place.
  const written = text.slice(start, end).replaceAll('\0', '\ufffd')
  let from = Math.max(written.indexOf(head), 0) + head.length
  const names: SilencingName[] = []
  const [said = '', ...reasons] = words.slice(head.length).split(/\s--\s/)
  for (const [name] of said.matchAll(/[^\s,]+/g)) {
    if (name === '--') break
    from = Math.max(written.indexOf(name, from), from)
    names.push({ name, start: start + from, end: start + from + name.length })
    from += name.length
  }
  const reason = reasons.join(' -- ').trim()
  return [{ verb, names, start, end, node, ...(reason !== '' && { reason }) }]
}

/** A stretch of the document in which a name is silenced, and what says so. */
interface Span extends Range {
  readonly comment: SilencingComment
  readonly name: SilencingName | undefined
}

interface Spans {
  /** The first that holds an offset. */
  find(offset: number): Span | undefined
}

function readSpans(
  text: string,
  comments: readonly SilencingComment[],
  use: (comment: SilencingComment, name: SilencingName | undefined) => void,
): ReadonlyMap<string, Spans> {
  // Of each kind none overlap: looking one up must not take longer the more there are.
  const kinds: Record<Exclude<Verb, 'enable' | 'met'>, Map<string, Span[]>> = {
    'disable-file': new Map(),
    disable: new Map(),
    'disable-next-line': new Map(),
  }
  const open = new Map<string, Span>()
  const add = (verb: keyof typeof kinds, key: string, span: Span) => addToGroup(kinds[verb], key, span)
  const close = (key: string, end: number): boolean => {
    const span = open.get(key)
    if (span) add('disable', key, { ...span, end })
    return open.delete(key)
  }
  const past = text.length + 1
  for (const comment of comments) {
    const { verb, names, start, end } = comment
    const entries = names.length > 0 ? names.map((name) => [name.name, name] as const) : [[all, undefined] as const]
    if (verb === 'enable' && names.length === 0)
      for (const key of [...open.keys()]) close(key, end) && use(comment, undefined)
    for (const [key, name] of entries) {
      const span = { comment, name, start, end: past }
      if (verb === 'disable') open.set(key, open.get(key) ?? span)
      else if (verb === 'enable') close(key, end) && use(comment, name)
      else if (verb === 'disable-file') add(verb, key, { ...span, start: 0 })
      else if (verb === 'disable-next-line') add(verb, key, { ...span, ...nextLine(text, end) })
    }
  }
  for (const key of [...open.keys()]) close(key, past)
  const keys = new Set(Object.values(kinds).flatMap((byName) => [...byName.keys()]))
  return new Map(
    [...keys].map((key) => {
      const lists = Object.values(kinds).map((byName) => byName.get(key) ?? [])
      return [key, { find: (offset) => lists.map((list) => spanAt(list, offset)).find((span) => span !== undefined) }]
    }),
  )
}

/** The last span that begins at or before an offset, where it holds the offset. */
function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  const span = spans[firstIndex(spans, ({ start }) => start > offset) - 1]
  return span && offset < span.end ? span : undefined
}

/** The next line with something on it; past the end of the text when there is none. */
export function nextLine(text: string, from: number): Range {
  const before = lineEnd(text, from)
  let start = before
  // A line of a quote may have nothing but its mark.
  while (start < text.length && /[\s>]/.test(text.charAt(start))) start++
  if (start === text.length) return { start, end: text.length + 1 }
  // The line begins with its indentation.
  while (start > before && !/[\r\n]/.test(text.charAt(start - 1))) start--
  const end = lineEnd(text, start)
  return { start, end: end === text.length ? end + 1 : end }
}
