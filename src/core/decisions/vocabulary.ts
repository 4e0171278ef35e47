/** Looks up the words of decision records, in any language and case. */
import { entries } from './words.ts'

const states = ['draft', 'proposed', 'accepted', 'deferred', 'rejected', 'deprecated', 'superseded'] as const
const labels = ['status', 'maybeStatus', 'date', 'otherDate'] as const

/** The state of a decision. */
export type State = (typeof states)[number]

/** The meaning of a label. `maybeStatus` is ambiguous; `otherDate` is not the date of the decision. */
export type Label = (typeof labels)[number]

const isState = (meaning: string): meaning is State => states.some((state) => state === meaning)
const isLabel = (meaning: string): meaning is Label => labels.some((label) => label === meaning)

/** Fold a word: ignores case, accents, hyphens and repeated spaces. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

const stateOfWord = new Map<string, State>()
const labelOfWord = new Map<string, Label>()
const agents = new Set<string>()
const replacing = new Set<string>()
for (const { meaning, words } of entries) {
  for (const word of words) {
    // If languages share a word, the first one determines its meaning.
    if (isState(meaning) && !stateOfWord.has(fold(word))) stateOfWord.set(fold(word), meaning)
    if (meaning === 'agent') agents.add(fold(word))
    if (meaning === 'replaces') replacing.add(fold(word))
    if (isLabel(meaning) && !labelOfWord.has(fold(word))) labelOfWord.set(fold(word), meaning)
  }
}

/** Maximum number of words in a phrase of the list. */
const mostWords = 5

/** The meaning of a label such as `Decision date` or `Stand`; undefined if it is unknown. */
export const labelOf = (text: string): Label | undefined => labelOfWord.get(fold(text.slice(0, 100)))

/**
 * The state that a status stands for, such as `accepted` for *Approved*, *angenommen* and *採用*; undefined if unknown.
 */
export const stateOf = (status: string): State | undefined => {
  const key = fold(status.slice(0, 100))
  const known = stateOfWord.get(key)
  if (known) return known
  const inPart = stateOfWord.get(key.replace(/^\p{L}+(?:ly|mente|ment|weise) /u, ''))
  // A decision that is superseded only in part is still in force.
  return inPart === 'superseded' || inPart === 'deprecated' ? 'accepted' : inPart
}

/** Whether a word introduces what superseded a decision: *by*, *durch*, *par*. */
export const isAgent = (word: string): boolean => agents.has(fold(word))

/** Whether a word says that a decision replaces another: *supersedes*, *ersetzt*, *remplace*. */
export const isReplacing = (word: string): boolean => replacing.has(fold(word))

/** The longest known status at the start of a text, as written. Undefined if there is none. */
export function knownStart(text: string): string | undefined {
  const ends = Array.from(text.slice(0, 200).matchAll(/[\p{L}\p{M}]+/gu), ({ index, 0: word }) => index + word.length)
  for (const end of ends.slice(0, mostWords).toReversed())
    if (stateOf(text.slice(0, end)) !== undefined) return text.slice(0, end)
  return undefined
}
