/** Extracts the one or few words of a written status, without date, reason and markup. */
import { knownStart, stateOf } from './vocabulary.ts'

/** `Accepted` for `✅ Accepted`, `Superseded` for `Superseded by [ADR-0004](…)`; undefined for sentences and choices. */
export function statusWord(written: string): string | undefined {
  const value = behindArrow(withoutMarkup(tickedOf(written.slice(0, 500))).trim())
  // `Proposed / Accepted / Rejected` is a list of choices; `Accepted | 2026-03-09` is not.
  if (/[|｜](?!\s*\d)/.test(value)) return undefined
  const words = uncut(value)
  // If the text continues as a sentence, unknown words are not a status of the team's own.
  const isCut = /^\s\p{L}/u.test(value.slice(words.length))
  if (isChoice(words)) return undefined
  const word = /\p{L}(?:.*\p{L})?/su.exec(words)?.[0]
  if (!word) return undefined
  if (stateOf(word)) return word
  const known = knownStart(word)
  if (known && goesOn.test(word.slice(known.length))) return known
  return word.split(/\s+/).length <= (isCut ? 1 : 3) ? word : saidIn(word)
}

/** The text up to what ends a status. A known one may contain such a word: `Work in progress`. */
function uncut(value: string): string {
  const start = Math.max(0, value.search(/\p{L}/u))
  const [before = ''] = value.slice(0, start).split(ends, 1)
  if (before.length < start) return before
  const until = start + (knownStart(value.slice(start))?.length ?? 0)
  return value.slice(0, until) + (value.slice(until).split(ends, 1)[0] ?? '')
}

/** Whether nobody has chosen yet: `Proposed | Accepted`, `{status}`, `Draft / Review / Done`, `Proposed/Accepted`. */
export const isChoice = (written: string): boolean => /[|{}<>[\]]|\/[^/]*\//.test(written) || offersTwo(written)

/** Two states are a choice, unless the second one follows from the first: `Accepted / Superseded` is a history. */
function offersTwo(written: string): boolean {
  const [first, second, ...more] = written
    .slice(0, 100)
    .split(/\/|\s(?:or|oder)\s/)
    .map((word) => stateOf(word.trim()))
  const isPast = second === 'superseded' || second === 'deprecated'
  return more.length === 0 && first !== undefined && second !== undefined && first !== second && !isPast
}

const ends =
  /<br|[,;:：.()（）、，。・·•–—\d|]|\s-|\s(?:by|with|as|on|since|in|from|at|through|until|pending|am|vom|seit|durch|par|le|depuis|por|el|em|il|da|dal|door|op|sinds)\s/

/** Words that may follow a status without being part of it. */
const goesOn = /^\s+(?:and|but|for|to|if|when|while|although|und|aber|et|mais|y|pero|e|mas|ma|en|maar|и|но|на|с)\s/

/** `This decision has been accepted`: a sentence that states only a status. */
const sentence =
  /^(?:this|the)(?: (?:adr|record|decision|document|proposal|rfc|design))? (?:is|was|has been)(?: (?:now|currently|still))? (\p{L}+)$/iu
function saidIn(text: string): string | undefined {
  const word = sentence.exec(text)?.[1]
  return word && stateOf(word) ? word : undefined
}

/** `Proposed → Accepted`: the text after the last arrow. */
const behindArrow = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf('→') + 1, text.lastIndexOf('->') + 1 && text.lastIndexOf('->') + 2))

const withoutMarkup = (text: string): string =>
  text
    .replace(/~~[^~]*~~|<del>[^<]*<\/del>|<s>[^<]*<\/s>/g, ' ')
    .replace(/:[a-z][a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/[*`~"]/g, '')

/** The words after the ticked box if a line has several; a line without boxes is returned unchanged. */
function tickedOf(line: string): string {
  if (!/\[[ xX]\]|[☐⬜]/u.test(line)) return line
  const boxes = [...line.matchAll(/\[[ xX]\]|[☐⬜☑☒✔✓✅]/gu)]
  const index = boxes.findLastIndex(({ 0: mark }) => !/[ ☐⬜]/u.test(mark))
  const { index: start = 0, 0: mark = '' } = boxes[index] ?? {}
  return index < 0 ? '' : line.slice(start + mark.length, boxes[index + 1]?.index)
}
