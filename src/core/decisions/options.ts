/** Finds the options that a decision considers. */
import type { ListItem, Nodes, RootContent, Table } from 'mdast'
import { type DocumentModel, type Section, textOf, titleKey } from '../document/document.ts'
import { cellContent, offsetAfter } from '../document/places.ts'
import type { Range } from '../text/range.ts'
import { isMarkedChosen, type OptionName, readOptionName } from './optionName.ts'
import { titlesOfPart } from './sectionTitles.ts'

/** An option that a decision considers. */
export interface DecisionOption {
  readonly name: string
  /** The folded name, for comparison. */
  readonly key: string
  /** Where it is named: a heading, or the first words of a list item, paragraph or cell. */
  readonly place: Range
  /** Everything that is said about it, wherever it is named. */
  readonly text: string
  /** Whether there is more than its name. */
  readonly isDescribed: boolean
  /** Its number or letter; absent if there is none. */
  readonly counter?: string
  /** Whether it is marked as chosen. */
  readonly isChosen: boolean
}

export interface DecisionOptions {
  /** The sections that list the options, in order. */
  readonly sections: readonly Section[]
  readonly options: readonly DecisionOption[]
  /** Whether the chosen option is listed: *options*, as opposed to *alternatives*. */
  readonly holdsChoice: boolean
}

const optionTitle =
  /^(?:(?:considered|possible|available|proposed|potential|evaluated|design|solution) )?options(?: (?:considered|in detail|analysis|evaluated))?$|^considered (?:alternatives|approaches|solutions)$|^pros and cons(?: of (?:the )?(?:options|alternatives|solutions))?$|^(?:comparison|evaluation|analysis) of (?:the )?(?:options|alternatives)$|^(?:(?:betrachtete|erwogene|geprüfte|mögliche) )?optionen(?: im detail)?$|^vor[- ]+und nachteile(?: der (?:optionen|alternativen))?$|^(?:考虑过的)?(?:选项|可选方案)$|^各?(?:方案|选项)的优缺点$/
const alternativeTitle =
  /^(?:(?:other|rejected|possible|discarded|considered) )?alternatives?(?: (?:approaches|solutions|designs|options|proposals))?(?: considered| and why not)?$|^(?:rejected|other|discarded) (?:options|approaches|solutions|ideas)$|^alternative (?:approach|solution|design|option|proposal)s?(?: considered)?$|^(?:(?:andere|verworfene|mögliche|betrachtete|erwogene|geprüfte) )?alternativen$|^(?:verworfene|andere) optionen$|^(?:考虑过的|其他)?(?:备选|替代)方案$/

/** The titles in other languages, of which some say *alternatives*. */
const optionTitles = new Set([...titlesOfPart('options'), ...titlesOfPart('comparison')])
const alternative = /alternativ|альтернатив|代替|替代|备选|대안/

const isOptionTitle = (key: string): boolean =>
  optionTitle.test(key) || (optionTitles.has(key) && !alternative.test(key))
const isAlternativeTitle = (key: string): boolean => alternativeTitle.test(key) || optionTitles.has(key)

/** Read the options that a decision considers: subsections, list items, rows, or paragraphs with a name in bold. */
export function readOptions(document: DocumentModel): DecisionOptions {
  const options = document.sections.filter(({ key }) => isOptionTitle(key))
  const sections = options.length > 0 ? options : document.sections.filter(({ key }) => isAlternativeTitle(key))
  const byKey = new Map<string, DecisionOption>()
  for (const option of sections.flatMap((section) => optionsIn(document, section))) {
    const known = byKey.get(option.key)
    byKey.set(
      option.key,
      known
        ? {
            ...known,
            text: `${known.text}\n${option.text}`,
            isDescribed: known.isDescribed || option.isDescribed,
            isChosen: known.isChosen || option.isChosen,
          }
        : option,
    )
  }
  return { sections, options: [...byKey.values()], holdsChoice: options.length > 0 }
}

