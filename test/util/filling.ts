/** Fills templates as an author would, section by section, to test the findings in between. */
import assert from 'node:assert/strict'
import { sectionAt } from '../../src/core/document/document.ts'
import type { Template } from '../../src/core/template/template.ts'
import { readQuickly, today } from './linting.ts'

interface Change {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** What an author does to one section of a template: fills its places and adapts its examples. */
export interface Filling {
  /** The offsets of the section in the template's text. */
  readonly start: number
  readonly end: number
  readonly changes: readonly Change[]
}

/** An answer to a placeholder, with a figure. */
export const answer = (placeholder: string): string =>
  `${placeholder.replace(/^[[<{]|[\]>}]$/g, '').replace(/[[\]]/g, '')}, in 200 ms at 40 requests per second`

/** A sentence that answers nothing. */
export const nonsense = (_: string, index: number): string =>
  [
    'The moon hums a quiet tune to nobody in particular',
    'Purple umbrellas nap beside the teapot on Tuesdays',
    'A gentle walrus paints the ceiling with cold porridge',
    'Sleepy pebbles giggle whenever the wind forgets its hat',
    'Nine crooked spoons wander home through the fog',
  ][index % 5] ?? ''

/** Code with other names than those in the examples. */
const ownNames = (code: string): string =>
  code.replace(
    /(?:order|room|guest|session|booking|report|shopper|customer|client|push)(?=[a-z_]*)/gi,
    (name) => `${name}Two`,
  )

/**
 * The fillings of a template, one per section, in order.
 *
 * @param write returns the text for a place
 * @param isKeepingExamples whether the template's code blocks stay unchanged
 */
export function fillingsOf(
  { snippet: { text, tabStops } }: Template,
  write: (placeholder: string, index: number) => string,
  isKeepingExamples = false,
): readonly Filling[] {
  const document = readQuickly(text)
  const changes: Change[] = []
  let until = 0
  for (const { index, choices, placeholder, offset } of tabStops) {
    if (!index || choices || offset < until || !placeholder.trim() || placeholder === today) continue
    until = offset + placeholder.length
    changes.push({ start: offset, end: until, newText: write(placeholder, changes.length) })
  }
  if (!isKeepingExamples)
    for (const node of document.nodes('code')) {
      const { start, end } = document.rangeOf(node)
      const own = ownNames(text.slice(start, end))
      assert.notEqual(own, text.slice(start, end))
      changes.push({ start, end, newText: own })
    }
  const starts = [0, ...document.sections.map(({ start }) => start)]
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length
    const section = index === 0 ? undefined : sectionAt(document.sections, start)
    const own = changes.filter((change) => change.start >= start && change.start < end)
    return own.length > 0 && (index > 0 || !section) ? [{ start, end, changes: own }] : []
  })
}

/** The text of a template with some sections filled. */
export function fill({ snippet: { text } }: Template, fillings: readonly Filling[]): string {
  let filled = text
  for (const { start, end, newText } of fillings
    .flatMap(({ changes }) => changes)
    .toSorted((a, b) => b.start - a.start))
    filled = filled.slice(0, start) + newText + filled.slice(end)
  return filled
}
