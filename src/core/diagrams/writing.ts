/** What an editor asks of a notation, beside what a diagram shows: what may be written where, and where its blocks are. */

import type { Range } from '../text/range.ts'

/** A place in a source at which somebody writes. Its range is the word there, which may be empty. Offsets are UTF-16, into the source. */
export interface WritingPlace extends Range {
  /** The groups of words that belong here, as the table of keywords calls them: a kind of diagram, `head` for its first line. */
  readonly kinds: readonly string[]
  /** What stands before the word in its statement, without indentation; empty where a statement begins. */
  readonly before: string
  /** Whether a node may be named here: only that, or in a statement that may declare one. Absent where none may. */
  readonly node?: 'mention' | 'statement'
}

/** A node that a diagram does not have yet. */
export interface NewNode {
  /** As a reader is to see it: one line without quotes, brackets and signs. */
  readonly label: string
  /** Letters and digits, free in the diagram. */
  readonly id: string
}

/** How a notation is written. All of it is quick, takes any text, and knows nothing of the engine. */
export interface DiagramWriting {
  /** The place at an offset; undefined in comments, in free text and in diagrams of an unknown kind. */
  placeAt(source: string, offset: number): WritingPlace | undefined
  /** Stretches that may be folded away but for their first line, in order: from there to the end of the last line that goes. */
  foldsOf(source: string): readonly Range[]
  /** How a node that the diagram has is named elsewhere; undefined where it cannot be. */
  mention(node: { readonly id: string; readonly kind?: string }, kind: string | undefined): string | undefined
  /** How a new node is written at a place; undefined where the kind of diagram has no nodes that a text would speak of. */
  declare(node: NewNode, kind: string | undefined, at: 'mention' | 'statement'): string | undefined
}
