/** Line breaks and other control characters, which may have effects in a terminal. */
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/g

/**
 * Characters that are invisible according to Unicode, including bidirectional controls, and interlinear annotation
 * marks. Excludes joiners and variation selectors, which are needed in the words of some scripts and in emoji.
 */
const unseen =
  /(?!\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** Replace each invisible character. */
export const replaceUnseen = (text: string, write: (character: string) => string): string => text.replace(unseen, write)

/**
 * Text from others, made safe for a terminal, a message or a label: on one line, with no control, invisible or
 * reordering characters. `U+202E` becomes `\u202E`, so that the author sees what is there.
 */
export const printable = (text: string): string => replaceUnseen(text.replace(controls, ' '), escapeUnseen)

const escapeUnseen = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}
