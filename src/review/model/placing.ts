/** Keeps those of a model's findings whose quotations are in the document, and counts the others. */

import type { Range } from '../../core/text/range.ts'
import type { ModelFinding, Passage, PlacedFinding } from './modelFinding.ts'
import { plainMessage } from './plainMessage.ts'
import { createQuotations, type Quotations } from './quotations.ts'

/** The remaining findings of a review. */
export interface Placed {
  /** In document order; only one of equal messages at the same place. */
  readonly findings: readonly PlacedFinding[]
  /** Number of findings that quote something that is not in the document. */
  readonly invented: number
}

/** Findings, with the UTF-16 offset at which the model's part of the document begins. */
export interface FoundInPart {
  readonly findings: readonly ModelFinding[]
  readonly start: number
}

/** Looks up the quotations of findings in the current text. */
export function placeFindings(text: string, parts: readonly FoundInPart[]): Placed {
  const quotations = createQuotations(text)
  const placed = new Map<string, PlacedFinding>()
  let invented = 0
  for (const { findings, start } of parts)
    for (const finding of findings) {
      const found = placeFinding(text, quotations, finding, start)
      if (found) placed.set(JSON.stringify([found.passage.start, found.message]), found)
      else invented++
    }
  return { findings: inOrder([...placed.values()]), invented }
}

/**
 * Finds the passages of findings again in a text that may have changed in the meantime, such as in a closed file.
 * @returns the findings whose passages are all still there
 */
export function replaceFindings<T extends PlacedFinding>(text: string, findings: readonly T[]): readonly T[] {
  const again = ({ start, text: words }: Passage): Passage | undefined => {
    const at = text.startsWith(words, start) ? start : text.indexOf(words)
    return at < 0 ? undefined : { start: at, end: at + words.length, text: words }
  }
  return inOrder(
    findings.flatMap((finding) => {
      const passage = again(finding.passage)
      const other = finding.other && again(finding.other)
      return passage && !other === !finding.other ? [{ ...finding, passage, ...(other && { other }) }] : []
    }),
  )
}

function placeFinding(
  text: string,
  quotations: Quotations,
  { kind, about, quote, other, message }: ModelFinding,
  from: number,
): PlacedFinding | undefined {
  const place = quotations.find(quote, from)
  const otherPlace = other === undefined ? undefined : quotations.find(other, from)
  if (!place || (other !== undefined && !otherPlace)) return undefined
  return {
    code: about ?? kind,
    message: plainMessage(message),
    passage: passageAt(text, place),
    ...(otherPlace && { other: passageAt(text, otherPlace) }),
  }
}

const passageAt = (text: string, { start, end }: Range): Passage => ({ start, end, text: text.slice(start, end) })

const inOrder = <T extends PlacedFinding>(findings: readonly T[]): readonly T[] =>
  findings.toSorted((a, b) => a.passage.start - b.passage.start)
