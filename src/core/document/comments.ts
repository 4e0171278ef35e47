/** Finds our comments in a document, such as `design-docs-disable`, and the ranges they cover. */

import type { Html } from 'mdast'
import { firstIndex } from '../data/firstIndex.ts'
import { addToGroup } from '../data/groupBy.ts'
import { lineEnd } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import type { DocumentModel } from './document.ts'

/** Valid words after `design-docs-`. */
export const verbs = ['disable', 'enable', 'disable-next-line', 'disable-file', 'met'] as const
export type Verb = (typeof verbs)[number]

/** A `design-docs-…` comment in a document. */
export interface SilencingComment extends Range {
  /** What follows `design-docs-`: one of `verbs`, or a mistake. */
  readonly verb: string
  /** Rules and categories, empty for all rules; for `met`, checklist items. */
  readonly names: readonly SilencingName[]
  /** The text after ` -- `, for readers; absent if there is none. */
  readonly reason?: string
  readonly node: Html
}

export interface SilencingName extends Range {
  readonly name: string
}

/** What the author has silenced by comments in the document. */
export interface Silence {
  /** In document order. */
  readonly comments: readonly SilencingComment[]
  /** Whether a rule is silenced at a range. Marks the responsible comment as used. */
  silences(rule: { readonly id: string; readonly category: string }, at: Range): boolean
  /** Whether a comment has silenced anything, or an `enable` ended anything, so far. @param name absent: any name */
  isUsed(comment: SilencingComment, name?: SilencingName): boolean
}

/**
 * Read the silencing comments of a document: `<!-- design-docs-disable no-placeholder -->` until the matching `-enable`
 * or the end, `-disable-next-line` for the next non-blank line, `-disable-file` for the whole file. Names of rules or
 * categories are separated by spaces or commas; no names means all rules, of which an `-enable` with names excepts some;
 * text after ` -- ` is a reason for readers.
 * `design-docs-met` silences nothing itself: it is read by the checklist.
 */
export function readSilence({ comments, text }: DocumentModel): Silence {
  const found = comments.flatMap((comment) => toSilencing(text, comment))
  const used = new Set<SilencingComment | SilencingName>()
  const spans = readSpans(text, found, (comment, name) => used.add(comment).add(name ?? comment))
  return {
    comments: found,
    silences({ id, category }, at) {
      // Problems with comments are silenced by name only: a comment without names would silence those about itself.
      const names = category === 'silencing' ? [id, category] : [id, category, all]
      const isExcepted = [id, category].some((name) => spans.get(exceptionOf(name))?.find(at.start))
      const span = names
        .map((name) => spans.get(name)?.find(at.start, name === all && isExcepted))
        .find((each) => each !== undefined)
      if (!span) return false
      used.add(span.comment)
      if (span.name) used.add(span.name)
      return true
    },
    isUsed: (comment, name) => used.has(name ?? comment),
  }
}

/** Key for all rules. */
const all = '*'

/** Key for where a name is excepted from a `disable` without names. Names contain no spaces. */
const exceptionOf = (name: string): string => ` ${name}`
const isException = (key: string): boolean => key.startsWith(' ')

function toSilencing(text: string, { start, end, node, text: words }: DocumentModel['comments'][number]) {
  // A colon after the verb is a mistake worth reporting.
  const [head, verb] = /^design-docs-([\w-]{1,40}(?::|(?=\s|$)))/.exec(words) ?? []
  if (head === undefined || verb === undefined) return []
  // Names are located in the source, as blockquotes have markers in each line. The parser replaces U+0000 by U+FFFD.
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

/** A range in which a name is silenced, and the comment that does so. */
interface Span extends Range {
  readonly comment: SilencingComment
  readonly name: SilencingName | undefined
}

interface Spans {
  /** The span that contains an offset; undefined if none does. @param isExcepted whether `disable` does not count */
  find(offset: number, isExcepted?: boolean): Span | undefined
}

function readSpans(
  text: string,
  comments: readonly SilencingComment[],
  use: (comment: SilencingComment, name: SilencingName | undefined) => void,
): ReadonlyMap<string, Spans> {
  // Spans of the same kind and name do not overlap, so that they can be looked up by binary search.
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
    // A second `disable` without names covers what has been excepted from the first.
    const excepted = verb === 'disable' && names.length === 0 ? [...open.keys()].filter(isException) : []
    if (excepted.length > 0) for (const key of [...excepted, all]) close(key, start)
    for (const [key, name] of entries) {
      const span = { comment, name, start, end: past }
      if (verb === 'disable') open.set(key, open.get(key) ?? span)
      else if (verb === 'enable') {
        if (close(key, end)) use(comment, name)
        if (!open.has(all) || open.has(exceptionOf(key))) continue
        open.set(exceptionOf(key), { ...span, start: end })
        use(comment, name)
      } else if (verb === 'disable-file') add(verb, key, { ...span, start: 0 })
      else if (verb === 'disable-next-line') add(verb, key, { ...span, ...nextTextLine(text, end) })
    }
  }
  for (const key of [...open.keys()]) close(key, past)
  const keys = new Set(Object.values(kinds).flatMap((byName) => [...byName.keys()]))
  return new Map(
    [...keys].map((key) => {
      const lists = Object.entries(kinds).map(([verb, byName]) => ({ verb, list: byName.get(key) ?? [] }))
      const find: Spans['find'] = (offset, isExcepted = false) =>
        lists
          .map(({ verb, list }) => (isExcepted && verb === 'disable' ? undefined : spanAt(list, offset)))
          .find((span) => span !== undefined)
      return [key, { find }]
    }),
  )
}

/** The last span that begins at or before an offset, if it contains the offset. */
function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  const span = spans[firstIndex(spans, ({ start }) => start > offset) - 1]
  return span && offset < span.end ? span : undefined
}

/** The next non-blank line; past the end of the text if there is none. */
export function nextTextLine(text: string, from: number): Range {
  const before = lineEnd(text, from)
  let start = before
  // A line of a blockquote may consist of only its marker.
  while (start < text.length && /[\s>]/.test(text.charAt(start))) start++
  if (start === text.length) return { start, end: text.length + 1 }
  // Include the indentation.
  while (start > before && !/[\r\n]/.test(text.charAt(start - 1))) start--
  const end = lineEnd(text, start)
  return { start, end: end === text.length ? end + 1 : end }
}
