/** Reads the head of another decision record, once for each text. */

import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import { createPositions } from '../text/positions.ts'
import { type Decision, readDecision } from './record.ts'
import { type References, readReferenceLines } from './references.ts'
import { findStatus } from './status.ts'

/** Another decision, as far as the rules need it. Plain data, so that it may be kept. */
export interface Neighbour {
  /** As its head says. */
  readonly decision: Decision
  /** What the lines behind the head say of other decisions; nothing for most. */
  readonly rest: References
  /** The line of the status, from 1; 1 where the head says none. */
  readonly statusLine: number
}

/** A decision says what it is at its beginning: so many UTF-16 units are parsed, and so many more are searched by line. */
const limits = { head: 16_000, rest: 200_000 }

/** The beginning of a decision's text as a document. Never throws. */
export const readHead = (text: string): DocumentModel => createDocument(createParser().parse(headOf(text)), [])

/** Whole lines, as long as they are no longer than the head. */
function headOf(text: string): string {
  if (text.length <= limits.head) return text
  const end = text.lastIndexOf('\n', limits.head - 1) + 1
  return text.slice(0, end || limits.head)
}

/** By path; `units` are the UTF-16 units of all texts in it. */
const known = new Map<string, { readonly text: string; readonly neighbour: Neighbour }>()
const mostUnits = 4_000_000
let units = 0

/** Read another decision. It is read anew only when its text is another one. @param path with `/` */
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
