/** Writes JSON in which control characters and invisible ones can do no harm. */

import { replaceUnseen } from '../../core/text/printable.ts'

/** JSON for a file or a terminal: whatever a text holds is read from it unchanged, and nothing in it acts or hides. */
export const toJson = (value: unknown): string =>
  `${replaceUnseen(JSON.stringify(value, null, 2), escapeUnits).replace(/[\x7f-\x9f\u2028\u2029]/g, escapeUnits)}\n`

/** As JSON writes them: a `\u` for each UTF-16 unit. */
const escapeUnits = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