function optionsIn(document: DocumentModel, section: Section): readonly DecisionOption[] {
  const children = section.children.filter(({ key, title }) => !asides.test(key) && !isDecisionTitle(title))
  // If every heading is a question, the options are the answers below.
  if (children.length > 0 && children.every(({ title }) => /[?？]\s*$/.test(title))) return []
  const named = namedIn(document, section.content)
  const above = named.length > 0 ? named : listedIn(document, section.content)
  const below = children.map((child) => fromSection(document, child))
  // A single subsection may discuss one of the options above it.
  const isOneOfAbove = below.length === 1 && (named.length > 1 || above.some(({ key }) => key === below[0]?.key))
  return below.length === 0 || isOneOfAbove ? above : below
}

/** The options in a table, or those that begin a paragraph each. */
function namedIn(document: DocumentModel, content: readonly RootContent[]): readonly DecisionOption[] {
  const table = content.find((node) => node.type === 'table')
  if (table) return fromTable(document, table)
  const leads = fromLeads(document, content)
  return leads.length > 1 || !content.some(({ type }) => type === 'list') ? leads : []
}

function listedIn(document: DocumentModel, content: readonly RootContent[]): readonly DecisionOption[] {
  const lists = content.flatMap((node, index) => (node.type === 'list' ? [{ node, before: content[index - 1] }] : []))
  const [first] = lists
  // A list with a single option and a label may be one of several, each with the options for a part of the decision.
  const isPart = first?.node.children.length === 1 && isLabelledAsPart(first.before)
  const parts = isPart ? lists.filter(({ before }) => isLabelledAsPart(before)) : lists.slice(0, 1)
  return parts.flatMap(({ node }) => node.children.flatMap((item) => fromItem(document, item)))
}

/** Whether a paragraph before a list names a part of the decision: `Format:`, but not `Pros:` or `Criteria:`. */
const isLabelledAsPart = (node: RootContent | undefined): boolean => {
  const text = node?.type === 'paragraph' ? textOf(node).trim() : ''
  const key = titleKey(text)
  return /^[^\n]{2,60}:$/.test(text) && !aspects.test(key) && !asides.test(key)
}

/** Other subsections in a section of options. */
const asides =
  /^(?:summary|recommendation|overview|comparison(?: (?:summary|table|matrix))?|(?:evaluation |decision )?criteria|decision drivers|assumptions|constraints|background|rationale|notes?|references|links|consequences|confirmation|more information)$/

function fromSection(document: DocumentModel, { title, heading, start, end }: Section): DecisionOption {
  const name = readOptionName(title)
  const body = document.prose.slice(document.rangeOf(heading).end, end)
  return toOption(name, { ...document.rangeOf(heading), start }, body)
}

/** `- **MongoDB**: …`, `- MongoDB, because …`, or an item with items of its own. */
function fromItem(document: DocumentModel, item: ListItem): readonly DecisionOption[] {
  const [first] = item.children
  if (first?.type !== 'paragraph') return []
  const [lead] = first.children
  const isBold = lead?.type === 'strong'
  const line = isBold ? textOf(lead) : nameIn(textOf(first))
  if (!line) return []
  const end = isBold ? document.rangeOf(lead).end : offsetAfter(document, first.children, line.length)
  // If only the label is bold, as in `**Option 2**: MongoDB`, the name follows it.
  const named = readOptionName(line)
  const isLabelAlone = isBold && named.counter !== undefined && named.name === withoutColon(line)
  const rest = textOf(first)
    .slice(line.length)
    .replace(/^\s*(?:\([^()]{0,40}\))?\s*[:：–—-]?\s*/, '')
  const whole = isLabelAlone && rest ? readOptionName(`${withoutColon(line)}: ${nameIn(rest)}`) : named
  const isChosen = whole.isChosen || named.isChosen || readOptionName(textOf(first)).isChosen
  // A link is marked as a whole, even if its text goes on after the name.
  const marked = first.children.filter(({ type }) => type !== 'text').map(document.rangeOf)
  const around = marked.find((range) => range.start < end && end < range.end)
  const place = { start: document.rangeOf(first).start, end: around?.end ?? end }
  return [toOption({ ...whole, isChosen }, place, document.prose.slice(end, document.rangeOf(item).end))]
}

