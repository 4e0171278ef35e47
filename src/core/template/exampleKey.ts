/** Computes a short key from the code of an example, by which unchanged copies are recognised. */

import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import { hashText } from '../text/hash.ts'

export interface ExampleKey {
  readonly key: string
  /** The number of letters and digits in it, and of distinct words. */
  readonly size: number
  readonly words: number
}

/** Ignores whitespace, comments, alternative texts and a flowchart's direction: changing these draws nothing new. */
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

/** More characters than any example has; of longer code, only this much is compared. */
const longest = 20_000
