/** Indexes the vocabulary so that a text is searched for all of it at once. */

import { addToGroup } from '../../core/data/groupBy.ts'
import { addAll } from '../../core/data/longLists.ts'
import { remember } from '../../core/data/remember.ts'
import { detached } from '../../core/text/detached.ts'
import type { ConceptWords, PhraseLine, Step } from '../../generated/vocabulary/vocabulary.ts'
import { beginningsOf, mayBegin } from './beginnings.ts'
import {
  createPhrase,
  type Lists,
  matchesWord,
  optionsOf,
  type Phrase,
  secondWords,
  spelledFrom,
  stemKey,
} from './phrases.ts'

/** A line of the vocabulary, ready to be matched. */
export interface Term<C extends string> {
  readonly concept: C
  /** Its position in the vocabulary. */
  readonly file: string
  readonly line: number
  /** For a sequence of words, those after the first; a trailing `*` stands for any ending. */
  readonly rest: readonly string[]
  /** For anything more than a sequence of words. */
  readonly phrase?: Phrase
  /** Whether it is an exception: terms that begin inside it do not count. */
  readonly isException?: boolean
}

/** What is cached about a word as written. */
export interface Word<C extends string> {
  /** In lower case. */
  readonly word: string
  /** Terms that consist of this word or begin with it. */
  readonly entries: readonly Term<C>[]
  /** The terms among them that fit the next word, in lower case: hardly any of the phrases that begin with `the`. */
  before(next: string): readonly Term<C>[]
}

