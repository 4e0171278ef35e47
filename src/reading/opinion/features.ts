/** What a model sees of a sentence: its words, which word comes soon after which, and what stands behind a *not*. */
import { isWord, stemOf, type Token, tokensOf } from './tokens.ts'

/** What is seen, each with the words that make it. */
export interface Features {
  /** By the word itself. */
  readonly words: ReadonlyMap<string, readonly Token[]>
  /** Two words close together (`run+laptop`), one that is denied (`!scal`), and what is said of the whole sentence (`,3`). */
  readonly others: ReadonlyMap<string, readonly Token[]>
  /** What all weights are divided by, so that a long sentence is not surer of everything. */
  readonly size: number
}

/** How much one of a kind counts beside a word. */
const shares = { pair: 0.6, denied: 0.7, shape: 1 } as const

/** How many words after a word may make a pair with it. */
const reach = 4
/** How many words after a *not* it denies. */
const deniedReach = 4

const denials = new Set(
  'not no never without nobody none nothing neither nor hardly lack lacks lacking avoid avoids instead unlike'.split(
    ' ',
  ),
)
const turns = new Set(['.', ';', ':', '!', '?', 'but', 'although', 'though', 'however', 'except'])

export const shareOf = (name: string): number =>
  name.startsWith('!') ? shares.denied : name.startsWith(',') ? shares.shape : shares.pair

export function featuresOf(sentence: string): Features {
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
  const commas = tokens.filter(({ word }) => word === ',').length
  if (commas >= 3) others.set(',3', [])
  if (commas >= 5) others.set(',5', [])
  if (stems.length <= 8) others.set(',short', [])
  let size = words.size
  for (const name of others.keys()) size += shareOf(name) ** 2
  return { words, others, size: Math.sqrt(Math.max(4, size)) }
}
