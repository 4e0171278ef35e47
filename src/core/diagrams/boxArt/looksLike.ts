/** Distinguishes drawings made of characters from code, file trees and terminal output. */

import { isTable } from './boxes.ts'
import type { Misalignment } from './misaligned.ts'
import { type BoxArt, understand } from './parse.ts'
import { readStraight } from './straight.ts'

const known = new Map<string, BoxArt | undefined>()
const capacity = 50

/** The drawing in a text; undefined if it is none, but code, a file tree, a table or terminal output. Cached. */
export function readBoxArt(source: string): BoxArt | undefined {
  if (known.has(source)) return known.get(source)
  const straight = mayHaveBoxes(source) ? readStraight(source) : undefined
  const art = straight?.rectangles.length ? understand(straight) : undefined
  const drawing = art && isDrawing(art) ? art : undefined
  known.set(source, drawing)
  const [oldest] = known.keys()
  if (known.size > capacity && oldest !== undefined) known.delete(oldest)
  return drawing
}

/** Misalignments in a text with exactly one box, which is not a drawing of a system but still a box. */
export function readLoneBox(source: string): readonly Misalignment[] {
  const straight = mayHaveBoxes(source) ? readStraight(source) : undefined
  return straight?.rectangles.length === 1 ? straight.misalignments : []
}

/** A quick test for an upper left corner, which most code does not contain. */
const mayHaveBoxes = (source: string): boolean => /[┌╔┏╭]|[+.,][-=]{2}/.test(source)

/** Whether a text is a drawing of boxes. */
export const looksLikeBoxArt = (source: string): boolean => readBoxArt(source) !== undefined

/** Whether there are edges or several boxes, but not just the cells of a table. */
function isDrawing({ boxes, rectangles, edges }: BoxArt): boolean {
  if (isTable(rectangles) && !edges.some(({ heads }) => heads !== 'none')) return false
  return edges.length > 0 || boxes.filter(({ isHull }) => !isHull).length > 1
}
