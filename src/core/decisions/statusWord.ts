/** Reads the one or few words that a written status consists of, without its date, its reason and its marks. */
import { knownStart, stateOf } from './vocabulary.ts'

/**
 * `✅ Accepted` and `Superseded by [ADR-0004](…)` say `Accepted` and `Superseded`; a sentence or a choice still open says
 * nothing.
 */
export function statusWord(written: string): string | undefined {
  const value = behindArrow(withoutMarkup(tickedOf(written.slice(0, 500))).trim())
  // `Proposed / Accepted / Rejected` is the list to choose from; `Accepted | 2026-03-09` is none.
  if (/[|｜](?!\s*\d)/.test(value)) return undefined
  const [words = ''] = value.split(ends, 1)
  // What goes on as a sentence is no word of a house.
  const isCut = /^\s\p{L}/u.test(value.slice(words.length))
  if (/[[\]{}<>]|\/[^/]*\//.test(words)) return undefined
  const word = /\p{L}(?:.*\p{L})?/su.exec(words)?.[0]
  if (!word) return undefined
  if (stateOf(word)) return word
  const known = knownStart(word)
  if (known && goesOn.test(word.slice(known.length))) return known
  return word.split(/\s+/).length <= (isCut ? 1 : 3) ? word : saidIn(word)
}

const ends =
  /<br|[,;:：.()（）、，。・·•–—\d|]|\s-|\s(?:by|with|as|on|since|in|from|at|through|until|pending|am|vom|seit|durch|par|le|depuis|por|el|em|il|da|dal|door|op|sinds)\s/

/** What may follow a status without being a part of it. */
const goesOn = /^\s+(?:and|but|for|to|if|when|while|although|und|aber|et|mais|y|pero|e|mas|ma|en|maar|и|но|на|с)\s/

/** `This decision has been accepted`: a sentence that says nothing else. */
const sentence =
  /^(?:this|the)(?: (?:adr|record|decision|document|proposal|rfc|design))? (?:is|was|has been)(?: (?:now|currently|still))? (\p{L}+)$/iu
function saidIn(text: string): string | undefined {
  const word = sentence.exec(text)?.[1]
  return word && stateOf(word) ? word : undefined
}

/** `Proposed → Accepted`: where the arrow leads. */
const behindArrow = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf('→') + 1, text.lastIndexOf('->') + 1 && text.lastIndexOf('->') + 2))

const withoutMarkup = (text: string): string =>
  text
    .replace(/~~[^~]*~~|<del>[^<]*<\/del>|<s>[^<]*<\/s>/g, ' ')
    .replace(/:[a-z][a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/[*`~"]/g, '')

/** Of boxes in one line the words behind the one that is ticked; a line without an empty box or `[x]` as it is. */
function tickedOf(line: string): string {
  if (!/\[[ xX]\]|[☐⬜]/u.test(line)) return line
  const boxes = [...line.matchAll(/\[[ xX]\]|[☐⬜☑☒✔✓✅]/gu)]
  const index = boxes.findLastIndex(({ 0: mark }) => !/[ ☐⬜]/u.test(mark))
  const { index: start = 0, 0: mark = '' } = boxes[index] ?? {}
  return index < 0 ? '' : line.slice(start + mark.length, boxes[index + 1]?.index)
}
