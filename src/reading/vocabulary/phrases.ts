/** Matches phrases against the words of a text: sequences with optional words, choices, named lists and gaps. */

import { addToGroup } from '../../core/data/groupBy.ts'
import { remember } from '../../core/data/remember.ts'
import type { Step } from '../../generated/vocabulary/vocabulary.ts'
import { type Beginnings, beginningsOf, mayBegin } from './beginnings.ts'

/** A word or number of a text. */
export interface TextToken {
  readonly start: number
  readonly end: number
  /** In lower case. */
  readonly word: string
  readonly isNumber: boolean
  /** The most words that a gap beginning here may skip; computed on first use, since it is the same for all phrases. */
  most?: number | undefined
}

/** One word or several in a row, each of which may end in `*`. */
type Option = readonly string[]

/** The options of a step by how their first word begins; faster to search than the lists, which are mostly long. */
interface WordList extends Beginnings {
  readonly exact: ReadonlyMap<string, readonly Option[]>
  /** Options whose first word ends in `*`, by its first two letters. */
  readonly stems: ReadonlyMap<string, readonly Option[]>
}

/** The key of a stem: its first two letters, which every stem has. */
export const stemKey = (word: string): string => word.slice(0, 2)

/** A phrase, ready to be matched. */
export interface Phrase {
  readonly steps: readonly CompiledStep[]
}

type CompiledStep =
  | { readonly kind: 'words'; readonly list: WordList; readonly isOptional: boolean }
  | { readonly kind: 'number'; readonly least: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'gap'; readonly most: number; readonly negations: WordList }
  | { readonly kind: 'end'; readonly joints: WordList }

/** The list of words that end a gap; used by phrases with a gap without being named. */
export const gapList = 'negation'

/** The list of words that may follow a phrase that ends with `$`; used without being named. */
export const endList = 'joint'

export type Lists = Readonly<Record<string, readonly string[]>>

/**
 * Creates a phrase, which is compiled on first use, since most never are used.
 * @param lists what names in braces stand for
 */
export function createPhrase(steps: readonly Step[], lists: Lists): Phrase {
  let compiled: readonly CompiledStep[] | undefined
  return {
    get steps() {
      compiled ??= steps.map((step) => compileStep(step, lists))
      return compiled
    },
  }
}

/** The lists used by all phrases with a gap or an end. */
const sharedLists = remember((lists: Lists) => ({
  negations: wordList(lists[gapList] ?? []),
  joints: wordList(lists[endList] ?? []),
}))

function compileStep(step: Step, lists: Lists): CompiledStep {
  if (typeof step === 'number') return { kind: 'gap', most: step, negations: sharedLists(lists).negations }
  if (step === '$') return { kind: 'end', joints: sharedLists(lists).joints }
  if (step === '{Name}') return { kind: 'name' }
  const least = typeof step === 'string' && /^\{(\d+)\+\}$/.exec(step)?.[1]
  if (least) return { kind: 'number', least: Number(least) }
  const isOptional = typeof step === 'object' && 'maybe' in step
  return { kind: 'words', list: wordList(optionsOf(isOptional ? step.maybe : step, lists)), isOptional }
}

/** All options of a step, as words separated by spaces. */
export function optionsOf(step: Step, lists: Lists): readonly string[] {
  if (typeof step === 'number') return []
  if (typeof step === 'string') return step.startsWith('{') ? (lists[step.slice(1, -1)] ?? []) : [step]
  return 'maybe' in step ? optionsOf(step.maybe, lists) : step.flatMap((each) => optionsOf(each, lists))
}

function wordList(terms: readonly string[]): WordList {
  const exact = new Map<string, Option[]>()
  const stems = new Map<string, Option[]>()
  for (const option of terms.map((term) => term.split(' '))) {
    const [first = ''] = option
    if (first.endsWith('*')) addToGroup(stems, stemKey(first), option)
    else addToGroup(exact, first, option)
  }
  return { exact, stems, ...beginningsOf([...exact.keys(), ...stems.keys()]) }
}

/** The most words after the first that a phrase may span: a set of positions is a bit mask. */
export const longestReach = 30

/**
 * The index after the last word of the shortest match of a phrase that begins at a word; 0 if there is none. The time
 * depends only on the length of the phrase.
 */
export function phraseEnd(text: string, tokens: readonly TextToken[], from: number, phrase: Phrase): number {
  const ends = phraseEnds(text, tokens, from, phrase)
  return ends === 0 ? 0 : from + 31 - Math.clz32(ends & -ends)
}

/** Whether a phrase matches a whole text. */
export const isWholePhrase = (text: string, tokens: readonly TextToken[], phrase: Phrase): boolean =>
  tokens.length <= longestReach && ((phraseEnds(text, tokens, 0, phrase) >> tokens.length) & 1) === 1

/** The possible lengths of a match that begins at a word, as a bit mask. */
function phraseEnds(text: string, tokens: readonly TextToken[], from: number, { steps }: Phrase): number {
  let open = 1
  let isLoose = false
  for (const step of steps) {
    let next = 0
    for (let reach = 0; reach <= longestReach && open >> reach !== 0; reach++)
      if ((open >> reach) & 1) next |= placesAfter(text, tokens, from + reach, step, isLoose, reach === 0) << reach
    if (next === 0) return 0
    open = next
    isLoose = step.kind === 'gap'
  }
  return open
}

/** The possible words after the first one of a phrase; undefined if any word may follow. */
export function secondWords({ steps: [first, ...rest] }: Phrase): readonly string[] | undefined {
  if (first?.kind === 'words' && first.isOptional) return undefined
  const options = first?.kind === 'words' ? optionsIn(first.list) : [[]]
  const starts = options.some(({ length }) => length < 2) ? startsOf(rest) : []
  return starts && [...starts, ...options.flatMap(([, second]) => second ?? [])]
}

