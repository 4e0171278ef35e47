/** Translates English texts by a catalogue of sentences with placeholders. */

/**
 * Translations by English sentence. `{0}` to `{9}` are placeholders for any text, `{n}` is one for a number. Text in
 * quotes or backticks is the author's and is not translated.
 */
export type Catalogue = Readonly<Record<string, string>>

/** An English sentence, split at its placeholders, with its translation. */
interface Sentence {
  readonly pieces: readonly string[]
  /** The placeholders between the pieces: `0` to `9`, or `n`. */
  readonly places: readonly string[]
  readonly translation: string
}

/** `Linting {0}`, from the pieces of a template literal. */
export const placesOf = (pieces: readonly string[]): string =>
  pieces.reduce((all, piece, index) => `${all}{${index - 1}}${piece}`)

/** Fill in the placeholders of a sentence. Those without a value are kept. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\d|n)\}/g, (place, name: string) => String(values[name] ?? place))

/**
 * Create a translator for a catalogue. It translates single sentences, and several with ` · ` between them, in time
 * proportional to the length of the text times that of the catalogue.
 *
 * @returns a function that returns a text unchanged if the catalogue has no sentence for it
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

  /** Translates a list only if all its members are known; otherwise an unknown sentence could be translated in part. */
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

/** Maximum nesting of values within values; messages are not nested deeper. */
const deepest = 3

/** Separators of list members. */
const listing = /(, | and no | and | or )/

/** Whether a list member must not be translated: a name in backticks or quotes, or a number. */
const isVerbatim = (part: string): boolean => /^(?:`.*`|“.*”|".*"|[\d.,]*)$/s.test(part)

/** The most specific sentences first: `{0} has no mitigation` before `{0} has no {1}`. */
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

/**
 * The values of a text at the placeholders of a sentence; undefined if it does not match. Finds each piece only once.
 */
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