/** Finds the concepts of a word, or of a phrase that it begins. */
export interface Lexicon<C extends string> {
  /** Looks up a word as written. */
  lookUp(written: string): Word<C>
  /** Phrases that begin with a number. */
  readonly numbers: readonly Term<C>[]
  /** Terms in scripts without spaces, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly words: string; readonly term: Term<C> }[]>
}

/** The compiled vocabulary. */
interface Vocabulary<C extends string> {
  readonly concepts: Readonly<Partial<Record<C, ConceptWords>>>
  readonly lists: Lists
  readonly technologyFile: string
  readonly technologies: readonly (readonly [line: number, words: string, ...kinds: string[]])[]
}

/** Maximum number of words in the cache; more than any document has. */
const remembered = 50_000
/** Maximum number of next words, with the terms that fit them, cached per word. */
const rememberedNext = 1_000
/** The longest word that is cached, in UTF-16 units; a longer one is a name that rarely recurs. */
const longest = 40

/** Terms by how they begin. */
interface Index<C extends string> {
  readonly exact: Map<string, Term<C>[]>
  /** By their first two letters. */
  readonly stems: Map<string, { readonly stem: string; readonly term: Term<C> }[]>
  readonly unspaced: Map<string, { readonly words: string; readonly term: Term<C> }[]>
  /** Last parts of German compounds, by their last three letters. */
  readonly compounds: Map<string, { readonly last: string; readonly term: Term<C> }[]>
  readonly numbers: Term<C>[]
}

/**
 * Indexes the vocabulary. A document is then read once for all concepts, with one map lookup per word.
 *
 * @param shapes concepts recognised by how a word is written
 */
export function createLexicon<C extends string>(
  vocabulary: Vocabulary<C>,
  shapes: readonly (readonly [C, RegExp])[],
): Lexicon<C> {
  const index: Index<C> = { exact: new Map(), stems: new Map(), unspaced: new Map(), compounds: new Map(), numbers: [] }
  const { concepts } = vocabulary
  // A name in braces is a list, or the words of a concept.
  const lists: Lists = {
    ...Object.fromEntries(namesIn(concepts).map((name) => [name, concepts[name]?.terms.filter(isThere) ?? []])),
    ...vocabulary.lists,
  }
  for (const [concept, words] of Object.entries(concepts) as [C, ConceptWords][])
    addConcept(index, { ...vocabulary, lists }, concept, words)
  const byShape = shapes.map(([concept, shape]) => ({ shape, term: { concept, file: '', line: 0, rest: [] } }))
  const known = new Map<string, Word<C>>()
  return {
    unspaced: index.unspaced,
    numbers: index.numbers,
    lookUp(written) {
      const before = known.get(written)
      if (before) return before
      if (known.size > remembered) known.clear()
      const copy = detached(written)
      const word = copy.toLowerCase()
      const entries = [...(index.exact.get(word) ?? [])]
      for (const { stem, term } of index.stems.get(stemKey(word)) ?? []) if (word.startsWith(stem)) entries.push(term)
      addAll(entries, compoundsOf(index.compounds, word))
      for (const { shape, term } of byShape) if (shape.test(written)) entries.push(term)
      const found = { word, entries, before: narrowed(entries) }
      if (copy.length <= longest) known.set(copy, found)
      return found
    },
  }
}

/** Endings of German nouns in other cases and numbers. */
const inflections = ['', 'e', 'en', 'ens', 'er', 'ern', 'es', 'n', 's'] as const

/** The terms for compounds that a word is one of, in any case and number: `Auftragsdiensten` for `*dienst`. */
function compoundsOf<T>(compounds: ReadonlyMap<string, readonly { last: string; term: T }[]>, word: string): T[] {
  const found = new Set<T>()
  for (const inflection of inflections) {
    if (!word.endsWith(inflection)) continue
    const end = word.length - inflection.length
    for (const { last, term } of compounds.get(word.slice(end - 3, end)) ?? [])
      if (word.endsWith(last, end)) found.add(term)
  }
  return [...found]
}

/** The possible second words of a term, computed on first use; undefined if any word may follow. */
const nextIn = remember(({ rest: [second], phrase }: Term<string>): readonly string[] | undefined =>
  second === undefined ? phrase && secondWords(phrase) : [second],
)

/** Returns a function that tells which terms fit the next word, in their order. */
function narrowed<T extends Term<string>>(entries: readonly T[]): (next: string) => readonly T[] {
  const nexts = entries.map((term) => nextIn(term))
  if (!nexts.some(Boolean)) return () => entries
  const stems = new Map<string, string[]>()
  const known = new Map<string, readonly T[]>()
  const always = entries.filter((_, at) => !nexts[at])
  const fitting = (next: string): readonly T[] =>
    entries.filter((_, at) => nexts[at]?.some((word) => matchesWord(word, next)) !== false)
  const exact = new Set<string>()
  for (const word of nexts.flatMap((words) => words ?? []))
    if (word.endsWith('*')) addToGroup(stems, stemKey(word), word)
    else exact.add(word)
  const beginnings = beginningsOf([...exact, ...stems.keys()])
  return (next) => {
    if (!mayBegin(beginnings, next)) return always
    const before = known.get(next)
    if (before) return before
    const isAsked = exact.has(next) || stems.get(stemKey(next))?.some((stem) => matchesWord(stem, next))
    // Hardly any next word is one of those.
    if (!isAsked) return always
    const found = fitting(next)
    if (known.size < rememberedNext) known.set(next, found)
    return found
  }
}

const isThere = (term: string | undefined): term is string => term !== undefined

/** The concepts whose names are used in braces. */
function namesIn<C extends string>(concepts: Vocabulary<C>['concepts']): readonly C[] {
  const names = new Set<string>()
  const add = (step: Step): void => {
    if (typeof step === 'string') {
      if (step.startsWith('{')) names.add(step.slice(1, -1))
    } else if (typeof step === 'object') for (const each of 'maybe' in step ? [step.maybe].flat() : step) add(each)
  }
  for (const { phrases = [], exceptions = [] } of Object.values(concepts) as ConceptWords[])
    for (const [, ...steps] of [...phrases, ...exceptions]) for (const step of steps) add(step)
  return [...names].filter((name): name is C => Object.hasOwn(concepts, name))
}

function addConcept<C extends string>(
  index: Index<C>,
  { lists, technologies, technologyFile }: Vocabulary<C>,
  concept: C,
  { file, terms, phrases = [], exceptions = [], technologies: which }: ConceptWords,
): void {
  const addTerm = (words: string, file: string, line: number) => {
    const [first = '', ...rest] = words.split(' ')
    add(index, first, words, { concept, file, line, rest })
  }
  for (const [line, words] of terms.entries()) if (words) addTerm(words, file, line)
  if (which !== undefined)
    for (const [line, words, ...kinds] of technologies)
      if (which === '' || kinds.includes(which)) addTerm(words, technologyFile, line)
  const addPhrase = ([line, ...steps]: PhraseLine, isException: boolean) => {
    const term = {
      concept,
      file,
      line,
      rest: [],
      phrase: createPhrase(steps, lists),
      ...(isException && { isException }),
    }
    const [first = ''] = steps
    const least = typeof first === 'string' && /^\{(\d+)\+\}$/.exec(first)?.[1]
    if (least) index.numbers.push(term)
    const begins = least
      ? spelledFrom(Number(least))
      : optionsOf(first, lists).map((option) => option.split(' ')[0] ?? '')
    for (const word of new Set(begins)) add(index, word, word, term)
  }
  for (const line of phrases) addPhrase(line, false)
  for (const line of exceptions) addPhrase(line, true)
}

function add<C extends string>(
  { exact, stems, unspaced, compounds }: Index<C>,
  first: string,
  words: string,
  term: Term<C>,
): void {
  if (isUnspaced(first.charCodeAt(0))) addToGroup(unspaced, first.charAt(0), { words, term })
  else if (first.startsWith('*')) addToGroup(compounds, first.slice(-3), { last: first.slice(1), term })
  else if (first.endsWith('*')) addToGroup(stems, stemKey(first), { stem: first.slice(0, -1), term })
  else addToGroup(exact, first, term)
}

/** Whether a character is Chinese, Japanese or Korean, where words are not separated. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
