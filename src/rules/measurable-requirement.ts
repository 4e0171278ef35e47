/**
 * Require a number where a requirement, goal or metric states a quality.
 *
 * ## Why
 *
 * Nobody can test whether something is "fast", and two readers of "highly available" have two different systems in
 * mind. A number with a unit, and the condition under which it applies, settles both; so does a way to check it. Words
 * such as "easy" and "rare" are reported where the whole sentence sounds like a quality. Only sections on requirements,
 * goals, metrics and use cases are checked, and a line with any number counts as measurable.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Goals
 *
 * - Orders are accepted fast: within 200 ms (p95) at 300 requests per second.
 * - Highly available, which means:
 *   - 99.9 % of a month
 * - Errors fail fast.
 * - Scalable to tens of thousands of orders.
 *
 * ## Outcome
 *
 * The queue is fast and scalable.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Goals
 *
 * - The list is fast, which is measured by the nightly load test.
 * - The export need not be fast.
 * - Robust: a lost connection never loses an order.
 * - A customer can share a short link to the order.
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Goals
 *
 * - Adding a warehouse should be easy for people who are new to it.
 * - Replies must not take too long.
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```text messages
 * 5:32-5:36: `easy` cannot be tested: give a figure and when it applies, or say how to check it
 * 6:25-6:33: `too long` cannot be tested: give a figure and when it applies, or say how to check it
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Goals
 *
 * - Follows [Fast and Reliable Queues](https://example.org/fast-queues).
 * - Speaks the Fast Message Format of the warehouse.
 * ```
 *
 * ```md ok type=design
 * # Berths
 *
 * ## Scope
 *
 * ### What the harbour is
 *
 * The office runs a lightweight program with minimal overhead.
 *
 * ## Use cases
 *
 * A skipper quickly finds a berth.
 * ```
 *
 * What there is today is no requirement:
 *
 * ```md ok type=design
 * # Design: Boot images
 *
 * ## Goals
 *
 * - Administrators update one image. Keeping track of two of them is not user friendly.
 * - Leave the download to the mirrors, which are already fast and reliable.
 * - Name images by their hash, which is also the most efficient way to compare them.
 * - Replace the loader, which was written very quickly.
 *
 * ### Risks and mitigations
 *
 * The loader may go away, so the next version must be able to drop it quickly.
 * ```
 *
 * ```md bad type=design
 * # Berths
 *
 * ## What we want
 *
 * The list of arrivals is fast to load. It is more reliable than today. Imports must use the most efficient way.
 *
 * ## Use Cases
 *
 * - A skipper looks for a berth. The search must be fast.
 * ```
 *
 * ```text messages
 * 5:25-5:29: `fast` cannot be tested: give a figure and when it applies, or say how to check it
 * 5:50-5:58: `reliable` cannot be tested: give a figure and when it applies, or say how to check it
 * 5:97-5:106: `efficient` cannot be tested: give a figure and when it applies, or say how to check it
 * 9:51-9:55: `fast` cannot be tested: give a figure and when it applies, or say how to check it
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Non-Functional Requirements
 *
 * - Search is fast.
 * - The system must be scalable and highly available.
 * - Durability: as good as today
 *
 * | Quality | Target |
 * |---|---|
 * | Latency | low latency |
 * ```
 *
 * ```text messages
 * 5:13-5:17: `fast` cannot be tested: give a figure and when it applies, or say how to check it
 * 6:22-6:30: `scalable` cannot be tested: give a figure and when it applies, or say how to check it
 * 6:35-6:51: `highly available` cannot be tested: give a figure and when it applies, or say how to check it
 * 7:3-7:13: `Durability` has no figure: give one with a unit, and say when it applies
 * 11:13-11:24: `low latency` cannot be tested: give a figure and when it applies, or say how to check it
 * ```
 */
import type { ListItem, Nodes } from 'mdast'
import type { DocumentModel, Section } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { createVagueWords } from '../reading/findings/vagueWords.ts'
import { blocksWithin, factsOf } from '../reading/prose/facts.ts'
import { mentionsOf } from '../reading/prose/mentions.ts'
import { hasPlaceholder } from '../reading/sections/findPlaceholders.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'
import { createTitles } from '../reading/vocabulary/titles.ts'

