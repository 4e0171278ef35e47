/** Finds the place in the text of a config where the id of a document type is or belongs. */

import { getLocation } from 'jsonc-parser'
import type { Range } from '../text/range.ts'

/**
 * The range of the type id under `types` at an offset: that of the existing value, including quotes, or an empty range
 * where a value belongs. Undefined anywhere else.
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
