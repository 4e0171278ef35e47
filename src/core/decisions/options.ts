/** Finds what a decision weighs. */
import type { ListItem, Nodes, RootContent, Table } from 'mdast'
import { type DocumentModel, type Range, type Section, textOf, titleKey } from '../document/document.ts'
import { isMarkedChosen, type OptionName, readOptionName } from './optionName.ts'

/** Something that could have been decided. */
export interface DecisionOption {
  readonly name: string
  /** Folded, for comparing. */
  readonly key: string
  /** Where it is named: a heading, or the first words of a list item or cell. */
  readonly place: Range
  /** All that is said of it, in every place where it is named. */
  readonly text: string
  /** Whether more is said of it than its name. */
  readonly isDescribed: boolean
  /** The number or letter it is called by; absent where it has none. */
  readonly label?: string
  /** Whether it is marked as the chosen one. */
  readonly isChosen: boolean
}

export interface DecisionOptions {
  /** The sections that list them, in order. */
  readonly sections: readonly Section[]
  readonly options: readonly DecisionOption[]
  /** Whether the chosen one is among them: *options*, not *alternatives* to something. */
  readonly holdsChoice: boolean
}

const optionTitle =
  /^(?:(?:considered|possible|available|proposed|potential|evaluated|design|solution) )?options(?: (?:considered|in detail|analysis|evaluated))?$|^considered (?:alternatives|approaches|solutions)$|^pros and cons(?: of (?:the )?(?:options|alternatives|solutions))?$|^(?:comparison|evaluation|analysis) of (?:the )?(?:options|alternatives)$|^(?:(?:betrachtete|erwogene|geprüfte|mögliche) )?optionen(?: im detail)?$|^vor[- ]+und nachteile(?: der (?:optionen|alternativen))?$|^(?:考虑过的)?(?:选项|可选方案)$|^考虑过的方案$|^各?(?:方案|选项)的优缺点$/
const alternativeTitle =
  /^(?:(?:other|rejected|possible|discarded|considered) )?alternatives?(?: (?:approaches|solutions|designs|options|proposals))?(?: considered| and why not)?$|^(?:rejected|other|discarded) (?:options|approaches|solutions|ideas)$|^alternative (?:approach|solution|design|option|proposal)s?(?: considered)?$|^(?:(?:andere|verworfene|mögliche|betrachtete|erwogene|geprüfte) )?alternativen$|^(?:verworfene|andere) optionen$|^(?:考虑过的|其他)?(?:备选|替代)方案$/

/** Read what a decision weighs: sub-sections, list items, rows or paragraphs with a name in bold. */
export function readOptions(document: DocumentModel): DecisionOptions {
  const named = (pattern: RegExp) => document.sections.filter(({ key }) => pattern.test(key))
  const options = named(optionTitle)
  const sections = options.length > 0 ? options : named(alternativeTitle)
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
  // Where each heading asks something, the options are the answers below.
  if (children.length > 0 && children.every(({ title }) => /[?？]\s*$/.test(title))) return []
  if (children.length > 0) return children.map((child) => fromSection(document, child))
  const { content } = section
  const table = content.find((node) => node.type === 'table')
  if (table) return fromTable(document, table)
  const leads = fromLeads(document, content)
  if (leads.length > 1) return leads
  const list = content.find((node) => node.type === 'list')
  return list ? list.children.flatMap((item) => fromItem(document, item)) : leads
}

/** What such a section may hold beside the options. */
const asides =
  /^(?:summary|recommendation|overview|comparison|(?:evaluation |decision )?criteria|decision drivers|assumptions|constraints|background|rationale|notes?|references|links|consequences|confirmation|more information)$/

function fromSection(document: DocumentModel, { title, heading, start, end }: Section): DecisionOption {
  const name = readOptionName(title)
  const body = document.prose.slice(document.rangeOf(heading).end, end)
  return toOption(name, { ...document.rangeOf(heading), start }, body)
}

