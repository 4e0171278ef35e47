/** Finds listed failures and what is missing from each. */

import type { Table, TableRow } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, type Section, textOf } from '../../core/document/document.ts'
import { isForeign } from '../../core/document/language.ts'
import type { RuleContext } from '../../core/lint/rule.ts'
import { blocksWithin, factsOf } from '../prose/facts.ts'
import { scanText } from '../prose/scan.ts'
import { type ListedItem, type Listing, listingOf } from './listing.ts'
import { begunAbout, topics } from './topics.ts'

/** The failures listed in each section, also those with something still to be filled in; without unreadable sections. */
export const failuresOf = ({ document, type }: Pick<RuleContext, 'document' | 'type'>): readonly Listing[] =>
  begunAbout({ document, type }, topics.failures)
    .flatMap(partsOf)
    .flatMap((section) => {
      const listed = listingOf(document, type, section, isFailureTable)
      if (!listed) return []
      const isNamed = isOfFailures(section.key)
      const items = listed.items.filter(
        ({ name, place }) =>
          listed.kind === 'table' ||
          (isNamed
            ? !isGeneral(name) && !beside.test(name) && !status.test(document.text.slice(place.start, place.end))
            : speaksOfFailure(name)),
      )
      return items.length > 0 ? [{ ...listed, items }] : []
    })

/** The subsections of a section, if they are groups that have a table of failures each; otherwise the section itself. */
function partsOf(section: Section): readonly Section[] {
  const { children } = section
  const isGroup = ({ title, content }: Section) =>
    !speaksOfFailure(title) && content.some((node) => node.type === 'table' && isFailureTable(node))
  return children.length > 1 && children.every(isGroup) ? children : [section]
}

/** What a failure lacks: its impact, its mitigation, both or nothing. */
export function lacks(document: DocumentModel, failures: Listing, item: ListedItem): readonly string[] {
  if (failures.table) return lacksInRow(failures.table, rowsOf(failures, document).get(item.scope.start))
  const proseOf = ({ scope }: ListedItem) => document.prose.slice(scope.start, scope.end)
  const givesImpact = isImpactGiven(failures, document)
  const isHandled = blocksWithin(factsOf(document), item.scope).some(
    ({ scan: { concepts } }) => concepts.has('handling') || concepts.has('recovery'),
  )
  return [
    ...(givesImpact && !impactLabel.test(proseOf(item)) ? ['impact'] : []),
    ...(isHandled || mitigationLabel.test(proseOf(item)) || !isMitigationGiven(failures, document)
      ? []
      : ['mitigation']),
  ]
}

/** Whether failures without a word for what is done lack it: if others have a label for it, or the text is English. */
const isMitigationGiven = remember(
  ({ items }: Listing, document: DocumentModel): boolean =>
    !isForeign(document.prose) ||
    items.some(({ scope }) => mitigationLabel.test(document.prose.slice(scope.start, scope.end))),
)

/** Whether any of some failures has a label for its impact. */
const isImpactGiven = remember(({ items }: Listing, { prose }: DocumentModel): boolean =>
  items.some(({ scope }) => impactLabel.test(prose.slice(scope.start, scope.end))),
)

/** The rows of the table of failures, by the UTF-16 offset at which they begin. */
const rowsOf = remember(
  ({ table }: Listing, { rangeOf }: DocumentModel): ReadonlyMap<number, TableRow> =>
    new Map(table?.children.slice(1).map((row) => [rangeOf(row).start, row])),
)

function lacksInRow({ children: [head] }: Table, row: TableRow | undefined): readonly string[] {
  return columns.flatMap(([name, title]) => {
    const found = (head?.children ?? []).flatMap((cell, index) =>
      index > 0 && title.test(textOf(cell)) ? [index] : [],
    )
    const isGiven = found.some((index) => /[\p{L}\p{N}]/u.test(textOf(row?.children[index] ?? empty)))
    return found.length > 0 && !isGiven ? [name] : []
  })
}

const empty = { type: 'text', value: '' } as const

const columns = [
  ['impact', /impact|effect|consequence|影响|auswirkung|folge/i],
  [
    'mitigation',
    /mitigat|handl|recover|respon[sd]|reaction|action|fallback|remed|behavio|处理|缓解|ma(?:ß|ss)nahme|reaktion|behandlung|abhilfe|verhalten/i,
  ],
] as const