/** The words that steps may begin with; undefined if any word may. */
function startsOf([step, ...rest]: readonly CompiledStep[]): readonly string[] | undefined {
  if (step?.kind !== 'words') return undefined
  const own = optionsIn(step.list).map(([word = '']) => word)
  if (!step.isOptional) return own
  const next = startsOf(rest)
  return next && [...own, ...next]
}

const optionsIn = ({ exact, stems }: WordList): readonly Option[] => [
  ...[...exact.values()].flat(),
  ...[...stems.values()].flat(),
]

/** Where a step may end that begins at a word, as a bit mask relative to that word. */
function placesAfter(
  text: string,
  tokens: readonly TextToken[],
  at: number,
  step: CompiledStep,
  isLoose: boolean,
  isFirst: boolean,
): number {
  if (step.kind === 'gap') return gapPlaces(text, tokens, at, step)
  const isJoined = isFirst || (isLoose ? isClause(text, tokens, at) : isTight(text, tokens, at))
  const token = tokens[at]
  switch (step.kind) {
    case 'end':
      return !isJoined || !token || endsOf(text, tokens, at, step.joints) !== 0 ? 1 : 0
    case 'words':
      return (step.isOptional ? 1 : 0) | (isJoined ? endsOf(text, tokens, at, step.list) : 0)
    case 'number': {
      if (!isJoined || !token) return 0
      return (spelled.get(token.word) ?? (token.isNumber ? amountOf(token.word) : 0)) >= step.least ? 2 : 0
    }
    case 'name':
      return isJoined && token && isName(text.slice(token.start, token.end)) ? 2 : 0
  }
}

/** A gap ends with the clause, and before a negation. */
function gapPlaces(
  text: string,
  tokens: readonly TextToken[],
  at: number,
  { most, negations }: Extract<CompiledStep, { kind: 'gap' }>,
): number {
  const token = tokens[at]
  if (!token) return 1
  if (token.most === undefined) noteGap(text, tokens, at, negations)
  return (2 << Math.min(most, token.most ?? 0)) - 1
}

/** Sets `most` for all words up to the one that ends a gap. */
function noteGap(text: string, tokens: readonly TextToken[], from: number, negations: WordList): void {
  let end = from
  while (tokens[end] && isClause(text, tokens, end) && endsOf(text, tokens, end, negations) === 0) end++
  for (let at = from; at <= end; at++) {
    const token = tokens[at]
    if (token) token.most = end - at
  }
}

/** Where the options of a list end that begin at a word, as a bit mask relative to that word. */
function endsOf(text: string, tokens: readonly TextToken[], at: number, list: WordList): number {
  const word = tokens[at]?.word
  if (word === undefined || !mayBegin(list, word)) return 0
  const { exact, stems } = list
  let ends = 0
  for (const option of exact.get(word) ?? none) if (isOption(text, tokens, at, option)) ends |= 1 << option.length
  for (const option of stems.get(stemKey(word)) ?? none)
    if (matchesWord(option[0] ?? '', word) && isOption(text, tokens, at, option)) ends |= 1 << option.length
  return ends
}

const none: readonly Option[] = []

/** Whether the words of an option after its first follow a word. */
function isOption(text: string, tokens: readonly TextToken[], at: number, option: Option): boolean {
  for (let index = 1; index < option.length; index++)
    if (!isTight(text, tokens, at + index) || !matchesWord(option[index] ?? '', tokens[at + index]?.word ?? ''))
      return false
  return true
}

/** The most words that a phrase can match. */
export const reachOf = ({ steps }: Phrase): number =>
  steps.reduce((sum, step) => {
    if (step.kind === 'gap') return sum + step.most
    if (step.kind === 'words') return sum + optionsIn(step.list).reduce((most, { length }) => Math.max(most, length), 1)
    return step.kind === 'end' ? sum : sum + 1
  }, 0)

/** Whether a word matches a pattern: it is equal, or begins with the pattern if that ends in `*`. */
export function matchesWord(pattern: string, word: string): boolean {
  // Almost no pair begins alike, and the comparison below may create a string.
  if (pattern.charCodeAt(0) !== word.charCodeAt(0)) return false
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern
}

const isName = (written: string): boolean => /^\p{Lu}/u.test(written)

/** Years do not count as amounts. */
const amountOf = (digits: string): number => (/^(?:19|20)\d\d$/.test(digits) ? 0 : Number(digits.replaceAll(',', '')))

const spelled: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1])
    .concat([
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['dozen', 12],
      ['dozens', 24],
      ['hundred', 100],
      ['hundreds', 200],
    ]),
)

/** Number words from `least` on. */
export const spelledFrom = (least: number): readonly string[] =>
  [...spelled].filter(([, amount]) => amount >= least).map(([word]) => word)

/** Whether only spaces, hyphens, quotes or emphasis marks separate a word from the one before. */
const isTight = (text: string, tokens: readonly TextToken[], at: number): boolean =>
  isBetween(text, tokens, at, 15, /^[\s\-_*"'’“”`]+$/)

/** Whether nothing that ends a clause separates a word from the one before. */
const isClause = (text: string, tokens: readonly TextToken[], at: number): boolean =>
  isBetween(text, tokens, at, 40, /^(?:[^.;:?!|]|\.(?!\s|$))+$/)

function isBetween(text: string, tokens: readonly TextToken[], at: number, most: number, allowed: RegExp): boolean {
  const before = tokens[at - 1]
  const after = tokens[at]
  if (!before || !after || after.start - before.end > most) return false
  // Almost always it is a space.
  if (after.start - before.end === 1 && text.charAt(before.end) === ' ') return true
  return allowed.test(text.slice(before.end, after.start))
}