const withoutColon = (text: string): string =>
  text
    .trim()
    .replace(/[:：]$/, '')
    .trimEnd()

/** The name at the start of a line, without the description after it. A label before the name may contain a colon. */
function nameIn(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const { name } = readOptionName(line)
  const at = line.indexOf(name)
  const named = line.slice(Math.max(at, 0))
  const masked = named.replace(abbreviations, (found) => '_'.repeat(found.length))
  const end = masked.split(/[:：]\s|\s[–—-]\s|\.\s/, 1)[0]?.length
  return line.slice(0, Math.max(at, 0)) + named.slice(0, end)
}

/** Abbreviations whose full stops do not end a name. */
const abbreviations = /\b(?:z\. ?B|d\. ?h|u\. ?a)\./g

function fromTable(document: DocumentModel, table: Table): readonly DecisionOption[] {
  return table.children.slice(1).flatMap((row) => {
    const [cell, ...others] = row.children
    const name = cell ? textOf(cell).trim() : ''
    if (!cell || !name) return []
    // Prefix each cell with the heading of its column.
    const heads = table.children[0]?.children.slice(1) ?? []
    const said = others.map((other, index) => `${heads[index] ? textOf(heads[index]) : ''}: ${textOf(other)}`)
    return [toOption(readOptionName(name), cellContent(document, cell), said.join('\n'))]
  })
}

/** `**MongoDB**` or `**MongoDB:** …` at the start of a paragraph, with everything up to the next one. */
function fromLeads({ prose, rangeOf }: DocumentModel, content: readonly RootContent[]): readonly DecisionOption[] {
  const starts = content.flatMap((node, index) => (isLead(node) && !isLabelled(node) ? [index] : []))
  return starts.flatMap((start, index) => {
    const node = content[start]
    const [strong] = node && 'children' in node ? node.children : []
    const last = content[(starts[index + 1] ?? content.length) - 1]
    if (!strong || !last) return []
    return [
      toOption(readOptionName(textOf(strong)), rangeOf(strong), prose.slice(rangeOf(strong).end, rangeOf(last).end)),
    ]
  })
}

const isLead = (node: Nodes): boolean => node.type === 'paragraph' && node.children[0]?.type === 'strong'
const isLabelled = (node: Nodes): boolean =>
  'children' in node && node.children[0] !== undefined && aspects.test(titleKey(textOf(node.children[0])))
/** Leads that describe an option instead of naming one. */
const aspects =
  /^(?:pros?|cons?|advantages?|disadvantages?|benefits?|drawbacks?|why not|rejected because|reasons?|verdict|note)\b/

const toOption = ({ name, counter, isChosen }: OptionName, place: Range, text: string): DecisionOption => ({
  name,
  key: titleKey(name),
  place,
  text,
  isDescribed: /[\p{L}\p{N}]{2}/u.test(text),
  isChosen: isChosen || isMarkedChosen(text),
  ...(counter !== undefined && { counter }),
})

/** The sections that state what was decided. */
export const decisionsOf = ({ sections, title }: DocumentModel): readonly Section[] =>
  sections.filter((section) => section !== title && isDecisionTitle(section.title))

/** Whether a heading announces the decision: `Decision`, `Decision: two kettles`, `Decision Outcome (for now)`. */
function isDecisionTitle(title: string): boolean {
  const [first = ''] = title.split(/[:：(–—]|\s-\s/, 1)
  const key = titleKey(first)
  return decisionTitle.test(key) || decisionTitles.has(key)
}

const decisionTitle =
  /^(?:(?:the |our |final )?decisions?(?: outcome| made| taken)?|outcome|resolution|(?:chosen|selected) (?:option|solution|alternative)|conclusion)$/
const decisionTitles = new Set(titlesOfPart('outcome'))
