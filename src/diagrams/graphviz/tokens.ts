/** Splits DOT into tokens. */

import { lineEnd } from '../../core/text/lineBounds.ts'

/** A token of DOT. Offsets are UTF-16, into the source. */
export interface Token {
  readonly type: 'name' | 'string' | 'html' | 'mark'
  /** The content: a string without quotes, an HTML label without its brackets, otherwise as written. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** False for a string, an HTML label or a comment that is still open at the end of the source. */
  readonly isClosed: boolean
}

/** Splits DOT into tokens, without comments. Accepts any text, in linear time; an unclosed comment becomes a `mark`. */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  const add = (type: Token['type'], end: number, text = source.slice(at, end), isClosed = true) => {
    tokens.push({ type, text, start: at, end, isClosed })
    at = end
  }
  while (at < source.length) {
    const here = source.charAt(at)
    const isLineStart = at === 0 || source.charAt(at - 1) === '\n'
    if (/[\s\ufeff]/.test(here)) at++
    else if (source.startsWith('//', at) || (here === '#' && isLineStart)) at = lineEnd(source, at)
    else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2)
      if (end === -1) add('mark', source.length, '/*', false)
      else at = end + 2
    } else if (here === '"') {
      const end = endOfString(source, at)
      const isClosed = end > at + 1 && source.charAt(end - 1) === '"'
      add('string', end, source.slice(at + 1, isClosed ? end - 1 : end), isClosed)
    } else if (here === '<') {
      const end = endOfMarkup(source, at)
      const isClosed = end !== undefined
      add('html', end ?? source.length, source.slice(at + 1, isClosed ? end - 1 : source.length), isClosed)
    } else if (source.startsWith('->', at) || source.startsWith('--', at)) add('mark', at + 2)
    else add(isNameCharacter(here) || startsNumber(source, at) ? 'name' : 'mark', endOfName(source, at))
  }
  return tokens
}

const isNameCharacter = (character: string): boolean => /[\w\u0080-\uffff]/.test(character)

const startsNumber = (source: string, at: number): boolean => /^-?\.?\d/.test(source.slice(at, at + 3))

function endOfName(source: string, start: number): number {
  let at = start
  if (startsNumber(source, at)) {
    if (source.charAt(at) === '-') at++
    while (/[\d.]/.test(source.charAt(at))) at++
    return at
  }
  while (at < source.length && isNameCharacter(source.charAt(at))) at++
  return Math.max(at, start + 1)
}

/** The offset after the closing quote, or the end of the source. */
function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const here = source.charAt(at)
    if (here === '\\') at++
    else if (here === '"') return at + 1
  }
  return source.length
}

/** The offset after the bracket that closes the first one; undefined if there is none. */
function endOfMarkup(source: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at)
      if (end === -1) return undefined
      at = end + 2
    } else if (source.charAt(at) === '<') depth++
    else if (source.charAt(at) === '>' && --depth === 0) return at + 1
  }
  return undefined
}
