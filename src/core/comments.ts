import type { DocumentModel, Range } from './document.ts'

/** Says whether the author has silenced a rule at a place, by comments in the document. */
export type IsSilenced = (ruleId: string, at: Range) => boolean

/**
 * Read the disable comments of a document: `<!-- design-docs-disable no-placeholder -->` to the matching `-enable` or the
 * end, `-disable-next-line` for the next line that is not blank, `-disable-file` for the whole. Several ids are separated
 * by spaces or commas; none means all rules; what follows ` -- ` is a reason for readers.
 */
export function readSilence({ comments, text }: DocumentModel): IsSilenced {
  const silences: (Range & { ids: ReadonlySet<string> })[] = []
  const open = new Map<string, number>()
  const close = (id: string, end: number) => {
    const start = open.get(id)
    if (start !== undefined) silences.push({ start, end, ids: new Set([id]) })
    open.delete(id)
  }
  for (const comment of comments) {
    const match = /^design-docs-(enable|disable(?:-next-line|-file)?)(?=\s|$)([\s\S]*)$/.exec(comment.text)
    if (!match) continue
    const [, verb, rest = ''] = match
    const named = (rest.split(/\s--\s/, 1)[0] ?? '').split(/[\s,]+/).filter(Boolean)
    const ids = named.length > 0 ? named : [all]
    if (verb === 'disable') for (const id of ids) open.set(id, open.get(id) ?? comment.start)
    else if (verb === 'enable') for (const id of named.length > 0 ? named : [...open.keys()]) close(id, comment.end)
    else if (verb === 'disable-file') silences.push({ start: 0, end: text.length + 1, ids: new Set(ids) })
    else silences.push({ ...nextLine(text, comment.end), ids: new Set(ids) })
  }
  for (const id of [...open.keys()]) close(id, text.length + 1)
  return (ruleId, at) =>
    silences.some(({ start, end, ids }) => at.start >= start && at.start < end && (ids.has(ruleId) || ids.has(all)))
}

const all = '*'

/** The next line with something on it. */
function nextLine(text: string, from: number): Range {
  const skipped = /^[^\n\r]*(?:\r\n?|\n)\s*?(?=\S|$)/.exec(text.slice(from))?.[0].length ?? 0
  const start = text.lastIndexOf('\n', from + skipped - 1) + 1
  const lineEnd = text.slice(from + skipped).search(/[\r\n]/)
  return { start: Math.max(start, from), end: lineEnd < 0 ? text.length + 1 : from + skipped + lineEnd }
}
