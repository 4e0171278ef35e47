/** Counts the words of a text as blocks count theirs. */

import { scanText } from './scan.ts'

/** How many words there are, one at least; where a language sets none apart, by its characters. */
export const wordCount = (text: string): number =>
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text) ? scanText(text).words : (text.match(/\S+/g)?.length ?? 1)
