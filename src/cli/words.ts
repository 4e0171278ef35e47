/** `a, b or c`, each in backticks. */
export const orList = (names: readonly string[]): string => {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop() ?? ''
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last
}

/** For a terminal: paths and reasons quote what others wrote, and an escape sequence would do something. */
export const printable = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')

/** Half a character, as it may stand in a file's name or be left of a text that was cut, is nothing that UTF-8 can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
