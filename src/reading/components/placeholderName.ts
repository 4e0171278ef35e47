/** Tells whether the name of a diagram node only stands in for a real name. */

import { placeholderHint, placeholderPatterns } from '../sections/placeholders.ts'

/** `xxx`, `???`, `…`: a word that only repeats a letter used as a blank, dots or marks. `III` and `AAA` are names. */
const isBlankWord = /^(?:x{2,}|y{2,}|z{2,}|n{3,}|\?+|\.{2,}|…+|_{2,})$/i

/** Markers of unfinished work, as words of their own. */
const isMark = /^(?:todo|tbd|tbc|fixme|tk|tktk|placeholder)$/i

/** `<service>`, `{name}`, `[Your Service]`: entirely in brackets; `<<interface>>` is a stereotype. */
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
