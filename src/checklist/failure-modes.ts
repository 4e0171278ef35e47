/** Judges whether a design names specific failures and what happens then. */

import type { List } from 'mdast'
import { type DocumentModel, textOf } from '../core/document/document.ts'
import { hasHan } from '../core/document/language.ts'
import type { Range } from '../core/text/range.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  areNear,
  blocksOf,
  blocksWith,
  bodyWords,
  type Facts,
  factsOf,
  headingAt,
  placeOf,
  type SectionFacts,
  sectionFactsAbout,
  titleKeyOf,
} from '../reading/prose/facts.ts'
import { scanText } from '../reading/prose/scan.ts'
import { isOfFailures, speaksOfFailure } from '../reading/sections/failures.ts'
import { casesToldIn } from '../reading/sections/german.ts'
import { leadsOf } from '../reading/sections/leads.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { topics } from '../reading/sections/topics.ts'
import { createTitles } from '../reading/vocabulary/titles.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether specific failures are named, with what happens then. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('failures') && rows >= 2)
  if (table) return judgement('met', 'A table lists failures and what is done about them.', table)
  const listed = facts.document.nodes('list').find((list) => listsFailures(facts, list))
  if (listed) return judgement('met', 'Failures are listed with what happens then.', document.rangeOf(listed))
  const tabled = sectionFactsAbout(facts, 'failureHeading', 12).find((section) => tablesFailures(facts, section))
  if (tabled) return judgement('met', 'Failures are listed with what happens then.', tabled.heading)
  const answered = sectionFactsAbout(facts, 'failureHeading', 12).find((section) => hasAnswers(facts, section))
  if (answered) return judgement('met', 'Failures are described under their own headings.', answered.heading)
  const told = casesToldIn(facts)
  if (told) return judgement('met', 'A section says what happens in two or more cases.', told)
  const sections = new Set(
    sectionFactsAbout(facts, 'failureHeading', 12).flatMap((section) => blocksOf(facts, section)),
  )
  const blocks = blocksWith(facts, 'failure', 'recovery')
  const cases = blocks.filter(
    (block) => isCase(block, 'hardFailure') || (sections.has(block) && block.kind !== 'code' && block.scan.words >= 8),
  )
  const isKnown = new Set(cases)
  const lesser = blocks.filter((block) => !isKnown.has(block) && (isCase(block, 'failure') || isOutcome(block)))
  const first = cases[0] ?? lesser[0]
  // A document that mentions failures this often does not describe every case in a single sentence.
  const isTreated = blocks.filter(({ kind, scan }) => kind !== 'code' && scan.concepts.has('hardFailure')).length >= 4
  if (first && (cases.length + lesser.length >= 2 || isTreated || cases.some(tellsSeveral)))
    return judgement('met', 'Failures are listed with what happens then.', placeOf(first, 'hardFailure', 'failure'))
  const mention =
    first ??
    blocks.find(
      ({ kind, scan }) => kind !== 'code' && (scan.concepts.has('hardFailure') || scan.concepts.has('recovery')),
    )
  if (mention)
    return judgement(
      'partial',
      'Failure is mentioned, but fewer than two cases with what happens then.',
      placeOf(mention, 'hardFailure', 'failure', 'recovery'),
    )
  return judgement('missing', 'The document does not say what can fail and what happens then.')
}

/**
 * Whether a section whose title announces failures has a table of two or more, or as many sentences in bold or italics
 * with more behind them: `*A file comes twice.* The second one is ignored.` Under such a title, any event is a failure.
 */
function tablesFailures(facts: Facts, section: SectionFacts): boolean {
  if (!announcesFailures.test(titleKeyOf(section))) return false
  const blocks = blocksOf(facts, section)
  const isInside = ({ start }: Range) => blocks.some((block) => block.start <= start && start < block.end)
  const rows = tablesOf(facts).flatMap((table) => (isInside(table) ? table.rows : []))
  const leads = blocks.flatMap(({ kind, text }) => (kind === 'text' ? leadsOfLines(text) : []))
  return rows.some((count) => count >= 2) || leads.length >= 2
}

