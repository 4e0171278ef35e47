/** Drafts a sequence diagram from steps that a text describes in order. */

import { mermaidLine } from '../../core/diagrams/mermaidText.ts'
import type { DocumentModel, Section } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { occurrencesIn, type Words, wordsOf } from '../occurrences.ts'
import { type Named, partNamesOf } from '../partNames.ts'
import { createIds, type Ids } from './nodes.ts'
import { oneLine, type Step, stepsIn, type ToldStep } from './steps.ts'

/** The longest text on an arrow, in UTF-16 units. */
const longest = 80

/**
 * The source of a mermaid sequence diagram; undefined if fewer than two parts exchange a message.
 *
 * @param isFlow whether the section is about a flow
 */
export function draftSequence(named: Named, section: Section, isFlow: boolean): string | undefined {
  const ids = createIds()
  const known = {
    document: named.document,
    words: wordsOf(named.document),
    names: partNamesOf(named).slice(0, mostNames),
  }
  const read = stepsIn(named.document, section, isFlow).map((step) => readStep(known, step))
  const lines = read.map((step) => (step.to === undefined ? undefined : messageOf(step, ids)))
  if (ids.all.size < 2) return undefined
  // A step that names one part becomes a note over it; one that names none becomes a note over all.
  for (const { from } of read) if (from !== undefined) ids.of(from)
  const all = [...ids.all.values()]
  const body = read.map(({ from, text }, index) => {
    const over = from === undefined ? `${all[0]},${all.at(-1)}` : ids.of(from)
    return `  ${lines[index] ?? `Note over ${over}: ${said(text)}`}`
  })
  const participants = Array.from(ids.all, ([name, id]) => `  participant ${id} as ${said(name)}`)
  return ['sequenceDiagram', ...participants, ...body].join('\n')
}

/** The most names that are considered: each is searched in each step, and compared with all others. */
const mostNames = 300

/** The data needed to read a step. */
interface Known {
  readonly document: DocumentModel
  readonly words: readonly Words[]
  /** The names of all parts. */
  readonly names: readonly string[]
}

/** A step, with its sender and receiver as far as they are clear. */
interface ReadStep {
  readonly from?: string
  readonly to?: string
  readonly text: string
}

const messageOf = ({ from = '', to = '', text }: ReadStep, ids: Ids): string =>
  `${ids.of(from)}->>${ids.of(to)}: ${said(text)}`

const said = (text: string): string =>
  mermaidLine(text.length > longest ? `${text.slice(0, longest).replace(/\s\S*$/, '')} …` : text)

function readStep(known: Known, step: Step): ReadStep {
  if (step.kind === 'row') return { from: step.from, to: step.to, text: step.text || 'calls' }
  return readArrow(step.text) ?? readSentence(known, step)
}

/** Reads `Client → Berth Queue: asks for a berth`. */
function readArrow(text: string): ReadStep | undefined {
  const arrow = /→|--?>|=>|⇒/.exec(text)
  const behind = arrow ? text.slice(arrow.index + arrow[0].length) : ''
  const colon = behind.indexOf(':')
  const [from, to] = [text.slice(0, arrow?.index ?? 0).trim(), behind.slice(0, Math.max(0, colon)).trim()]
  const rest = behind.slice(colon + 1).trim()
  return rest && isName(from) && isName(to) ? { from, to, text: rest } : undefined
}

const isName = (text: string): boolean => /^[^\s→>]+(?: [^\s→>]+){0,4}$/.test(text) && text.length <= 60

interface Mention {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Reads a sentence: the first part that it names acts, and the second is acted upon. */
function readSentence(known: Known, { node, text }: ToldStep): ReadStep {
  const { document } = known
  const place = document.rangeOf(node)
  const [first, second] = mentionsIn(known, place)
  if (!first) return { text }
  const between = second ? document.prose.slice(first.end, second.start) : ''
  const isTurned = second !== undefined && isTurnedBy(plain(between.slice(-reach)))
  const [from, to] = isTurned ? [second, first] : [first, second]
  // If only an article precedes the actor, the actor need not be repeated in the message.
  const isSubject = /^(?:the|an?|our|der|die|das|ein|eine)?$/i.test(
    plain(document.prose.slice(place.start, first.start)),
  )
  const words = isSubject && !isTurned ? messageText(document, place.end, first, second) : text
  return { from: from.name, ...(to && { to: to.name }), text: words || text }
}

/** The most text before a name that is examined for the actor, in UTF-16 units. */
const reach = 200

/** Whether the second of two parts is the actor: `is called by`, `receives the order from`. */
const isTurnedBy = (between: string): boolean =>
  /\b(?:by|durch)(?: (?:the|an?|den|die|das))?$/i.test(between) ||
  (/\b(?:receives?|gets|erhält|bekommt|wird|werden)\b/i.test(between) &&
    /\b(?:from|vo[mn])(?: (?:the|an?|dem|der))?$/i.test(between))

const plain = (words: string): string => oneLine(words.replaceAll(/[*_`]/g, ''))

/** What the actor does, without the name of the other part if that ends the sentence. */
function messageText({ prose }: DocumentModel, end: number, { end: from }: Mention, to: Mention | undefined): string {
  const whole = plain(prose.slice(from, end)).replace(/[.;]$/, '')
  const behind = to ? plain(prose.slice(to.end, end)).replace(/[.;]$/, '') : ''
  if (!to || behind !== '') return whole.replace(/^[:,–—-]\s*/, '')
  return plain(prose.slice(from, to.start))
    .replace(/\s(?:to|at|in|into|with|of|on)(?: (?:the|an?|our))?$|\s(?:the|an?)$/i, '')
    .replace(/^[:,–—-]\s*/, '')
}

/** Users of a system, in the words of texts that have no heading for them. */
const person =
  /(?<![\p{L}\p{N}-])(?:(?:web|mobile) (?:app|client)|end user|user|client|customer|browser|caller|administrator|admin|operator|nutzer|benutzer|kunde|anwender)(?:in)?(?![\p{L}\p{N}-])/giu

/** The sort of part behind a name that a diagram has without it: `Checkout Service` is `Checkout` there. */
const sort = /^ (?:Service|Server|Worker|API|App|Gateway|System|Component|Module)(?![\p{L}\p{N}])/u

/** The first two different parts that a range of the text names, in order. */
function mentionsIn({ document, words, names }: Known, { start, end }: Range): readonly Mention[] {
  const own = words.filter((range) => range.start >= start && range.end <= end)
  const parts: Mention[] = names.flatMap((name) =>
    occurrencesIn(document, own, name, names).map((place) => ({
      name,
      start: place.start,
      end: place.end + (sort.exec(document.prose.slice(place.end, place.end + 20))?.[0].length ?? 0),
    })),
  )
  const people = Array.from(document.prose.slice(start, end).matchAll(person), ({ index, 0: word }) => ({
    name: word.charAt(0).toUpperCase() + word.slice(1),
    start: start + index,
    end: start + index + word.length,
  })).filter((each) => !parts.some((part) => part.start < each.end && part.end > each.start))
  const found = new Map<string, Mention>()
  for (const mention of [...parts, ...people].sort((a, b) => a.start - b.start))
    if (!found.has(mention.name)) found.set(mention.name, mention)
  return [...found.values()].slice(0, 2)
}
