/** Generates Markdown from a tree, so that no plain text in it is taken for markup. */

import type { InlineCode, Link, PhrasingContent, RootContent, TableRow, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { encodePath, encodeRest } from '../text/encodePath.ts'
import { printable } from '../text/printable.ts'

const processor = unified()
  // In an aligned table, one long cell would change every line.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_' })

/** The text of a document with these nodes. */
export const writeMarkdown = (children: readonly RootContent[]): string =>
  processor.stringify({ type: 'root', children: [...children] })

/** Literal text, on one line and with invisible characters escaped. */
export const textNode = (value: string): Text => ({ type: 'text', value: printable(value) })

/** Text from others, as code, so that services that render Markdown do not link names, numbers or addresses in it. */
export const quoted = (value: string): InlineCode => ({ type: 'inlineCode', value: printable(value) })

/** @param path relative, with `/`; or a link as an author has written it, which begins at the root of a site */
export const linkTo = (path: string, words: string): Link => ({
  type: 'link',
  url: path.startsWith('/') ? encodeRest(path) : encodePath(path),
  children: [textNode(words)],
})

/** A row with a cell for each list of nodes. */
export const rowOf = (cells: readonly (readonly PhrasingContent[])[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
})