const isFailureTable = ({ children: [head] }: Table): boolean =>
  /fail|error|fault|scenario|risk|outage|what goes wrong|condition|故障|错误|fehler|ausfall|stör|panne/i.test(
    textOf(head?.children[0] ?? empty),
  )

/** Whether a section with a title about failures lists nothing else. Under "Reliability", there are backups, too. */
export const isOfFailures = (key: string): boolean =>
  /fail|fault|error|wrong|break|故障|异常|fehler|ausfall|ausfäll|schief|stör|panne|absturz|abstürz|notfall|nicht (?:antwort|erreichbar)|kaputt|klemmt/.test(
    key,
  )

/** Items under such a heading that are not failures. */
const beside =
  /^(?:seen by|handling of\b|detect|how (?:we|one) (?:notice|see|know)|monitor|metrics|alert|backup|restore|test|summary|overview|principle|in general)/i

/**
 * Whether a name is about failures in general, or a group of them: `Error Response Format`, `Types of Errors`,
 * `HTTP Status Codes`, `Fehlertypen`, `错误码`. `Lost error messages` and `Failure to load policies` are failures.
 */
function isGeneral(name: string): boolean {
  const plain = name.split(' (', 1)[0]?.trim() ?? ''
  if (
    compounds.test(plain) ||
    /^(?:types|kinds|codes|class(?:es)?|categories|format|handling) of (?:errors|exceptions|failures)$/i.test(plain)
  )
    return true
  const words = plain.toLowerCase().split(/\s+/)
  const last = words.at(-1) ?? ''
  if (words.length > 5 || words.some((word) => particular.has(word))) return false
  if (words.slice(0, 3).some((word) => /^(?:error|exception)s?$/.test(word)))
    return ofErrors.has(last) || ofAnything.has(last)
  if (words.slice(0, 2).some((word) => /^(?:failure|fault)s?$/.test(word))) return ofFailures.has(last)
  return ofAnything.has(last) && !speaksOfFailure(plain)
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that make a name say what happens. */
const particular = setOf('to of in when while by on from wrong lost missing invalid unknown no not failed')
const ofAnything = setOf(
  'catalog catalogue codes convention conventions format formats hierarchy schema strategies strategy structure taxonomy types workflow',
)
const ofErrors = setOf(
  'boundaries boundary budget budgets cases categories category classes classification flow flows handler handlers handling kinds logging mapping messages model object objects payload payloads policies policy propagation reporting response responses scenarios schemas tracking workflows',
)
const ofFailures = setOf('cases categories classes handling kinds modes scenarios types')

/** The same in languages that join the words, and in some others. */
const compounds =
  /^(?:http-)?(?:ausfall|fehler)-?(?:antworten|arten|behandlung|behandlungs-?(?:ablauf|strategien?|workflow)|codes?|fälle|format|kategorien|klassen|meldungen|modell|strategien?|struktur|szenarien|typen)$|^(?:统一)?(?:错误|錯誤|异常|故障)(?:代码|信息|分类|响应|场景|处理|格式|码|碼|类型)(?:列表|定义|表|说明)?$|^(?:tipos|códigos|clases|formato) de error(?:es)?$|^(?:коды|типы) ошибок$|^エラー(?:コード|種別|の種類)$|^오류 ?(?:코드|유형)$/i

/** Starts an item about an answer to a caller: `### 404 Not Found`. A name has no number before it. */
const status = /^[#>\s*_`-]{0,12}[1-5]\d\d\b/

/** Whether a name contains a word for a failure. */
export const speaksOfFailure = (name: string): boolean => {
  const { concepts } = scanText(name)
  return concepts.has('failure') || concepts.has('hardFailure')
}

/** A label for the impact of a failure. */
const impactLabel =
  /\b(?:impact|effect|consequence|symptom)s?\b[*_]{0,3}[ \t]{0,3}:|\bauswirkung(?:en)?[*_]{0,3}:|影响[*_]{0,3}[:：]/i
const mitigationLabel =
  /\b(?:mitigation|recovery|handling|response|solution|fallback|action)s?\b[*_]{0,3}[ \t]{0,3}:|\b(?:gegenmaßnahme|wiederherstellung)n?[*_]{0,3}:|处理[*_]{0,3}[:：]/i
