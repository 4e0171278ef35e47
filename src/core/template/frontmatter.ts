/** Splits the front matter of a template into what is for us and what is for the document. */

import type { Frontmatter } from '../markdown/frontmatter.ts'

/** Keys by which a template says what it is. */
const ours = ['documentType', 'title', 'prefix', 'files', 'rules', 'covers', 'checklist', 'description']
/** Those of them that nobody else uses in this sense. */
const telling = ['documentType', 'prefix', 'files']

/** A template without what its front matter says to us. */
export interface TemplateParts {
  /** What is inserted; begins with the front matter that documents shall have, where there is one. */
  readonly body: string
  /** What the front matter says to us, by key; has no prototype. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Tell the front matter that describes a template from the one that its documents shall have. A block without any of our
 * own keys, such as `status:` and `date:` of a KEP, is the documents'; in one with both kinds each key goes its way; a second
 * block after ours is the documents' too.
 */
export function splitFrontmatter(text: string, { range, data, problem }: Frontmatter): TemplateParts {
  const none = Object.create(null) as Record<string, unknown>
  // `status: {a | b [c](d)}` is no YAML before the author has chosen: what cannot be read is the documents'.
  if (!range || (problem && !/^documentType[ \t]*:/m.test(text.slice(range.start, range.end))))
    return { body: text, data: none }
  const keys = Object.keys(data)
  const isOurs = keys.some((key) => telling.includes(key)) || keys.every((key) => ours.includes(key))
  if (!isOurs) return { body: text, data: none }
  const rest = text.slice(range.end).replace(/^[ \t]*(?:\r\n?|\n)/, '')
  if (keys.every((key) => ours.includes(key))) return { body: rest, data }
  let isDropped = false
  const kept = text
    .slice(range.start, range.end)
    .split(/(?<=\n)|(?<=\r)(?!\n)/)
    .filter((line) => {
      // What is indented, and the items of a list, belong to the key above them.
      if (/^[^\s#-]/.test(line) || /^-{3}/.test(line))
        isDropped = ours.includes(/^["']?([\w-]+)["']?[ \t]*:/.exec(line)?.[1] ?? '')
      return !isDropped
    })
  return { body: kept.join('') + text.slice(range.end), data }
}
