/** Loads a parser written in Rust once there is enough to read: it takes a tenth of the time, but a moment to load. */

import type { Root } from 'mdast'
import { type QuickParser, readBy } from '../core/markdown/quickParser.ts'

/**
 * UTF-16 units after which loading pays off: the first ones take longest to parse, and a design's template is parsed as
 * well.
 */
const worthwhile = 1_000

let read = 0
let loading: Promise<void> | undefined

/** Must be called before a text is parsed. @param length of the text, in UTF-16 units */
export async function expectText(length: number): Promise<void> {
  read += length
  if (read > worthwhile) loading ??= loadQuickParser().then((parser) => void readBy(parser))
  await loading
}

/** The parser; undefined on an unsupported platform, or if optional dependencies are not installed. */
export async function loadQuickParser(): Promise<QuickParser | undefined> {
  const module = await import('satteri').catch(() => undefined)
  const options = { features: { frontmatter: false } }
  return module && ((text) => module.markdownToMdast(text, options) as Root)
}
