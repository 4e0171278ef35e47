/** Splits a template's front matter into the part that describes the template and the part for its documents. */

import type { Frontmatter } from '../markdown/frontmatter.ts'
import { lineStart, linesWithBreaks } from '../text/lineBounds.ts'

/** Keys that describe a template. */
const ours = ['documentType', 'title', 'prefix', 'files', 'rules', 'covers', 'checklist', 'description']
/** Those that no other tool uses in this sense. */
const telling = ['documentType', 'prefix', 'files']

/** A template without the front matter that describes it. */
export interface TemplateParts {
  /** The text to insert, beginning with the front matter for documents, if any. */
  readonly body: string
  /** Values that describe the template, by key; has no prototype. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Separate the front matter that describes a template from that for its documents. A block without any of our own keys,
 * such as `status:` and `date:` of a KEP, is for the documents; a block with both kinds is split by key; a second block
 * after ours is for the documents, too.
 */
export function splitFrontmatter(text: string, { range, data, problem }: Frontmatter): TemplateParts {
  const none = Object.create(null) as Record<string, unknown>
  // `status: {a | b [c](d)}` is not valid YAML until the author has chosen: an unreadable block is for the documents.
  if (!range || (problem && !/^documentType[ \t]*:/m.test(text.slice(range.start, range.end))))
    return { body: text, data: none }
  const keys = Object.keys(data)
  const isOurs = keys.some((key) => telling.includes(key)) || keys.every((key) => ours.includes(key))
  if (!isOurs) return { body: text, data: none }
  // Documents should not begin with the blank lines that set off the front matter.
  const first = range.end + text.slice(range.end).search(/\S|$/)
  const rest = text.slice(Math.max(range.end, lineStart(text, first)))
  if (keys.every((key) => ours.includes(key))) return { body: rest, data }
  let isDropped = false
  const kept = linesWithBreaks(text.slice(range.start, range.end)).filter((line) => {
    // Indented lines and list items belong to the key above them.
    if (/^[^\s#-]/.test(line) || /^-{3}/.test(line))
      isDropped = ours.includes(/^["']?([\w-]+)["']?[ \t]*:/.exec(line)?.[1] ?? '')
    return !isDropped
  })
  return { body: kept.join('') + text.slice(range.end), data }
}
