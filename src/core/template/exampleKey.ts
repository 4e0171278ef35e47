/** Folds the code of an example to a short key, by which an unchanged copy of it is known again. */

import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import { hashText } from '../text/hash.ts'

export interface ExampleKey {
  readonly key: string
  /** How many letters and digits it has, and how many different words. */
  readonly size: number
  readonly words: number
}

/** Blank space, comments, alternative texts and the direction of a flowchart do not count: whoever changes these has drawn nothing. */
export const exampleKeyOf = remember(({ value }: Code): ExampleKey => {
  const lines = value
    .slice(0, longest)
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line && !/^(?:%%(?!\{)|accTitle\b|accDescr\b)/.test(line))
  const text = lines.join('\n').replace(/^(flowchart|graph) (?:LR|RL|TB|TD|BT)\b/, '$1')
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return {
    key: hashText(text),
    size: words.reduce((sum, { length }) => sum + length, 0),
    words: new Set(words.filter(({ length }) => length > 1)).size,
  }
})

/** Longer than any example; what is longer is told by its beginning. */
const longest = 20_000
