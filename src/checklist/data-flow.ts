/** Judges whether a reader can follow a request or a piece of data through a design, step by step. */

import type { List, ListItem, Table, TableRow } from 'mdast'
import type { DocumentModel } from '../core/document/document.ts'
import { hasHan, isGerman } from '../core/document/language.ts'
import type { Range } from '../core/text/range.ts'
import { type Picture, picturesOf } from '../reading/drawings/pictures.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blockIndexAt,
  bodyWords,
  type Facts,
  factsOf,
  proseOf,
  proseWith,
  type SectionFacts,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { isUnder } from '../reading/prose/mentions.ts'
import { type Hit, scanText } from '../reading/prose/scan.ts'
import { cellText, columnOf } from '../reading/sections/cells.ts'
import { isArrowChain, isToldInOrder, numberedLines } from '../reading/sections/toldInOrder.ts'
import { isUnspaced } from '../reading/vocabulary/lexicon.ts'
import type { Concept } from '../reading/vocabulary/vocabulary.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether a reader can follow a request or piece of data through the parts, in order. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const sequence = picturesOf(facts).find(({ subject }) => subject === 'sequence')
  if (sequence) return judgement('met', 'A sequence diagram shows the order of messages.', sequence)
  const steps =
    document.nodes('list').find((list) => isSteps(facts, list)) ??
    document.nodes('table').find((table) => isStepTable(facts, table))
  if (steps) return judgement('met', 'Numbered steps show what happens in order.', document.rangeOf(steps))
  const numbered = facts.sections.find((each) => hasNumberedLines(facts, each))
  if (numbered) return judgement('met', 'Numbered steps show what happens in order.', numbered.heading)
  const chain = proseOf(facts).find((block) => isArrowChain(block) && !isUnder(facts, block, 'aimHeading'))
  if (chain) return judgement('met', 'The text describes in order what moves where.', chain)
  const section = sectionFactsAbout(facts, 'flowHeading', 0).find((each) => isToldInOrder(facts, each))
  if (section) return judgement('met', 'A section describes in order what happens.', section.heading)
  const drawn = picturesOf(facts).find((picture) => tellsMoves(facts, picture))
  if (drawn) return judgement('met', 'A diagram labels what moves between the parts.', drawn)
  const told = findTold(facts)
  if (told.weight >= 4 && told.block)
    return judgement('met', 'The text describes in order what moves where.', told.block)
  const fragment = told.moves >= 3 ? told.block : undefined
  const picture = picturesOf(facts).find(({ subject }) => subject === 'flow')
  const announced = sectionFactsAbout(facts, 'flowHeading').find((part) => bodyWords(facts, part) >= 30)
  const found: Range | undefined = fragment ?? picture ?? announced?.heading
  if (found) return judgement('partial', 'Parts of a flow are described, but none from start to end.', found)
  return judgement('missing', 'The document does not say how a request or piece of data moves through the parts.')
}

/**
 * Whether a list has three or more items, most of which do something with a message or data; without numbers each must
 * say who does it. If the heading announces a flow, two such items are enough: the others may use other verbs, as in
 * `looks it up`.
 */
function isSteps(facts: Facts, list: List): boolean {
  if (list.children.length < 3) return false
  const place = facts.blocks[blockIndexAt(facts, facts.document.rangeOf(list).start)]
  const heading = place && facts.sectionOf(place)?.heading.scan.concepts
  if (heading?.has('aimHeading')) return false
  const isPlan = heading?.has('planHeading') ?? false
  if (hasHan(place?.text ?? '') && isAboutOther(heading)) return false
  const active = list.children.filter((item) => {
    const block = blockOf(facts, item)
    if (!block || isPart(block)) return false
    return list.ordered ? block.scan.concepts.has('flowVerb') || (!isPlan && isAct(block)) : actsFirst(facts, block)
  })
  const isOfComponents = list.ordered || active.some((item) => hasComponent(facts, item))
  const enough = list.ordered && heading?.has('flowHeading') ? 2 : 3
  return active.length >= enough && active.length * 2 >= list.children.length && isOfComponents
}

/**
 * Whether three or more rows are numbered steps that say who does what, most of them with a message or data. A list of
 * parts may be numbered too, and so may the steps of a plan.
 */
function isStepTable(facts: Facts, table: Table): boolean {
  const rows = table.children.slice(1)
  const actor = columnOf(
    table,
    /^(?:who|actor|caller|component|from|part|sender|service|wer|akteur|aufrufer|baustein|dienst|komponente|teil|von|参与方|发起方|执行方|组件|模块|服务|系统|角色)$/,
  )
  const act = columnOf(
    table,
    /^(?:action|does|message|request|what|what happens|aktion|anfrage|nachricht|tätigkeit|tut|was|was passiert|was geschieht|动作|操作|消息|行为|处理|说明|内容)$/,
  )
  const step = columnOf(table, /^(?:steps?|schritte?|步骤|序号)$/)
  if (rows.length < 3 || step !== 0 || actor === undefined || act === undefined) return false
  const isStep = ({ children }: TableRow, index: number) =>
    Number.parseInt(cellText(children[0]), 10) === index + 1 && cellText(children[actor]) && cellText(children[act])
  const moving = rows.filter(({ children }) => scanText(cellText(children[act])).concepts.has('flowVerb'))
  if (!rows.every(isStep) || moving.length * 2 < rows.length) return false
  const place = facts.blocks[blockIndexAt(facts, facts.document.rangeOf(table).start)]
  const heading = place && facts.sectionOf(place)?.heading.scan.concepts
  return !heading?.has('planHeading') && !heading?.has('aimHeading')
}

