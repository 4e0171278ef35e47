/** Splits a sentence into words, figures and marks, for a model that counts them. */

/** A word in lower case, `<n>` for a figure, `<camel>` before the words of a `CamelCase` name, or a mark. */
export interface Token {
  readonly word: string
  /** UTF-16 offsets in the sentence. */
  readonly start: number
  readonly end: number
}

const camelParts = /[A-Z]?[a-z]+|[A-Z]+/g

/** What the letters after an apostrophe are short for. */
const endings = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['m', 'am'],
  ['d', 'would'],
])
const shortened = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
])

/** The kind of token that a character begins: a word (letter or apostrophe), a figure (digit), or a mark by itself. */
const kinds = new Map<number, 'letter' | 'digit' | 'mark'>()
for (const [kind, signs] of [
  ['letter', "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'’"],
  ['digit', '0123456789'],
  ['mark', '€$£%.,;:!?()/+&-'],
] as const)
  for (const sign of signs) kinds.set(sign.charCodeAt(0), kind)

/** Written by hand because it runs on every sentence and a regular expression takes twice as long. */
export function tokensOf(sentence: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < sentence.length; ) {
    const kind = kinds.get(sentence.charCodeAt(at))
    const start = at++
    if (kind === 'letter') {
      while (kinds.get(sentence.charCodeAt(at)) === 'letter') at++
      addWords(tokens, sentence, start, at)
    } else if (kind === 'digit') {
      while (isInFigure(sentence.charCodeAt(at))) at++
      tokens.push({ word: '<n>', start, end: at })
    } else if (kind === 'mark') tokens.push({ word: sentence.charAt(start), start, end: at })
  }
  return tokens
}

const isInFigure = (code: number): boolean => (code >= 48 && code <= 57) || code === 46 || code === 44

function addWords(tokens: Token[], sentence: string, from: number, end: number): void {
  let start = from
  while (start < end && isApostrophe(sentence.charCodeAt(start))) start++
  if (start === end) return
  const text = sentence.slice(start, end)
  if (/[a-z][A-Z]/.test(text)) {
    tokens.push({ word: '<camel>', start, end })
    for (const [part] of text.matchAll(camelParts)) tokens.push({ word: part.toLowerCase(), start, end })
  } else for (const word of wordsOf(text.toLowerCase().replace('’', "'"))) tokens.push({ word, start, end })
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019

/** The words that a contraction stands for. */
function wordsOf(text: string): readonly string[] {
  if (text === 'cannot') return ['can', 'not']
  const at = text.indexOf("'")
  if (at < 0) return [text]
  if (text.endsWith("n't")) {
    const verb = text.slice(0, -3)
    return [shortened.get(verb) ?? verb, 'not']
  }
  const ending = endings.get(text.slice(at + 1))
  return ending ? [text.slice(0, at), ending] : [text.slice(0, at)]
}

export const isWord = (word: string): boolean => /^[a-z<]/.test(word)

/** Suffixes and their replacements; only the first that fits is removed. */
const suffixes: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['sses', 'ss'],
  ['ing', ''],
  ['edly', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['ly', ''],
  ['es', ''],
  ['s', ''],
]

/** The last letters of all suffixes. */
const lastLetters = /[sgdy]$/

/**
 * A word without its suffix, so that its forms become one. The result need not be a word, only the same for most forms.
 */
export function stemOf(word: string): string {
  if (word.length <= 3 || word.startsWith('<')) return word
  let stem = word
  for (const [suffix, instead] of lastLetters.test(word) ? suffixes : []) {
    if (!word.endsWith(suffix) || (suffix === 's' && word.endsWith('ss'))) continue
    if (word.length - suffix.length + instead.length < 3) continue
    stem = word.slice(0, -suffix.length) + instead
    break
  }
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  const last = stem.at(-1)
  return stem.length > 4 && last === stem.at(-2) && last !== 'l' && last !== 's' ? stem.slice(0, -1) : stem
}