/** `- **MongoDB**: …`, `- MongoDB, because …`, or an item with items of its own. */
function fromItem(document: DocumentModel, item: ListItem): readonly DecisionOption[] {
  const [first] = item.children
  if (first?.type !== 'paragraph') return []
  const { start } = document.rangeOf(first)
  const written = document.prose.slice(start, document.rangeOf(item).end)
  const [lead] = first.children
  const isBold = lead?.type === 'strong'
  const line = isBold ? textOf(lead) : nameIn(textOf(first))
  const length = isBold ? document.rangeOf(lead).end - start : line.length
  if (!line) return []
  // A label alone in bold: `**Option 2**: MongoDB`.
  const named = readOptionName(line)
  const isLabelAlone = isBold && named.label !== undefined && named.name === withoutColon(line)
  const rest = textOf(first)
    .slice(line.length)
    .replace(/^\s*(?:\([^()]{0,40}\))?\s*[:：–—-]?\s*/, '')
  const whole = isLabelAlone && rest ? readOptionName(`${withoutColon(line)}: ${nameIn(rest)}`) : named
  const isChosen = whole.isChosen || named.isChosen || readOptionName(textOf(first)).isChosen
  return [toOption({ ...whole, isChosen }, { start, end: start + length }, written.slice(length))]
}

const withoutColon = (text: string): string =>
  text
    .trim()
    .replace(/[:：]$/, '')
    .trimEnd()

/** The name at the beginning of a line, before what is said of it: behind a label, which has a colon of its own. */
function nameIn(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const { name } = readOptionName(line)
  const at = line.indexOf(name)
  const named = line.slice(Math.max(at, 0))
  const masked = named.replace(abbreviations, (found) => '_'.repeat(found.length))
  const end = masked.split(/[:：]\s|\s[–—-]\s|\.\s/, 1)[0]?.length
  return line.slice(0, Math.max(at, 0)) + named.slice(0, end)
}

/** Abbreviations whose stops end no name. */
const abbreviations = /\b(?:z\. ?B|d\. ?h|u\. ?a)\./g

function fromTable({ prose: text, rangeOf }: DocumentModel, table: Table): readonly DecisionOption[] {
  return table.children.slice(1).flatMap((row) => {
    const [cell, ...others] = row.children
    const name = cell ? textOf(cell).trim() : ''
    if (!cell || !name) return []
    const { start, end } = rangeOf(cell)
    const inside = /^\|?[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0
    // The heads of the columns say what their cells are.
    const heads = table.children[0]?.children.slice(1) ?? []
    const said = others.map((other, index) => `${heads[index] ? textOf(heads[index]) : ''}: ${textOf(other)}`)
    return [
      toOption(readOptionName(name), { start: start + inside, end: start + inside + name.length }, said.join('\n')),
    ]
  })
}

/** `**MongoDB**` or `**MongoDB:** …` at the start of a paragraph, with what follows until the next. */
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
  'children' in node && node.children[0] !== undefined && labels.test(titleKey(textOf(node.children[0])))
/** What is said of an option is none. */
const labels =
  /^(?:pros?|cons?|advantages?|disadvantages?|benefits?|drawbacks?|why not|rejected because|reasons?|verdict|note)\b/

const toOption = ({ name, label, isChosen }: OptionName, place: Range, text: string): DecisionOption => ({
  name,
  key: titleKey(name),
  place,
  text,
  isDescribed: /[\p{L}\p{N}]{2}/u.test(text),
  isChosen: isChosen || isMarkedChosen(text),
  ...(label !== undefined && { label }),
})

/** The sections that say what was decided. */
export const decisionsOf = ({ sections, title }: DocumentModel): readonly Section[] =>
  sections.filter((section) => section !== title && isDecisionTitle(section.title))

/** Whether a heading announces what was decided: `Decision`, `Decision: two kettles`, `Decision Outcome (for now)`. */
function isDecisionTitle(title: string): boolean {
  const [first = ''] = title.split(/[:：(–—]|\s-\s/, 1)
  return decisionTitle.test(titleKey(first))
}

const decisionTitle =
  /^(?:(?:the |our |final )?decisions?(?: outcome| made| taken)?|outcome|resolution|(?:chosen|selected) (?:option|solution|alternative)|conclusion|entscheidung|entscheid|beschluss|ergebnis der entscheidung|entscheidungsergebnis|décision|decisión|decisão|decisione|besluit|beslissing|решение|决策|决策结果|决定|決定|決定事項|결정|결정 사항)$/
