/** Keeps a model's findings in place while the document is edited, and drops those whose passage changes. */

import type { Passage, PlacedFinding } from './modelFinding.ts'

/** A change in a text as reported by VS Code, with UTF-16 offsets in the text before this change. */
export interface TextChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/**
 * Applies consecutive changes to findings.
 *
 * @returns the findings whose passages were not changed, at their new places; the same array if nothing moved
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

/** The range of a passage after the changes; undefined if one of them changed it. */
function follow(passage: Passage, changes: readonly TextChange[]): Passage | undefined {
  let at: Passage | undefined = passage
  for (const change of changes) at = at && afterChange(at, change)
  return at
}

function afterChange(passage: Passage, { rangeOffset, rangeLength, text }: TextChange): Passage | undefined {
  const end = rangeOffset + rangeLength
  if (rangeOffset >= passage.end) return passage
  if (end <= passage.start) return movedTo(passage, passage.start + text.length - rangeLength)
  // A larger text replaced the passage, such as the whole file; it may still contain the same words.
  const again = rangeOffset <= passage.start && end >= passage.end ? text.indexOf(passage.text) : -1
  return again < 0 ? undefined : movedTo(passage, rangeOffset + again)
}

const movedTo = ({ text }: Passage, start: number): Passage => ({ start, end: start + text.length, text })
