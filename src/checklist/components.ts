/** Judges whether a design names two or more components and says what each does. */

import type { List } from 'mdast'
import { remember } from '../core/data/remember.ts'
import { type DocumentModel, textOf } from '../core/document/document.ts'
import { hasHan } from '../core/document/language.ts'
import type { Range } from '../core/text/range.ts'
import { namedWith } from '../reading/code/codeNames.ts'
import { partsOfDesign } from '../reading/components/partsOfDesign.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blocksOf,
  bodyWords,
  type Facts,
  factsOf,
  headingAt,
  proseWith,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { scanText } from '../reading/prose/scan.ts'
import { partsToldIn } from '../reading/sections/german.ts'
import { leadsOf } from '../reading/sections/leads.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether two or more parts are named, each with what it does. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const listed = findListed(facts)
  if (listed) return judgement('met', 'Parts are listed, each with what it does.', listed)
  const designed = partsOfDesign(facts)
  if (designed) return judgement('met', 'Parts are named with what they do.', designed)
  const described = findDescribed(facts)
  if (described.names.size >= 2) return judgement('met', 'Parts are named with what they do.', described.first)
  const inCode = namedWith(facts, 'component')
  if (inCode && described.first) return judgement('met', 'Parts are named with what they do.', inCode)
  const told = partsToldIn(facts)
  if (told) return judgement('met', 'Parts are named with what they do.', told)
  const first = described.first ?? sectionFactsAbout(facts, 'componentsHeading', 4)[0]?.heading
  if (first) return judgement('partial', 'Parts are named, but fewer than two with their responsibilities.', first)
  const named = proseWith(facts, 'component').find(
    ({ scan }) => scan.hits.filter(({ concept }) => concept === 'component').length >= 2,
  )
  if (named && countComponents(facts) >= 6)
    return judgement('partial', 'Parts are mentioned, but not their responsibilities.', named)
  return judgement('missing', 'No parts are named with their responsibilities.')
}

/** A table of parts, a list of named parts, or one section for each part. */
function findListed(facts: Facts): Range | undefined {
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('components') && rows >= 2)
  if (table) return table
  for (const list of facts.document.nodes('list')) {
    const { named, components } = countLeads(list)
    if (named < 2) continue
    const range = facts.document.rangeOf(list)
    if (components >= 2 || headingAt(facts, range.start)?.scan.concepts.has('componentsHeading')) return range
  }
  const paragraphs = findParagraphs(facts)
  if (paragraphs) return paragraphs
  const sections = facts.sections.filter(
    (part) =>
      part.heading.scan.words <= 6 && hasComponent(part.heading) && bodyWords(facts, part) >= 25 && !part.isTitle,
  )
  return sections.length >= 3 ? sections[0]?.heading : undefined
}

/** The number of items that describe what they name, and how many of them name a component. */
const countLeads = remember((list: List) => {
  const named = leadsOf(list).filter(({ said }) => said >= 20)
  const components = named.filter(
    ({ item, name }) => isComponentName(name) || (serviceName.test(name) && hasHan(textOf(item))),
  )
  return { named: named.length, components: components.length }
})

/** A section on components with two or more paragraphs that each begin with a name: `**Order API.** Takes orders`. */
function findParagraphs(facts: Facts): Range | undefined {
  for (const section of sectionFactsAbout(facts, 'componentsHeading', 8)) {
    const parts = blocksOf(facts, section).filter(
      ({ kind, node, text }) =>
        kind === 'text' && node.type === 'paragraph' && node.children[0]?.type === 'strong' && text.length >= 40,
    )
    if (parts.length >= 2) return parts[0]
  }
  return undefined
}

const hasComponent = ({ scan }: Block): boolean => scan.concepts.has('component') || scan.concepts.has('name')

/** In Chinese, only what is deployed has such a name: `order-core`. */
const serviceName =
  /^[a-z][a-z\d]{0,30}(?:-[a-z\d]{1,30}){1,4}$|[（(\s][a-z][a-z\d]{0,30}(?:-[a-z\d]{1,30}){1,4}[）)]?$/

/** Whether a name ends with a word for a component: `order store`, `SessionCache`, `接入网关（gw）`. */
const isComponentName = (name: string): boolean => {
  const words = name
    .trim()
    .replace(/(?<=\p{Script=Han})\s?[（(\s][\w /.-]{1,40}[）)]?$/u, '')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
  return scanText(words).hits.some(({ concept, end }) => concept === 'component' && end === words.length)
}

/** Parts that do something: a part, followed within a few words by what it does. */
function findDescribed(facts: Facts): { names: ReadonlySet<string>; first?: Range } {
  const names = new Set<string>()
  let first: Range | undefined
  for (const block of proseWith(facts, 'role')) {
    const { hits } = block.scan
    for (let i = 0; i < hits.length; i++) {
      const part = hits[i]
      if (!part || (part.concept !== 'component' && part.concept !== 'name')) continue
      for (let j = i + 1; j < hits.length; j++) {
        const role = hits[j]
        if (!role || role.start - part.end > 30) break
        if (role.concept !== 'role' || role.start < part.end) continue
        const name = nameEndingAt(block.text, part.end)
        if (isAnyPart.test(name) || !isShortGap(block.text.slice(part.end, role.end))) continue
        if (isOfAnother.test(block.text.slice(part.end, role.start))) continue
        names.add(name)
        first ??= { start: block.start + part.start, end: block.start + role.end }
        break
      }
    }
  }
  return { names, ...(first && { first }) }
}

/** Between a part and a verb in German: the verb is of another sentence, or says what is done to the part. */
const isOfAnother = /[.!?]\s+(?:Der|Die|Das|Ein|Eine|Er|Sie|Es)\b|\b(?:wird|werden|wurde|wurden)\b/

/** A word and the one before it: `storage engine`, `signer nodes`; in Chinese, four characters: `订单服务`. */
const nameEndingAt = (text: string, end: number): string =>
  /\p{Script=Han}{1,4}$|(?:[\w-]{1,30}[` ]{1,2})?[\w-]{1,40}$/u
    .exec(text.slice(Math.max(0, end - 60), end))?.[0]
    .toLowerCase() ?? ''

/** The system as a whole, or any part of it. */
const isAnyPart = /(?:^|[本该各此新老的])(?:系统|平台|服务|模块|作业|实例|节点|组件|中心)$/

/** Whether a verb, if it is Chinese, follows a name closely, perhaps after a colon or in the next cell. */
const isShortGap = (gap: string): boolean => !hasHan(gap) || /^[^。；，、,;（(]{0,12}$/.test(gap)

const countComponents = (facts: Facts): number =>
  proseWith(facts, 'component').reduce(
    (sum, { scan }) => sum + scan.hits.filter(({ concept }) => concept === 'component').length,
    0,
  )
