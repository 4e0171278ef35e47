/** Writes what a program says as Markdown, from a tree, so that no word in it is taken for a mark. */

import type { InlineCode, Link, PhrasingContent, RootContent, TableRow, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { printable } from '../text/printable.ts'

const processor = unified()
  // A table whose columns were aligned would change in every line with one long cell.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_' })

/** The text of a document with these parts. */
export const writeMarkdown = (children: readonly RootContent[]): string =>
  processor.stringify({ type: 'root', children: [...children] })

/** Words as they are: on one line, and nothing in them hides or acts. */
export const textNode = (value: string): Text => ({ type: 'text', value: printable(value) })

/** Words of others, in which a service that shows Markdown takes nothing for a name, a number or an address. */
export const quoted = (value: string): InlineCode => ({ type: 'inlineCode', value: printable(value) })

/** @param path relative, with `/`; what is encoded in it stays so */
export const linkTo = (path: string, words: string): Link => ({
  type: 'link',
  url: encodePath(path),
  children: [textNode(words)],
})

/** A name with a colon would be a scheme. */
const encodePath = (path: string): string =>
  path
    .replace(/^(?=[^/:]*:)/, './')
    .replace(/[^\w\-./~%]+/gu, (part) =>
      encodeURI(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
        /[()]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16)}`,
      ),
    )

/** A cell for each list of words. */
export const rowOf = (cells: readonly (readonly PhrasingContent[])[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
})
