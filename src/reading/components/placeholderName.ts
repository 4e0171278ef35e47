/** Tells whether the name of a node in a diagram only stands for names that are still to come, or for any. */

import { placeholderHint, placeholderPatterns } from '../sections/placeholders.ts'

/** `xxx`, `???`, `…`: a word of nothing but a letter that stands for others, of dots or of marks. `III` and `AAA` are names. */
const isBlankWord = /^(?:x{2,}|y{2,}|z{2,}|n{3,}|\?+|\.{2,}|…+|_{2,})$/i

/** Marks of unfinished work, as a word of their own. */
const isMark = /^(?:todo|tbd|tbc|fixme|tk|tktk|placeholder)$/i

/** `<service>`, `{name}`, `[Your Service]`: all of it in brackets; `<<interface>>` is a stereotype. */
const isInBrackets = /^(?:<[^<>]*>|\$?\{[^{}]*\}|\[[^[\]]*\])$/

/** `more services …` */
const isCutOff = /(?:\.{3}|…)$/

export function isPlaceholderName(label: string): boolean {
  const name = label.trim()
  if (isInBrackets.test(name) || isCutOff.test(name)) return true
  const words = name.split(/[\s/\\|:,;()[\]{}<>"'`-]+/).filter((word) => word !== '')
  if (words.every((word) => isBlankWord.test(word))) return true
  if (words.length <= 2 && words.some((word) => isMark.test(word))) return true
  return placeholderHint.test(name) && placeholderPatterns.some((pattern) => name.search(pattern) >= 0)
}
