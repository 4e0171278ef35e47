/** Keeps of a model's findings those whose quotations are in the document, and says how many are not. */

import type { Range } from '../../core/text/range.ts'
import type { ModelFinding, Passage, PlacedFinding } from './modelFinding.ts'
import { plainMessage } from './plainMessage.ts'
import { createQuotations, type Quotations } from './quotations.ts'

/** What is left of the findings of a review. */
export interface Placed {
  /** In the order of the text; what is said twice of one place is there once. */
  readonly findings: readonly PlacedFinding[]
  /** So many quoted what the document does not say. */
  readonly invented: number
}

/** Findings, and where the part of the document began that the model saw, as a UTF-16 offset. */
export interface FoundInPart {
  readonly findings: readonly ModelFinding[]
  readonly start: number
}

/** Look up the quotations of findings in the text as it is now. */
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
 * Find the passages of findings again in a text that may have changed unseen, such as in a file that was closed.
 * @returns those of which all passages are still there
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
