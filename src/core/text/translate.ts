/** Says in another language what is written in English, by a list of sentences with places for what changes. */

/**
 * Sentences of one language by the English ones. `{0}` to `{9}` are places for any words, `{n}` is one for a number. What stands in
 * quotes or backticks is the author's, and stays as it is.
 */
export type Catalogue = Readonly<Record<string, string>>

/** An English sentence, cut at its places, with what it is in the other language. */
interface Sentence {
  readonly pieces: readonly string[]
  /** What stands between the pieces: `0` to `9`, or `n`. */
  readonly places: readonly string[]
  readonly translation: string
}

/** `Linting {0}` of the pieces of a template literal. */
export const placesOf = (pieces: readonly string[]): string =>
  pieces.reduce((all, piece, index) => `${all}{${index - 1}}${piece}`)

/** A sentence with its places filled in. A place without a value stays. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\d|n)\}/g, (place, name: string) => String(values[name] ?? place))

/**
 * Make what turns English texts into another language. It takes a sentence, and a list of them with ` · ` between; in time by the
 * length of the text times that of the catalogue.
 *
 * @returns a function that gives a text back as it is where it knows no sentence for it
 */
export function createTranslator(catalogue: Catalogue): (text: string) => string {
  let sentences: readonly Sentence[] | undefined

  function translate(text: string, depth: number): string {
    if (Object.hasOwn(catalogue, text)) return catalogue[text] ?? text
    if (text.includes(' · ')) return joined(text.split(' · '), (part) => translate(part, depth + 1), ' · ')
    if (depth > deepest) return text
    sentences ??= sentencesOf(catalogue)
    for (const sentence of sentences) {
      const values = valuesIn(text, sentence)
      if (values) return fillIn(sentence, values, (value) => translate(value, depth + 1))
    }
    return translateList(text, (part) => translate(part, depth + 1))
  }

  /** A list is one only where all of it is known, or a sentence that nobody knows would be half of each. */
  function translateList(text: string, word: (part: string) => string): string {
    const parts = text.split(listing)
    if (parts.length < 2) return text
    const said = parts.map((part, index) => {
      if (index % 2 === 1 || isVerbatim(part)) return Object.hasOwn(catalogue, part) ? catalogue[part] : part
      const other = word(part)
      return other === part ? undefined : other
    })
    return said.includes(undefined) ? text : said.join('')
  }

  return (text) => translate(text, 0)
}

const joined = (parts: readonly string[], said: (part: string) => string, between: string): string =>
  parts.map(said).join(between)

/** A value in a value in a value: nothing is said that deep. */
const deepest = 3

/** What stands between the members of a list. */
const listing = /(, | and no | and | or )/

/** Whether a member of a list is not ours to translate: a name in backticks or quotes, or a figure. */
const isVerbatim = (part: string): boolean => /^(?:`.*`|“.*”|".*"|[\d.,]*)$/s.test(part)

/** The most telling ones first: `{0} has no mitigation` before `{0} has no {1}`. */
function sentencesOf(catalogue: Catalogue): readonly Sentence[] {
  return Object.entries(catalogue)
    .flatMap(([english, translation]) => {
      const cut = english.split(/\{(\d|n)\}/)
      const pieces = cut.filter((_, index) => index % 2 === 0)
      return pieces.length > 1 ? [{ pieces, places: cut.filter((_, index) => index % 2 === 1), translation }] : []
    })
    .toSorted((a, b) => lengthOf(b.pieces) - lengthOf(a.pieces))
}

const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** What a text has at the places of a sentence; undefined where it is another one. Each piece is looked for once. */
function valuesIn(text: string, { pieces, places }: Sentence): readonly string[] | undefined {
  const [first = '', ...others] = pieces
  const last = others.at(-1) ?? ''
  const end = text.length - last.length
  if (!text.startsWith(first) || !text.endsWith(last) || end <= first.length) return undefined
  const values: string[] = []
  let at = first.length
  for (const piece of others.slice(0, -1)) {
    const found = text.indexOf(piece, at)
    if (found < 0) return undefined
    values.push(text.slice(at, found))
    at = found + piece.length
  }
  if (at >= end) return undefined
  values.push(text.slice(at, end))
  const fits = (value: string, index: number) => value !== '' && (places[index] !== 'n' || /^\d[\d,.]*$/.test(value))
  return values.every(fits) ? values : undefined
}

function fillIn(
  { pieces, places, translation }: Sentence,
  found: readonly string[],
  translate: (value: string) => string,
): string {
  const isQuoted = (index: number) => /[`“"]$/.test(pieces[index] ?? '')
  const values = found.map((value, index) => [places[index], isQuoted(index) ? value : translate(value)])
  return fill(translation, Object.fromEntries(values))
}
