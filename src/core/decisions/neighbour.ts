/** Reads the heads of other decision records, with a cache. */

import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import { createPositions } from '../text/positions.ts'
import { type Decision, readDecision } from './record.ts'
import { type References, readReferenceLines } from './references.ts'
import { findStatus } from './status.ts'

/** What the rules need of another decision. Plain data that can be kept. */
export interface Neighbour {
  /** As stated in the head. */
  readonly decision: Decision
  /** References to other decisions in the lines after the head; usually none. */
  readonly rest: References
  /** The line of the status, from 1; 1 if the head states none. */
  readonly statusLine: number
}

/**
 * A decision states what it is at its beginning: UTF-16 units that are parsed, and that are then searched line by line.
 */
const limits = { head: 16_000, rest: 200_000 }

/** Parses the beginning of a decision's text. Never throws. */
export const readHead = (text: string): DocumentModel => createDocument(createParser().parse(headOf(text)), [])

/** Ends at a line break if there is one. */
function headOf(text: string): string {
  if (text.length <= limits.head) return text
  const end = text.lastIndexOf('\n', limits.head - 1) + 1
  return text.slice(0, end || limits.head)
}

/** By path; `units` counts the UTF-16 units of all texts in it. */
const known = new Map<string, { readonly text: string; readonly neighbour: Neighbour }>()
const mostUnits = 4_000_000
let units = 0

/** Read another decision. Cached by path until its text changes. @param path with `/` */
export function readNeighbour(path: string, text: string): Neighbour {
  const before = known.get(path)
  if (before?.text === text) return before.neighbour
  const head = readHead(text)
  const neighbour = {
    decision: readDecision(head, path),
    rest: readReferenceLines(text.slice(head.text.length, head.text.length + limits.rest)),
    statusLine: createPositions(head.text)(findStatus(head)?.start ?? 0).line,
  }
  units += text.length - (before?.text.length ?? 0)
  known.set(path, { text, neighbour })
  if (units > mostUnits) {
    known.clear()
    units = 0
  }
  return neighbour
}
