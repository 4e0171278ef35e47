/** Moves a model's findings along while somebody writes, and lets go of those whose passage changes. */

import type { Passage, PlacedFinding } from './modelFinding.ts'

/** A change of a text, as VS Code tells it: UTF-16 offsets in the text as it was before this change. */
export interface TextChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/**
 * Follow changes that were made one after the other.
 *
 * @returns the findings of which no passage was touched, at their new places; the same list where nothing moved
 */
export function followChanges<T extends PlacedFinding>(
  findings: readonly T[],
  changes: readonly TextChange[],
): readonly T[] {
  const followed = findings.flatMap((finding) => {
    const passage = follow(finding.passage, changes)
    const other = finding.other && follow(finding.other, changes)
    if (!passage || (finding.other && !other)) return []
    if (passage === finding.passage && other === finding.other) return [finding]
    return [{ ...finding, passage, ...(other && { other }) }]
  })
  const isSame = followed.length === findings.length && followed.every((finding, i) => finding === findings[i])
  return isSame ? findings : followed
}

/** Where a passage stands after the changes; undefined when one of them touched it. */
function follow(passage: Passage, changes: readonly TextChange[]): Passage | undefined {
  let at: Passage | undefined = passage
  for (const change of changes) at = at && afterChange(at, change)
  return at
}

function afterChange(passage: Passage, { rangeOffset, rangeLength, text }: TextChange): Passage | undefined {
  const end = rangeOffset + rangeLength
  if (rangeOffset >= passage.end) return passage
  if (end <= passage.start) return movedTo(passage, passage.start + text.length - rangeLength)
  // Something larger was put in its place, such as the whole file anew: its words may still be there.
  const again = rangeOffset <= passage.start && end >= passage.end ? text.indexOf(passage.text) : -1
  return again < 0 ? undefined : movedTo(passage, rangeOffset + again)
}

const movedTo = ({ text }: Passage, start: number): Passage => ({ start, end: start + text.length, text })
