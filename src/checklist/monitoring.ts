/** Judges whether a design says what is monitored to see that the system works. */

import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  areNear,
  blocksOf,
  bodyWords,
  type Facts,
  factsOf,
  placeOf,
  proseWith,
  type SectionFacts,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { isAlarm } from '../reading/sections/alarms.ts'
import { type Judgement, judgement } from './judgement.ts'

const observed = ['metric', 'alert', 'dashboard', 'trace', 'health'] as const

/** Whether the document says what is monitored to see that the system works. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const section = sectionFactsAbout(facts, 'monitoringHeading', 4).find((section) =>
    bodyWords(facts, section) >= 12 ? isConcrete(facts, section) : isDense(facts, section),
  )
  if (section) return judgement('met', 'A section says what is monitored.', section.heading)
  // For an observability product, metrics are the data it handles and say nothing about monitoring the product itself.
  const isSubject = proseWith(facts, 'telemetry').length >= 8
  const named = isSubject ? [] : proseWith(facts, ...observed).filter(isNamed)
  const [first] = named
  const kinds = observed.filter((concept) => named.some(({ scan }) => scan.concepts.has(concept)))
  if (first && (named.length >= 4 || (named.length >= 2 && kinds.length >= 2)))
    return judgement('met', 'The text says what is monitored.', placeOf(first, ...observed))
  const mention = (first && placeOf(first, ...observed)) ?? findMention(facts)
  const titled = isSubject ? undefined : sectionFactsAbout(facts, 'monitoringHeading', 4)[0]
  if (mention && titled) return partly(facts, titled)
  if (mention) return judgement('partial', 'Monitoring is only mentioned in passing.', mention)
  return judgement(
    'missing',
    'The document does not say how you can tell that the system works: metrics, alerts, logs.',
  )
}

/** Says what a section on monitoring lacks. */
const partly = (facts: Facts, section: SectionFacts): Judgement =>
  judgement(
    'partial',
    isConcrete(facts, section)
      ? 'There is a section on monitoring, but it says little.'
      : 'There is a section on monitoring, but no metric, alert or log was found in it.',
    section.heading,
  )

/** A name with an underscore, such as `http_requests`. */
const metricName = /`\w[^\W_]*_\w+`/

/** Whether a section names something that can be observed. */
function isConcrete(facts: Facts, section: SectionFacts): boolean {
  const blocks = blocksOf(facts, section)
  if (blocks.filter(({ scan }) => scan.concepts.has('gauge')).length >= 2 || blocks.some(isAlarm)) return true
  return blocks.some(
    ({ kind, scan, text }) =>
      observed.some((concept) => scan.concepts.has(concept)) ||
      scan.concepts.has('watch') ||
      scan.concepts.has('logging') ||
      // A table under such a heading lists what is monitored.
      kind === 'row' ||
      metricName.test(text),
  )
}

/** Whether a short section names at least two things to observe, or has at least two table rows. */
const isDense = (facts: Facts, section: SectionFacts): boolean => {
  const blocks = blocksOf(facts, section)
  if (blocks.filter(({ kind }) => kind === 'row').length >= 2) return true
  const hits = blocks.flatMap(({ scan }) => scan.hits)
  return hits.filter(({ concept }) => observed.some((each) => each === concept) || concept === 'logging').length >= 2
}

/** Whether a block names something observable that is emitted, collected or looked at. */
const isNamed = (block: Block): boolean => {
  const { concepts } = block.scan
  return (
    concepts.has('alert') ||
    concepts.has('dashboard') ||
    concepts.has('trace') ||
    concepts.has('health') ||
    areNear(block, 'metric', 'emitting', 60) ||
    (concepts.has('metric') && metricName.test(block.text))
  )
}

function findMention(facts: Facts): Range | undefined {
  const log = facts.blocks.find(({ kind, scan, text }) =>
    kind === 'code' ? logCall.test(text) : scan.concepts.has('logging'),
  )
  if (log) return placeOf(log, 'logging') ?? log
  const [section] = sectionFactsAbout(facts, 'monitoringHeading')
  if (section) return section.heading
  const [watching] = proseWith(facts, 'watch')
  const watched = watching ?? proseWith(facts, 'state').find((block) => areNear(block, 'state', 'showing', 30))
  return watched && placeOf(watched, 'watch', 'state')
}

const logCall = /\b(?:k?log|logger|logging|slog)\.\w+\(|console\.(?:log|error|warn)\(/i
