/** Counts words in the same way as blocks do. */

import { scanText } from './scan.ts'

/** The number of words, at least 1; by characters in languages that do not separate words. */
export const wordCount = (text: string): number =>
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text) ? scanText(text).words : (text.match(/\S+/g)?.length ?? 1)
