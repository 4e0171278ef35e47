/** Parses a line of the vocabulary into the steps that a text is compared with. */

/** The same type as in `src/generated/vocabulary/vocabulary.ts`. */
export type Step = string | readonly string[] | number | { readonly maybe: string | readonly string[] }

/** Thrown for a mistake in a line; the message says which. */
export class WrongLine extends Error {}

/** Optional words, a list, a gap, the end of the phrase; or words, with bars between alternatives. */
const element = /\(([^()]+)\)|(\{[A-Za-z]+\}|\{\d+\+\})(?!\|)|\.\.(\d)|(\$)|([^\s()]+)/g

/** The steps of a line. */
export function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = []
  let rest = text
  const compound = compoundOf(text)
  if (compound) return [compound]
  for (const [whole, optional, list, gap, end, words = ''] of text.matchAll(element)) {
    rest = rest.replace(whole, ' ')
    if (optional) steps.push({ maybe: choiceOf(optional.trim().replaceAll(/\s+/g, '_')) })
    else if (list) steps.push(list)
    else if (gap) steps.push(Number(gap))
    else if (end) steps.push('$')
    else if (words.includes('|')) steps.push(choiceOf(words))
    else steps.push(...plainWords(words))
  }
  if (rest.trim() !== '') throw new WrongLine(`what is \`${rest.trim()}\`?`)
  if (steps.length === 0) throw new WrongLine('there is no word')
  return steps
}

/** Whether a line begins with a word that is always present, which a text can be searched for. */
export const hasBeginning = ([first]: readonly Step[]): boolean =>
  typeof first !== 'number' && first !== '$' && first !== '{Name}' && !(typeof first === 'object' && 'maybe' in first)

/** Whether a line consists only of words in a row. */
export const isPlain = (steps: readonly Step[]): steps is readonly string[] =>
  steps.every((step) => typeof step === 'string' && !/^[{$]/.test(step))

/** The line if it is `*dienst`, which stands for any German compound that ends so; undefined if it is not. */
const compoundOf = (text: string): string | undefined => (/^\*\p{Ll}{3,}$/u.test(text) ? text : undefined)

const choiceOf = (text: string): string | readonly string[] => {
  const options = text.split('|').map((option) => (option.startsWith('{') ? option : plainWords(option).join(' ')))
  return options.length === 1 ? (options[0] ?? '') : options
}

/** Words in the form in which texts are compared: in lower case, split at hyphens, underscores and apostrophes. */
function plainWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[-_'’]+/)
    .filter(Boolean)
  for (const word of words)
    if (!/^(?:[\p{L}\p{N}]+|[\p{L}\p{N}]{2,}\*)$/u.test(word))
      throw new WrongLine(`\`${word}\` is no word that a text is divided into`)
  return words
}
