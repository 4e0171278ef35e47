/** Line breaks and the other control characters: in a terminal they do something. */
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/g

/**
 * What Unicode says is not to be seen, bidirectional controls among it, and the marks around annotations. Without joiners and
 * variation selectors, which words of some scripts and emoji are written with.
 */
const unseen =
  /(?!\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** Write each character that nobody sees in another way. */
export const replaceUnseen = (text: string, write: (character: string) => string): string => text.replace(unseen, write)

/**
 * A text that quotes what others wrote, on its way to a terminal, a message or a label: on one line, with nothing in it that acts,
 * hides or turns the order of what is shown. `U+202E` becomes `\u202E`, for the author has to see what is there.
 */
export const printable = (text: string): string => replaceUnseen(text.replace(controls, ' '), escapeUnseen)

const escapeUnseen = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}
