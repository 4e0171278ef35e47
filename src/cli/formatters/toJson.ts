/** Writes JSON with control and invisible characters escaped. */

import { replaceUnseen } from '../../core/text/printable.ts'

/**
 * JSON for a file or a terminal. Parsing it gives the exact texts back, but no control or invisible character is
 * written literally.
 */
export const toJson = (value: unknown): string =>
  `${replaceUnseen(JSON.stringify(value, null, 2), escapeUnits).replace(/[\x7f-\x9f\u2028\u2029]/g, escapeUnits)}\n`

/** As JSON escapes: one `\u` per UTF-16 unit. */
const escapeUnits = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
