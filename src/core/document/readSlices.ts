/** Reads a document slice by slice, each once for as long as it stays the same: a keystroke reads one of them. */

import { addAll } from '../data/longLists.ts'
import type { Slice } from '../markdown/slices.ts'
import type { Range } from '../text/range.ts'
import type { DocumentModel } from './document.ts'
import { kept } from './without.ts'

/** What was read of a slice when it stood at a place. */
interface Reading<T> {
  readonly start: number
  readonly value: T
}

/**
 * A reading of each slice of a document, in order. It is done once for each slice and moved with it.
 *
 * @param read must look at nothing but the slice, and tell places as offsets of the document
 * @param move the same value for a slice that stands so much later
 */
export function readSlices<T>(
  read: (slice: Slice, document: DocumentModel, start: number) => T,
  move: (value: T, by: number) => T,
): (document: DocumentModel) => readonly T[] {
  const known = new WeakMap<Slice, Reading<T>>()
  return (document) => {
    let start = 0
    return document.slices.map((slice) => {
      const before = known.get(slice)
      const value =
        before === undefined
          ? read(slice, document, start)
          : before.start === start
            ? before.value
            : move(before.value, start - before.start)
      if (before?.start !== start) known.set(slice, { start, value })
      start += slice.text.length
      return value
    })
  }
}

/** The same for readings that tell no places: all of them in one list. */
export function collectInSlices<T>(
  read: (slice: Slice, document: DocumentModel, start: number) => readonly T[],
): (document: DocumentModel) => readonly T[] {
  const inSlices = readSlices<readonly T[]>(read, (values) => values)
  return (document) => joined(inSlices(document))
}

/** The same for readings that find places: all of them in the order of their slices. */
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
    return document.leftOut ? kept(document.leftOut, found) : found
  }
}

function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = []
  for (const list of lists) if (list.length > 0) addAll(all, list)
  return all
}
