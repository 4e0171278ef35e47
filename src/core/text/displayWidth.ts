/** Measures a text in the columns of a monospaced font, in which Chinese, Japanese and Korean characters take two. */

import { eastAsianWidth } from 'get-east-asian-width'

/** The width of a text in columns. Marks, which combine with the character before them, take none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const glyph of text) if (!isMark(glyph)) width += widthOf(glyph)
  return width
}

/** Appends blanks to a text until it is this wide. */
export const padToWidth = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** The width of a character that is not a mark: 1 or 2 columns. */
export const widthOf = (glyph: string): number => eastAsianWidth(glyph.codePointAt(0) ?? 0)

/** Whether a character combines with the one before it: accents, joiners, variation selectors. */
export const isMark = (glyph: string): boolean =>
  glyph > '\u02ff' && /^(?:\p{M}|[\u200b-\u200d\u2060]|\p{Emoji_Modifier})$/u.test(glyph)
