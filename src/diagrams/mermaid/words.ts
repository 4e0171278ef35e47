/** Descriptions of what mermaid's parsers expected and found. */

import { listed } from '../../core/text/listed.ts'
import { decodeEncoded } from './inside/cleanUp.ts'
import { wordFor } from './inside/tokens.ts'

/** Descriptions that say more than a long list would. */
const telling = ['an arrow', 'the end of the line', 'a cardinality such as `||`']

/** Whether a parser expects only a few tokens, so that the one it found cannot begin a statement of its own. */
export const isNarrow = (expected: readonly string[]): boolean => expected.length > 0 && expected.length <= 3

/** Whether a parser expects this closing bracket; empty: any closing bracket. */
export const awaits = (expected: readonly string[], closer: string): boolean =>
  expected.some((name) => {
    const word = wordFor(name) ?? ''
    return closer === ''
      ? /^(`[\])}]`|a closing bracket)$/.test(word)
      : word === `\`${closer}\`` || word === 'a closing bracket'
  })

/** Whether a parser expects only the brace that opens a block. */
export const awaitsBlock = (expected: readonly string[]): boolean =>
  expected.length > 0 && expected.every((name) => wordFor(name) === '`{`')

/** `, expected …`, or an empty string if the list would not help. */
export const expectedPhrase = (expected: readonly string[]): string => {
  const words = [...new Set(expected.map(wordFor))].filter((word) => word !== undefined)
  const few = words.length <= 3 ? words : telling.filter((word) => words.includes(word))
  // In a long list, the end of the line says nothing, since nearly everything may end there.
  if (few.length === 0 || (words.length > 3 && few.length === 1 && few[0] === 'the end of the line')) return ''
  return `, expected ${listed(few, 'or')}`
}

/** A quotation from the diagram for a message: a single line, shortened if it is long. */
export const quote = (text: string): string => {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? ''
  return decodeEncoded(`\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``)
}
