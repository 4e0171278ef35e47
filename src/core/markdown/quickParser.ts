/** Lets a quicker parser stand in for micromark where it surely reads a text in the same way. */

import type { Root } from 'mdast'
import { isOrdinary, isSameTree } from './sameTree.ts'

/** Reads Markdown with GitHub's extensions and without front matter into a tree with positions. May throw. */
export type QuickParser = (text: string) => Root

let parser: QuickParser | undefined

/** Use a quicker parser from now on, in this thread, or none. What texts are read as stays the same. */
export function readBy(quicker: QuickParser | undefined): void {
  parser = quicker
}

/** The tree that micromark would make of a text without front matter; undefined where only micromark itself can tell. */
export function parseQuickly(text: string): Root | undefined {
  if (!parser || !isOrdinary(text)) return undefined
  try {
    const root = parser(text)
    return isSameTree(root, text) ? root : undefined
  } catch {
    // Whatever is wrong with it, there is another parser.
    return undefined
  }
}
