/** A position in a text that moves forward. */
export interface Scanner {
  readonly text: string
  at: number
  /** Whether the whole text has been read. */
  isDone(): boolean
  /** Consumes what a sticky pattern matches here; if it does not match, returns undefined and stays. */
  take(pattern: RegExp): RegExpExecArray | undefined
}

/** Starts reading a text. */
export const createScanner = (text: string, at = 0): Scanner => ({
  text,
  at,
  isDone() {
    return this.at >= text.length
  },
  take(pattern) {
    pattern.lastIndex = this.at
    const match = pattern.exec(text) ?? undefined
    if (match) this.at += match[0].length
    return match
  },
})

/** Maximum length of a label, in UTF-16 units, so that an unclosed bracket does not consume the whole diagram. */
const maxLabelLength = 4000

/**
 * Consumes the text up to a closing bracket, and the bracket, and returns the text. If the bracket is missing, or
 * another one comes first, consumes the rest of the line.
 */
export function takeUntil(scan: Scanner, closer: string | RegExp): string {
  const { text, at } = scan
  const limit = Math.min(text.length, at + maxLabelLength)
  const isHere = (index: number) =>
    typeof closer === 'string' ? text.startsWith(closer, index) : matches(closer, text, index)
  for (let index = at; index < limit; index++) {
    const quote = text[index] === '"' ? text.slice(index + 1, limit).indexOf('"') : -1
    if (quote >= 0) {
      index += quote + 1
      continue
    }
    if (isHere(index)) {
      scan.at = index + (typeof closer === 'string' ? closer.length : 2)
      return text.slice(at, index)
    }
    if (/[[\](){}]/.test(text[index] ?? '')) break
  }
  scan.take(/[^\n]*/y)
  return text.slice(at, scan.at)
}

function matches(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(text)
}
