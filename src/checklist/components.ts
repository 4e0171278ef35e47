/** Judges whether a design names two or more components and says what each does. */

import type { List } from 'mdast'
import { remember } from '../core/data/remember.ts'
import type { DocumentModel } from '../core/document/document.ts'
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
  return { named: named.length, components: named.filter(({ name }) => isComponentName(name)).length }
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

/** Whether a name ends with a word for a component: `order store`, `SessionCache`. */
const isComponentName = (name: string): boolean => {
  const words = name.trim().replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
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
        names.add(nameEndingAt(block.text, part.end))
        first ??= { start: block.start + part.start, end: block.start + role.end }
        break
      }
    }
  }
  return { names, ...(first && { first }) }
}

/** A word and the one before it: `storage engine`, `signer nodes`. */
const nameEndingAt = (text: string, end: number): string =>
  /(?:[\w-]{1,30}[` ]{1,2})?[\w-]{1,40}$/.exec(text.slice(Math.max(0, end - 60), end))?.[0].toLowerCase() ?? ''

const countComponents = (facts: Facts): number =>
  proseWith(facts, 'component').reduce(
    (sum, { scan }) => sum + scan.hits.filter(({ concept }) => concept === 'component').length,
    0,
  )
