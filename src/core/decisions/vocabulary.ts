/** What the words of a decision record mean, in whatever language and case they are written. */
import { words } from './words.ts'

/** How far a decision has come. */
export type State = 'draft' | 'proposed' | 'accepted' | 'deferred' | 'rejected' | 'deprecated' | 'superseded'

/** What a label announces. `maybeStatus` has other meanings too, and `otherDate` is the day of something else than the decision. */
export type Label = 'status' | 'maybeStatus' | 'date' | 'otherDate'

const states: readonly string[] = [
  'draft',
  'proposed',
  'accepted',
  'deferred',
  'rejected',
  'deprecated',
  'superseded',
] satisfies readonly State[]
const labels: readonly string[] = ['status', 'maybeStatus', 'date', 'otherDate'] satisfies readonly Label[]

const isState = (meaning: string): meaning is State => states.includes(meaning)
const isLabel = (meaning: string): meaning is Label => labels.includes(meaning)

/** Fold a word: case, accents, hyphens and doubled blanks do not count. */
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
for (const line of words.split('\n')) {
  // The meaning and the language stand in columns of their own.
  const meaning = line.slice(0, 12).trim()
  for (const word of line.slice(16).split(', ')) {
    // The first language that has a word keeps it.
    if (isState(meaning) && !stateOfWord.has(fold(word))) stateOfWord.set(fold(word), meaning)
    if (meaning === 'agent') agents.add(fold(word))
    if (meaning === 'replaces') replacing.add(fold(word))
    if (isLabel(meaning) && !labelOfWord.has(fold(word))) labelOfWord.set(fold(word), meaning)
  }
}

/** The most words that a phrase of the list has. */
const mostWords = 5

/** What a label such as `Decision date` or `Stand` announces; undefined for one that is not known. */
export const labelOf = (text: string): Label | undefined => labelOfWord.get(fold(text.slice(0, 100)))

/** What a status says, such as `accepted` for *Approved*, *angenommen* and *採用*; undefined for a word that is not known. */
export const stateOf = (status: string): State | undefined => {
  const key = fold(status.slice(0, 100))
  const known = stateOfWord.get(key)
  if (known) return known
  const inPart = stateOfWord.get(key.replace(/^\p{L}+(?:ly|mente|ment|weise) /u, ''))
  // What is superseded in part holds for the rest.
  return inPart === 'superseded' || inPart === 'deprecated' ? 'accepted' : inPart
}

/** Whether a word says of what stands before it that it is done by what follows: *by*, *durch*, *par*. */
export const isAgent = (word: string): boolean => agents.has(fold(word))

/** Whether a word says that a decision takes the place of another: *supersedes*, *ersetzt*, *remplace*. */
export const isReplacing = (word: string): boolean => replacing.has(fold(word))

/** The known status that a text begins with, as it is written there: the longest. Undefined where there is none. */
export function knownStart(text: string): string | undefined {
  const ends = Array.from(text.slice(0, 200).matchAll(/[\p{L}\p{M}]+/gu), ({ index, 0: word }) => index + word.length)
  for (const end of ends.slice(0, mostWords).toReversed())
    if (stateOf(text.slice(0, end)) !== undefined) return text.slice(0, end)
  return undefined
}