/**
 * Whether a heading is about something else than a flow. Chinese verbs have no form that tells what the system does from
 * what people are to do, and they are nouns, too.
 */
const isAboutOther = (heading: ReadonlySet<Concept> | undefined): boolean =>
  !heading?.has('flowHeading') && otherHeadings.some((other) => heading?.has(other))

const otherHeadings = [
  ...(['aimHeading', 'planHeading', 'apiHeading', 'dataHeading', 'scaleHeading', 'failureHeading'] as const),
  ...(['costHeading', 'securityHeading', 'monitoringHeading'] as const),
]

/** Whether a Chinese text says what a part is: `消息推送服务：…`. */
const isPart = ({ text }: Block): boolean => {
  const [, label] = /^[*_]{0,2}([^：]{2,24}?)[*_]{0,2}：/.exec(text) ?? []
  return (
    label !== undefined &&
    scanText(label).hits.some(({ concept, end }) => concept === 'component' && end === label.length)
  )
}

/** Whether three or more lines of a section are numbered as in Chinese, and most of them do something with data. */
function hasNumberedLines(facts: Facts, { heading, from, until }: SectionFacts): boolean {
  if (isAboutOther(heading.scan.concepts)) return false
  const lines = numberedLines(facts.blocks.slice(from, until))
  const active = lines.filter((line) => scanText(line).concepts.has('flowVerb'))
  return active.length >= 3 && active.length * 2 >= lines.length
}

const hasComponent = (facts: Facts, item: ListItem): boolean =>
  blockOf(facts, item)?.scan.concepts.has('component') ?? false

/** The block with the beginning of an item; undefined if that is empty. */
function blockOf(facts: Facts, item: ListItem): Block | undefined {
  const { start } = facts.document.rangeOf(item.children[0] ?? item)
  const block = facts.blocks[blockIndexAt(facts, start)]
  return block && block.start <= start ? block : undefined
}

/** Whether the text names an actor first, then the action: `The gateway forwards …`, `网关转发…`. */
function actsFirst({ document }: Facts, { scan, text }: Block): boolean {
  const thirdPerson = isGerman(document) ? /t$/ : /s$/
  return scan.hits.some(({ concept, start, end }) => {
    if (concept !== 'flowVerb') return false
    if (!isUnspaced(text.charCodeAt(start)))
      return (
        start > 2 &&
        start < 50 &&
        text
          .slice(start, end)
          .split(/\s/)
          .some((word) => thirdPerson.test(word))
      )
    const isActor = (hit: Hit) => (hit.concept === 'component' || hit.concept === 'name') && hit.end <= start
    return chineseActor.test(text.slice(0, start)) && scan.hits.some(isActor)
  })
}

/** What stands before a Chinese verb if that is the first of the sentence; after a colon, it says what a part does. */
const chineseActor = /^[^，。；：、,;:（(]{2,24}$/

/** Whether somebody or something is named first and then acts: `The clerk looks for a free berth`. */
const isAct = ({ scan, text }: Block): boolean =>
  scan.hits.some(
    ({ concept, start }) =>
      concept === 'act' &&
      start < 45 &&
      (isUnspaced(text.charCodeAt(start)) ? chineseActor : /^[^.,;:(]{2,44} $/).test(text.slice(0, start)),
  )

/** Whether a diagram's source contains at least three verbs of movement, or two request methods. */
function tellsMoves(facts: Facts, { start, subject }: Picture): boolean {
  const block = facts.blocks[blockIndexAt(facts, start)]
  if (block?.kind !== 'code' || subject === 'data') return false
  const requests = block.text.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g)?.length ?? 0
  return requests >= 2 || block.scan.hits.filter(({ concept }) => concept === 'flowVerb').length >= 3
}

interface Told {
  /** How much the most complete section tells: its different movements, as far as words put them in order. */
  weight: number
  /** Number of movements in the whole document. */
  moves: number
  block?: Block
}

/** Weighs each section by its sentences that move something between parts. */
function findTold(facts: Facts): Told {
  const sections = new Map<
    SectionFacts | undefined,
    { moves: number; order: number; verbs: Set<string>; first: Block }
  >()
  let moves = 0
  for (const block of proseWith(facts, 'component', 'name')) {
    if (isPart(block)) continue
    const { hits } = block.scan
    const part = facts.sectionOf(block)
    const section = sections.get(part) ?? { moves: 0, order: 0, verbs: new Set<string>(), first: block }
    sections.set(part, section)
    for (const { concept, start, end } of hits) {
      if (concept === 'order') section.order++
      if (concept !== 'flowVerb') continue
      section.moves++
      moves++
      const length = isUnspaced(block.text.charCodeAt(start)) ? end - start : 4
      section.verbs.add(block.text.slice(start, start + length).toLowerCase())
    }
  }
  const told: Told = { weight: -1, moves }
  for (const section of sections.values()) {
    const weight = Math.min(section.moves, section.order * 2, section.verbs.size)
    if (weight > told.weight) Object.assign(told, { weight, block: section.first })
  }
  return told
}
