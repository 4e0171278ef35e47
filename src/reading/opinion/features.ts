/**
 * What the model sees of a sentence: its words, how it begins, which words follow each other closely, what is negated,
 * and the concepts it mentions.
 */
import type { Range } from '../../core/text/range.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { isWord, stemOf, type Token, tokensOf } from './tokens.ts'

/** The features of a sentence, each with the tokens it comes from. */
export interface Features {
  /** By the word itself. */
  readonly words: ReadonlyMap<string, readonly Token[]>
  /**
   * Word pairs (`run+laptop`), negated words (`!scal`), the beginning (`^nobody`), concepts (`@alert`), and properties
   * of the whole sentence (`,3`).
   */
  readonly others: ReadonlyMap<string, readonly Token[]>
  /** The divisor of all weights, so that a long sentence does not score higher on everything. */
  readonly size: number
}

/** The weight of each kind of feature relative to a word. */
const shares = { pair: 0.6, denied: 0.7, first: 0.7, concept: 1, shape: 1 } as const

/** The number of following words that each form a pair with a word. */
export const reach = 4
/** The number of words after a *not* that it negates. */
export const deniedReach = 4

export const denials = new Set(
  'not no never without nobody none nothing neither nor hardly lack lacks lacking avoid avoids instead unlike'.split(
    ' ',
  ),
)
export const turns = new Set(['.', ';', ':', '!', '?', 'but', 'although', 'though', 'however', 'except'])

/**
 * Concepts of the aspects that the model distinguishes, so that new vocabulary lines also help with other sentences.
 */
const aspectConcepts: readonly Concept[] = [
  ...(['cost', 'cheap', 'resource', 'resourceUse'] as const),
  ...(['growth', 'strongGrowth', 'scaleMeans'] as const),
  ...(['authn', 'authz', 'barrier', 'protection', 'secure', 'threat'] as const),
  ...(['alert', 'dashboard', 'emitting', 'health', 'logging', 'metric', 'showing', 'state', 'trace', 'watch'] as const),
  ...(['condition', 'failure', 'hardFailure', 'handling', 'recovery'] as const),
  'elsewhere',
]

/** Concepts of the ways to express a flag, of the parts and people concerned, and of counterarguments. */
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

/** The feature names of the concepts that indicate a flag, and of those that indicate an aspect. */
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

/** Features that do not add to the size of a sentence: concepts, and its beginning, whose words are counted already. */
const isWeightless = (name: string): boolean => isConceptName(name) || name.startsWith('^')

/** A range in which the vocabulary finds a concept. */
export interface ConceptRange extends Range {
  readonly concept: Concept
}

/** @param places ranges with offsets relative to the sentence */
export function featuresOf(sentence: string, places: readonly ConceptRange[]): Features {
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

/** The features for the beginning of a sentence, from the stems of its first two words. */
export const beginningsOf = (first: string | undefined, second: string | undefined): readonly string[] =>
  first === undefined ? [] : second === undefined ? [`^${first}`] : [`^${first}`, `^${first}_${second}`]

/** The features of a whole sentence, from its numbers of commas and words. */
export const shapesOf = (commas: number, words: number): readonly string[] => [
  ...(commas >= 3 ? [',3'] : []),
  ...(commas >= 5 ? [',5'] : []),
  ...(words <= 8 ? [',short'] : []),
]

/**
 * The divisor of all weights.
 * @param sum of the squared shares of all features except the weightless ones
 */
export const sizeOf = (sum: number): number => Math.sqrt(Math.max(4, sum))
