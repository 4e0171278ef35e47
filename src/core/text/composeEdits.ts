/** Makes one list of edits out of two that follow each other. */

import { addAll } from '../data/longLists.ts'
import type { Range } from './range.ts'
import type { TextEdit } from './textEdit.ts'

/** A stretch of the first text that is kept, or what was written between two of them. */
type Piece = Range | string

/**
 * The edits that change a text as `first` does, and the result as `second` does. Both are in order, do not overlap and
 * are not snippets; so is the result.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const take = createTaking(piecesAfter(first))
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, newText } of second) {
    addAll(pieces, take(start - at))
    take(end - start)
    pieces.push(newText)
    at = end
  }
  addAll(pieces, take(Number.POSITIVE_INFINITY))
  return editsBetween(pieces)
}

/** The text after some edits, however long it is. */
function piecesAfter(edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, newText } of edits) {
    pieces.push({ start: at, end: start }, newText)
    at = end
  }
  return [...pieces, { start: at, end: Number.POSITIVE_INFINITY }]
}

/** Returns a function that takes the next so many UTF-16 units. */
function createTaking(pieces: readonly Piece[]): (length: number) => readonly Piece[] {
  let index = 0
  /** How much of the current piece was taken. */
  let used = 0
  return (length) => {
    const taken: Piece[] = []
    for (let left = length; left > 0; ) {
      const piece = pieces[index]
      if (piece === undefined) break
      const whole = typeof piece === 'string' ? piece.length : piece.end - piece.start
      const to = Math.min(whole, used + left)
      if (to > used) taken.push(part(piece, used, to))
      left -= to - used
      used = to
      if (used < whole || whole === Number.POSITIVE_INFINITY) break
      index++
      used = 0
    }
    return taken
  }
}

const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to }

/** What was written or removed between the stretches that are kept. */
function editsBetween(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let newText = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      newText += piece
      continue
    }
    if (piece.start > at || newText !== '') edits.push({ start: at, end: piece.start, newText })
    at = piece.end
    newText = ''
  }
  return edits
}
