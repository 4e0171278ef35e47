/** Cuts a sentence into words, figures and marks, for a model that counts them. */

/** A word in lower case, `<n>` for a figure, `<camel>` before the words of a `CamelCase` name, or a mark. */
export interface Token {
  readonly word: string
  /** UTF-16 offsets in the sentence. */
  readonly start: number
  readonly end: number
}

const pattern = /[a-z'’]+|\d[\d.,]*|[€$£%.,;:!?()/+&-]/gi
const camelParts = /[A-Z]?[a-z]+|[A-Z]+/g

/** What is short for what, after an apostrophe. */
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

export function tokensOf(sentence: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: found, index } of sentence.matchAll(pattern)) {
    const text = found.replace(/^['’]+/, '')
    const start = index + found.length - text.length
    const end = start + text.length
    if (!text) continue
    const add = (word: string) => tokens.push({ word, start, end })
    if (/^\d/.test(text)) add('<n>')
    else if (/[a-z][A-Z]/.test(text)) {
      add('<camel>')
      for (const [part] of text.matchAll(camelParts)) add(part.toLowerCase())
    } else for (const word of wordsOf(text.toLowerCase().replace('’', "'"))) add(word)
  }
  return tokens
}

/** The words that one with an apostrophe stands for. */
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

/** Endings, the first of which is taken off, and what comes in their place. */
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

/** A word without its ending, so that its forms are one: no word of a language, only the same for most of them. */
export function stemOf(word: string): string {
  if (word.length <= 3 || word.startsWith('<')) return word
  let stem = word
  for (const [suffix, instead] of suffixes) {
    if (!word.endsWith(suffix) || (suffix === 's' && word.endsWith('ss'))) continue
    if (word.length - suffix.length + instead.length < 3) continue
    stem = word.slice(0, -suffix.length) + instead
    break
  }
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  const last = stem.at(-1)
  return stem.length > 4 && last === stem.at(-2) && last !== 'l' && last !== 's' ? stem.slice(0, -1) : stem
}