/** `If something does not work`, `What breaks, and how badly`, `Bad days`; not `What breaks compatibility`. */
const announcesFailures = createTitles('failureCases')

/** A sentence in bold or italics at the beginning of a line, with something behind it. */
const leadsOfLines = (text: string): readonly string[] =>
  (text.match(/^[ \t>]{0,8}[*_]{1,3}[^*_\n]{6,120}[*_]{1,3}[ \t]/gm) ?? []).filter((lead) =>
    /[.?!][*_]{1,3}[ \t]$/.test(lead),
  )

/** Whether a list under a heading on failures names two or more, and says something of each. */
function listsFailures(facts: Facts, list: List): boolean {
  const heading = headingAt(facts, facts.document.rangeOf(list).start)
  const key = heading ? titleKeyOf({ heading }) : ''
  if (!topics.failures.test(key)) return false
  const named = leadsOf(list).filter(({ said }) => said >= fewestSaid)
  if (named.length < 2) return false
  const isOfAny = named.some(({ item }) => ofCases.some((concept) => scanText(textOf(item)).concepts.has(concept)))
  return isOfFailures(key) ? isOfAny : named.filter(({ name }) => speaksOfFailure(name)).length >= 2
}

/** At least one item has such a word: a heading such as *What goes wrong* may be about the project. */
const ofCases = ['condition', 'failure', 'hardFailure', 'handling', 'recovery'] as const

/** Fewer characters than these do not say what happens then. */
const fewestSaid = 20

/**
 * Whether subheadings of a section on failures say what is done; the failures may be in bold, or in collapsed blocks.
 */
const hasAnswers = (facts: Facts, section: SectionFacts): boolean =>
  facts.sections.some(
    (each) =>
      each.from > section.from &&
      each.until <= section.until &&
      /^[#\s*_\d.]*(?:(?:mitigations?|handling|recovery|response|prevention|remediation|(?:gegen)?ma(?:ß|ss)nahmen?|behandlung|behebung|reaktion|verhalten|vorbeugung|wiederherstellung)\b|处理|应对|预案|恢复|措施)/i.test(
        each.heading.text,
      ) &&
      bodyWords(facts, each) >= 3,
  )

/**
 * Whether a block names a failure, with a consequence and a condition nearby; in code, only in comments and diagrams.
 */
function isCase(block: Block, failure: 'failure' | 'hardFailure'): boolean {
  if (block.kind === 'code' && !(isDrawn(block) || inComment(block, failure))) return false
  return (
    areNear(block, failure, 'handling', 120) &&
    (areNear(block, failure, 'condition', 100) ||
      block.kind === 'row' ||
      areNear(block, failure, 'recovery', 60) ||
      isLabel(block, failure))
  )
}

/** Whether a failure is what a Chinese text is about: `缓存不可用：直接查库`. */
const isLabel = ({ scan, text }: Block, failure: 'failure' | 'hardFailure'): boolean =>
  scan.hits.some(
    ({ concept, end }) =>
      concept === failure && end < 40 && /^[^，。；：]{0,12}(?:：|——)/.test(text.slice(end, end + 16)),
  )

/** Whether two sentences or lines of a Chinese paragraph each name a failure and what is done. */
const tellsSeveral = ({ text }: Block): boolean =>
  hasHan(text) &&
  text.split(/[\n。；]/).filter((sentence) => {
    const { concepts } = scanText(sentence)
    return concepts.has('failure') && concepts.has('handling')
  }).length >= 2

/** Whether a block names a failure that a condition leads to: `if the key is absent, the call fails`. */
const isOutcome = (block: Block): boolean => block.kind !== 'code' && areNear(block, 'hardFailure', 'condition', 60)

/** Whether a block is a diagram, which shows failures as branches: `alt`, `else`, a labelled edge. */
const isDrawn = ({ node }: Block): boolean =>
  node.type === 'code' && /^(?:mermaid|plantuml|puml|d2|dot)$/.test(node.lang ?? '')

function inComment({ text, scan }: Block, failure: 'failure' | 'hardFailure'): boolean {
  return scan.hits.some(({ concept, start }) => {
    if (concept !== failure) return false
    const line = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 200), start)
    return /\/\/|#|--|\/\*/.test(line)
  })
}
