/** Loads a parser written in Rust once there is much to read: it takes a tenth of the time, and a moment to load. */

import type { Root } from 'mdast'
import { type QuickParser, readBy } from '../core/markdown/quickParser.ts'

/** So many UTF-16 units are read in the time that loading takes, for the first ones take longest, and a design's template is read as well. */
const worthwhile = 1_000

let read = 0
let loading: Promise<void> | undefined

/** To be called before a text is parsed. @param length of the text, in UTF-16 units */
export async function expectText(length: number): Promise<void> {
  read += length
  if (read > worthwhile) loading ??= loadQuickParser().then((parser) => void readBy(parser))
  await loading
}

/** The parser; undefined on a platform that it is not made for, or where optional dependencies are left out. */
export async function loadQuickParser(): Promise<QuickParser | undefined> {
  const module = await import('satteri').catch(() => undefined)
  const options = { features: { frontmatter: false } }
  return module && ((text) => module.markdownToMdast(text, options) as Root)
}
