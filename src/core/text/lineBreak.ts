/** The line break that an author uses, so that what is inserted uses it too. */

/** The line break of most lines; `\n` if a text has none. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  if (!text.includes('\r')) return '\n'
  const all = text.split('\n').length - 1
  return (text.split('\r\n').length - 1) * 2 > all ? '\r\n' : '\n'
}

/** What is to be inserted into a text, with the line breaks of that text. */
export const withLineBreaksOf = (text: string, inserted: string): string =>
  inserted.replace(/\r\n?|\n/g, lineBreakOf(text))
