/** What a model sees of a sentence: its words, how it begins, which word comes soon after which, what stands behind a *not*, and what it is about. */
import type { Range } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { isWord, stemOf, type Token, tokensOf } from './tokens.ts'

/** What is seen, each with the words that make it. */
export interface Features {
  /** By the word itself. */
  readonly words: ReadonlyMap<string, readonly Token[]>
  /** Words close together (`run+laptop`), one that is denied (`!scal`), the first (`^nobody`), a concept (`@alert`), and what is said of the whole (`,3`). */
  readonly others: ReadonlyMap<string, readonly Token[]>
  /** What all weights are divided by, so that a long sentence is not surer of everything. */
  readonly size: number
}

/** How much one of a kind counts beside a word. */
const shares = { pair: 0.6, denied: 0.7, first: 0.7, concept: 1, shape: 1 } as const

/** How many words after a word may make a pair with it. */
export const reach = 4
/** How many words after a *not* it denies. */
export const deniedReach = 4

export const denials = new Set(
  'not no never without nobody none nothing neither nor hardly lack lacks lacking avoid avoids instead unlike'.split(
    ' ',
  ),
)
export const turns = new Set(['.', ';', ':', '!', '?', 'but', 'although', 'though', 'however', 'except'])

/** What the vocabulary knows of the matters that the model tells apart, so that each new line in it helps with sentences of other words too. */
const aspectConcepts: readonly Concept[] = [
  ...(['cost', 'cheap', 'resource', 'resourceUse'] as const),
  ...(['growth', 'strongGrowth', 'scaleMeans'] as const),
  ...(['authn', 'authz', 'barrier', 'protection', 'secure', 'threat'] as const),
  ...(['alert', 'dashboard', 'emitting', 'health', 'logging', 'metric', 'showing', 'state', 'trace', 'watch'] as const),
  ...(['condition', 'failure', 'hardFailure', 'handling', 'recovery'] as const),
  'elsewhere',
]

/** What it knows of the ways to say a flag, of the parts and people that flags are said of, and of what is said against them. */
const flagConcepts: readonly Concept[] = [
  'admittedSingle',
  'allPowerful',
  'allRights',
  'bigBang',
  'central',
  'choosing',
  'coupling',
  'curiosity',
  'duty',
  'early',
  'fashion',
  'fatalLoss',
  'fromStart',
  'harmlessSingle',
  'heavyweight',
  'imitation',
  'independence',
  'inexperience',
  'intent',
  'largeness',
  'leaning',
  'manifold',
  'manyServices',
  'meddling',
  'microservice',
  'overcome',
  'people',
  'phase',
  'redundancy',
  'remedy',
  'skillNeed',
  'smallness',
  'sole',
  'split',
  'staff',
  'step',
  'togetherness',
  'unbounded',
  'unguarded',
  'unprotected',
  'vacancy',
  'vanity',
  'condition',
  'failure',
  'hardFailure',
  'handling',
  'recovery',
  'component',
  'role',
  'technology',
  'deployed',
  'infrastructure',
  'outside',
  'running',
  'drawback',
  'tradeOff',
  'modal',
  'plan',
  'growth',
  'strongGrowth',
  'multiple',
]

export const concepts: ReadonlySet<Concept> = new Set([...aspectConcepts, ...flagConcepts])

export const isConceptName = (name: string): boolean => name.startsWith('@')

const namesOf = (some: readonly Concept[]): ReadonlySet<string> => new Set(some.map((concept) => `@${concept}`))

/** The names of the concepts that tell of a flag, and of those that tell of an aspect. */
export const conceptNames = { flag: namesOf(flagConcepts), aspect: namesOf(aspectConcepts) } as const

export function shareOf(name: string): number {
  if (isConceptName(name)) return shares.concept
  return sharesByMark.get(name.charAt(0)) ?? shares.pair
}

const sharesByMark = new Map([
  ['!', shares.denied],
  [',', shares.shape],
  ['^', shares.first],
])

/** What adds nothing to the size of a sentence: what its words mean, and what is said of them twice. */
const isWeightless = (name: string): boolean => isConceptName(name) || name.startsWith('^')

/** A place where the vocabulary knows a concept. */
export interface Place extends Range {
  readonly concept: Concept
}

/** @param places of the sentence, by its own offsets */
export function featuresOf(sentence: string, places: readonly Place[]): Features {
  const tokens = tokensOf(sentence)
  const words = new Map<string, readonly Token[]>()
  const others = new Map<string, readonly Token[]>()
  const stems: { readonly stem: string; readonly token: Token }[] = []
  let deniedUntil = -1
  for (const [at, token] of tokens.entries()) {
    const { word } = token
    if (turns.has(word)) deniedUntil = -1
    const denies = denials.has(word)
    if (denies) deniedUntil = at + deniedReach
    if (!isWord(word)) continue
    if (!words.has(word)) words.set(word, [token])
    const stem = stemOf(word)
    if (at <= deniedUntil && !denies) others.set(`!${stem}`, [token])
    stems.push({ stem, token })
  }
  for (const [at, { stem, token }] of stems.entries())
    for (const next of stems.slice(at + 1, at + 1 + reach)) others.set(`${stem}+${next.stem}`, [token, next.token])
  const [first, second] = stems
  const beginning = [first, second].flatMap((each) => each?.token ?? [])
  for (const [index, name] of beginningsOf(first?.stem, second?.stem).entries())
    others.set(name, beginning.slice(0, index + 1))
  for (const { concept, start, end } of places)
    if (concepts.has(concept) && !others.has(`@${concept}`))
      others.set(
        `@${concept}`,
        tokens.filter((token) => token.start >= start && token.start < end),
      )
  const commas = tokens.filter(({ word }) => word === ',').length
  for (const shape of shapesOf(commas, stems.length)) others.set(shape, [])
  let size = words.size
  for (const name of others.keys()) if (!isWeightless(name)) size += shareOf(name) ** 2
  return { words, others, size: sizeOf(size) }
}

/** How a sentence begins, by the stems of its first two words. */
export const beginningsOf = (first: string | undefined, second: string | undefined): readonly string[] =>
  first === undefined ? [] : second === undefined ? [`^${first}`] : [`^${first}`, `^${first}_${second}`]

/** What is said of a whole sentence, by how many commas and words it has. */
export const shapesOf = (commas: number, words: number): readonly string[] => [
  ...(commas >= 3 ? [',3'] : []),
  ...(commas >= 5 ? [',5'] : []),
  ...(words <= 8 ? [',short'] : []),
]

/** What weights are divided by. @param sum of the squares of the shares of all that is seen but concepts */
export const sizeOf = (sum: number): number => Math.sqrt(Math.max(4, sum))
