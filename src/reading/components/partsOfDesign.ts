/** Finds the parts that a design says it will build, with what each does, whatever they are called. */

import type { Range } from '../../core/text/range.ts'
import type { Block } from '../prose/blocks.ts'
import { blockIndexAt, type Facts, isProse, type SectionFacts } from '../prose/facts.ts'
import type { Hit } from '../prose/scan.ts'
import { type Lead, leadsOf } from '../sections/leads.ts'

/** Two or more parts under a heading such as *Proposal*: as a list, as sections, or in sentences. */
export const partsOfDesign = (facts: Facts): Range | undefined =>
  listed(facts) ?? inSections(facts) ?? inSentences(facts)

function listed(facts: Facts): Range | undefined {
  for (const list of facts.document.nodes('list')) {
    const range = facts.document.rangeOf(list)
    const items = leadsOf(list)
    if (items.length < 2 || !isUnderDesign(facts, facts.blocks[blockIndexAt(facts, range.start)])) continue
    if (items.filter((lead) => doesSomething(facts, lead)).length >= 2) return range
  }
  return undefined
}

/** Whether one of the headings above a block announces what will be built. */
function isUnderDesign(facts: Facts, block: Block | undefined): boolean {
  for (let section = block && facts.sectionOf(block); section && !section.isTitle; section = section.parent) {
    const { concepts } = section.heading.scan
    if (concepts.has('aimHeading') || concepts.has('flowHeading')) return false
    if (concepts.has('designHeading') || concepts.has('componentsHeading')) return true
  }
  return false
}

/** Whether an item names something that is not code and goes on to say what it does: `**Planner**: finds a berth`. */
function doesSomething(facts: Facts, { item, name, isCode }: Lead): boolean {
  if (isCode) return false
  const { start } = facts.document.rangeOf(item.children[0] ?? item)
  const block = facts.blocks[blockIndexAt(facts, start)]
  if (!block) return false
  const from = block.text.indexOf(name) + name.length
  return beginsWithRole(block, from)
}

/** Whether the next words of a text, after punctuation, say what something does. */
const beginsWithRole = ({ scan, text }: Block, from: number): boolean =>
  scan.hits.some((hit) => isRole(hit) && hit.start >= from && /^[\s*_:：–—-]{1,12}$/.test(text.slice(from, hit.start)))

const isRole = ({ concept }: Hit): boolean => concept === 'role' || concept === 'act'

/**
 * The parent heading of two or more sections that each begin with what a part does: `### Planner` and *Finds a berth*.
 */
function inSections(facts: Facts): Range | undefined {
  const counts = new Map<SectionFacts, number>()
  for (const section of facts.sections) {
    const { parent, heading, from, until } = section
    let at = from
    // A comment is a block without words.
    while (at < until && facts.blocks[at]?.scan.words === 0) at++
    const first = facts.blocks[at]
    if (!parent || at >= until || first?.kind !== 'text' || heading.scan.words > 4) continue
    if (!isUnderDesign(facts, heading)) continue
    // What stands before the verb is not longer than the heading, give or take an article and spaces.
    const longest = heading.text.length + 40
    const isDoing = first.scan.hits.some(
      (hit) =>
        isRole(hit) &&
        hit.start < longest &&
        (first.text.slice(0, hit.start).trim() === '' || isItself(first.text.slice(0, hit.start), heading.text)),
    )
    if (isDoing) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return [...counts].find(([, count]) => count >= 2)?.[0].heading
}

/** Whether the words before the verb are the section's name, or *It*. */
const isItself = (before: string, heading: string): boolean => {
  const words = before
    .replace(/^(?:the|our) /i, '')
    .trim()
    .toLowerCase()
  return words === 'it' || (words.length > 2 && heading.toLowerCase().includes(words))
}

/** Sentences such as *a planner that finds a berth* or, if a number of parts is announced, *Planner finds a berth*. */
function inSentences(facts: Facts): Range | undefined {
  for (const block of facts.blocks) {
    const { scan, text } = block
    if (!isProse(block) || !scan.hits.some(isRole) || !isUnderDesign(facts, block)) continue
    const isAnnounced = announcement.test(text)
    const names = new Set<string>()
    for (const hit of scan.hits) {
      if (!isRole(hit)) continue
      const before = text.slice(Math.max(0, hit.start - 60), hit.start)
      const [, name] = (isAnnounced && subject.exec(before)) || antecedent.exec(before) || []
      if (name) names.add(name.toLowerCase())
    }
    if (names.size >= 2) return block
  }
  return undefined
}

const announcement =
  /\b(?:two|three|four|five|six|seven|eight|nine|\d) (?:[a-z]{2,12} )?(?:parts|pieces|components|modules|services|programs|processes|building blocks)\b/i
/** The name before `that finds`, and the subject at the beginning of a sentence. */
const antecedent = /([\p{L}\p{N}-]{2,30}),? (?:that|which) $/u
const subject =
  /(?:^|[.!?:;]\s)(?:The )?(?!It |This |That |We |They |Each |Nobody )(\p{Lu}[\p{L}\p{N}-]{1,30}(?: [\p{L}\p{N}-]{2,30})?) $/u
