/** Finds in the text of a config where the id of a document type stands or belongs. */

import { getLocation } from 'jsonc-parser'
import type { Range } from '../document/document.ts'

/**
 * The place of a type's id under `types` at an offset: the value that is there, quotes included, or an empty place where one belongs.
 * Undefined anywhere else.
 */
export function typeIdPlace(text: string, offset: number): Range | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset)
  if (isAtPropertyKey || path.length !== 2 || path[0] !== 'types') return undefined
  const isAt =
    previousNode?.type === 'string' &&
    previousNode.offset <= offset &&
    offset <= previousNode.offset + previousNode.length
  if (isAt && previousNode) return { start: previousNode.offset, end: previousNode.offset + previousNode.length }
  return { start: offset, end: offset }
}
