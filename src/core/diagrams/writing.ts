/** Editor support for a notation, beyond its graph: what may be written where, and where its blocks are. */

import type { Range } from '../text/range.ts'

/** A place in a source where text is being written. The range is the word there, possibly empty, in UTF-16 offsets. */
export interface WritingPlace extends Range {
  /** Groups of words in the keyword table that are valid here: a kind of diagram, `head` for the first line. */
  readonly kinds: readonly string[]
  /** The statement before the word, without indentation; empty at the start of a statement. */
  readonly before: string
  /** Whether a node can be named here: just that, or in a statement that may declare one. Absent if not. */
  readonly node?: 'mention' | 'statement'
}

/** A node to be added to a diagram. */
export interface NewNode {
  /** As displayed: one line without quotes, brackets and signs. */
  readonly label: string
  /** Letters and digits, unused in the diagram. */
  readonly id: string
}

/** How a notation is written. All functions are fast, accept any text, and do not need the engine. */
export interface DiagramWriting {
  /** The place at an offset; undefined in comments, in free text and in diagrams of an unknown kind. */
  placeAt(source: string, offset: number): WritingPlace | undefined
  /** Foldable ranges in order: each from its first line, which stays visible, to the end of its last line. */
  foldsOf(source: string): readonly Range[]
  /** How to refer to an existing node; undefined if that is not possible. */
  mention(node: { readonly id: string; readonly kind?: string }, kind: string | undefined): string | undefined
  /** How to declare a new node at a place; undefined for kinds of diagrams without nodes that a text would mention. */
  declare(node: NewNode, kind: string | undefined, at: 'mention' | 'statement'): string | undefined
}
