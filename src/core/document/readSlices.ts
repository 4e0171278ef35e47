/** Reads a document slice by slice and caches the results, so that a keystroke re-reads only one slice. */

import { addAll } from '../data/longLists.ts'
import type { Slice } from '../markdown/slices.ts'
import type { Range } from '../text/range.ts'
import type { DocumentModel } from './document.ts'
import { withoutLeftOut } from './without.ts'

/** The result for a slice, and the offset at which it was read. */
interface Reading<T> {
  readonly start: number
  readonly value: T
}

/** The results for a document, slice by slice. */
interface Readings<T> {
  readonly slices: readonly Slice[]
  readonly length: number
  readonly values: readonly T[]
}

/** Reads a document slice by slice. */
export interface SliceReader<T> {
  (document: DocumentModel): readonly T[]
  /** Read one slice per step, so that callers can yield in between. A full read is cheap afterwards. */
  ahead(document: DocumentModel): Generator<void>
}

/**
 * Create a reader that returns a result for each slice of a document, in order. Each slice is read once; results move
 * with it.
 *
 * @param read must depend only on the slice, and use document offsets
 * @param move returns the value for the slice moved by a number of UTF-16 units
 */
export function readSlices<T>(
  read: (slice: Slice, document: DocumentModel, start: number) => T,
  move: (value: T, by: number) => T,
): SliceReader<T> {
  const known = new WeakMap<Slice, Reading<T>>()
  let last: Readings<T> = { slices: [], length: 0, values: [] }
  const readOne = (slice: Slice, document: DocumentModel): T => {
    const start = document.startOf(slice)
    const before = known.get(slice)
    if (before) return before.start === start ? before.value : move(before.value, start - before.start)
    const value = read(slice, document, start)
    known.set(slice, { start, value })
    return value
  }
  const readAll = (document: DocumentModel): readonly T[] => {
    const { slices, text } = document
    if (slices === last.slices) return last.values
    // Usually this is the previous text with one slice changed; the slices before and after need no lookup.
    const { head, tail } = sameEnds(slices, last.slices)
    const by = text.length - last.length
    const ending = last.values.slice(last.values.length - tail)
    const values = [
      ...last.values.slice(0, head),
      ...slices.slice(head, slices.length - tail).map((slice) => readOne(slice, document)),
      ...(by === 0 ? ending : ending.map((value) => move(value, by))),
    ]
    last = { slices, length: text.length, values }
    return values
  }
  return Object.assign(readAll, {
    *ahead(document: DocumentModel): Generator<void> {
      for (const slice of document.slices) {
        if (known.has(slice)) continue
        readOne(slice, document)
        yield
      }
    },
  })
}

/** The number of equal items at the start and at the end of two lists. */
function sameEnds<T>(some: readonly T[], others: readonly T[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(some.length, others.length)
  let head = 0
  while (head < most && some[head] === others[head]) head++
  let tail = 0
  while (tail < most - head && some[some.length - 1 - tail] === others[others.length - 1 - tail]) tail++
  return { head, tail }
}

/** Like `readSlices`, for results without offsets: all of them in one list. */
export function collectInSlices<T>(
  read: (slice: Slice, document: DocumentModel, start: number) => readonly T[],
): (document: DocumentModel) => readonly T[] {
  const inSlices = readSlices<readonly T[]>(read, (values) => values)
  return (document) => joined(inSlices(document))
}

/** Like `readSlices`, for results with ranges: all of them, in the order of their slices. */
export function findInSlices<T extends Range>(
  read: (slice: Slice, document: DocumentModel, start: number) => Iterable<T>,
): (document: DocumentModel) => readonly T[] {
  const inSlices = readSlices<readonly T[]>(
    (slice, document, start) => [...read(slice, document, start)],
    (places, by) =>
      places.length === 0
        ? places
        : places.map((place) => ({ ...place, start: place.start + by, end: place.end + by })),
  )
  return (document) => {
    const found = joined(inSlices(document))
    return document.leftOut ? withoutLeftOut(document.leftOut, found) : found
  }
}

function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = []
  for (const list of lists) if (list.length > 0) addAll(all, list)
  return all
}