export default defineRule({
  id: 'measurable-requirement',
  category: 'checklist',
  description: 'Require a number where a requirement, goal or metric states a quality',
  severity: 'warning',
  *check({ document, type }) {
    const facts = factsOf(document)
    const vagueWords = createVagueWords(document, { sure: 'vague', judging: 'judging' })
    for (const { section, isStory } of demandsIn(document, type)) {
      for (const { start, end, part } of statementsOf(document, section)) {
        const text = document.prose.slice(start, end)
        if (isMeasured(text) || describesToday.test(text) || hasPlaceholder(document, type, { start, end })) continue
        const blocks = blocksWithin(facts, { start, end })
        const found = vagueWords.find(blocks, isStory)
        const isBare =
          !blocks.some(({ scan }) => scan.concepts.has('vague')) &&
          found.length === 0 &&
          ofQuality.test(part.key) &&
          !isOtherScript(text.replace(/^[^:：|]{0,40}[:：|]/, ''))
        const [quality] = isBare ? mentionsOf(blocks, 'unmeasured') : []
        for (const { start: at, end, words } of quality ? [quality].filter(vagueWords.counts) : found)
          yield {
            start: at,
            end,
            reason: quality
              ? `\`${words}\` has no figure: give one with a unit, and say when it applies`
              : `\`${words}\` cannot be tested: give a figure and when it applies, or say how to check it`,
            fixes: [
              {
                title: `Insert "${measure}"`,
                edits: [{ ...placeBehind(end), newText: ` (\${1:${measure}})`, isSnippet: true }],
              },
            ],
          }
      }
    }
  },
})

/** What makes a requirement testable, to be filled in. */
const measure = '[Number, unit, condition]'
const placeBehind = (end: number): Range => ({ start: end, end })

interface Demands {
  readonly section: Section
  /** Whether it describes what people do; then only sentences with a word such as *must* count as demands. */
  readonly isStory: boolean
}

/** The sections that demand something. */
function demandsIn(document: DocumentModel, type: DocumentType): readonly Demands[] {
  const requirements = sectionsAbout(document, type, topics.requirements)
  const isTold = (section: Section) =>
    requirements.some(({ start, end }) => start <= section.start && section.start < end)
  return [
    ...requirements.map((section) => ({ section, isStory: false })),
    ...sectionsAbout(document, type, stories)
      .filter((section) => !isTold(section))
      .map((section) => ({ section, isStory: true })),
  ]
}

/** The units under a heading: list items with their children, table rows, paragraphs. */
function* statementsOf(document: DocumentModel, section: Section): Generator<Range & { part: Section }> {
  // A section that the template calls requirements may be a scope, which describes more than it demands.
  const isScope = isDescription(section)
  let demandedUntil = 0
  for (const part of [
    section,
    ...document.sections.filter(({ start, end }) => start > section.start && end <= section.end),
  ]) {
    if (topics.requirements.test(part.key)) demandedUntil = Math.max(demandedUntil, part.end)
    if (isScope && part.start >= demandedUntil) continue
    if (isDescription(part) || (part !== section && stories.test(part.key))) continue
    for (const node of part.content) for (const each of unitsOf(node)) yield { ...document.rangeOf(each), part }
  }
}

const unitsOf = (node: Nodes): readonly Nodes[] => {
  if (node.type === 'list') return node.children satisfies readonly ListItem[]
  if (node.type === 'table') return node.children.slice(1)
  return node.type === 'paragraph' ? [node] : []
}

const notDemanded = createTitles('notDemanded')
const isDescription = ({ key }: Section): boolean => notDemanded.test(key) && !topics.requirements.test(key)
const stories = createTitles('stories')

/** Whether a text has a number that is not part of a name, a word for one, or a growth rate. */
const isMeasured = (text: string): boolean =>
  /\b(?:(?:dozens|hundreds|thousands|millions) of|(?:no|zero) (?:data )?loss|(?:eine[rn]?|one|une?|una) (?:day|heure|hora|hour|minute|minuto|second|seconde|segundo|sekunde|stunde))\b/i.test(
    text,
  ) ||
  /(?<![\p{L}\p{N}_.#/-])[<>≤≥~≈]?\d[\d.,]*(?!\.?[\p{L}_]{3,})|\bO\([\w ^]{1,20}\)|\b(?:p\d\d|constant time|linear|nines|an? (?:second|minute|hour|day|order of magnitude))\b/u.test(
    text.replace(/^\s*\d+[.)]\s/, ''),
  )

/** Marks a sentence about what there is, which demands nothing. */
const describesToday = /\b(?:already|currently|nowadays)\b/i

/** Whether much of a text is in another script: behind a label in English, its figure may be a word, such as `밀리초`. */
const isOtherScript = (text: string): boolean =>
  (text.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0) * 3 > (text.match(/\p{L}/gu)?.length ?? 0)

const ofQuality = /^(?:non ?functional|quality|service level|slos?$)/
