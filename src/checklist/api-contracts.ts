/** Judges whether a design describes its interfaces with inputs and outputs. */

import type { Code, Table } from 'mdast'
import { type Diagram, type DocumentModel, textOf } from '../core/document/document.ts'
import { hasHan, usesHan } from '../core/document/language.ts'
import type { Range } from '../core/text/range.ts'
import { readCode } from '../reading/code/codeKinds.ts'
import { namedWith } from '../reading/code/codeNames.ts'
import { drawnCode } from '../reading/code/drawnCode.ts'
import { blocksOf, type Facts, factsOf, placeOf, proseWith, sectionFactsAbout } from '../reading/prose/facts.ts'
import { labelledContract } from '../reading/sections/german.ts'
import { leadsOf } from '../reading/sections/leads.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether interfaces are described with their inputs or outputs. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const contract = findContract(facts)
  if (contract) return judgement('met', 'An interface is described with its inputs or outputs.', contract)
  const section = sectionFactsAbout(facts, 'apiHeading', 8)[0]
  if (section)
    return judgement('partial', 'Interfaces are discussed, but not their inputs and outputs.', section.heading)
  const named = proseWith(facts, 'interface')
  const [first] = named
  if (first && named.length >= 2)
    return judgement('partial', 'Interfaces are named, but not their inputs and outputs.', placeOf(first, 'interface'))
  const messages = facts.document.diagrams.find(namesMessages)
  if (messages) return judgement('partial', 'Messages are named, but not their contents.', messages)
  return judgement('missing', 'No interface is described.')
}

/** Whether a sequence diagram labels messages as in code: `PollWorkflowTask`. */
const namesMessages = ({ kind = '', graph }: Diagram): boolean =>
  kind.startsWith('sequence') &&
  (graph?.edges.filter(({ label }) => label && /^[A-Za-z]{0,40}[a-z_][A-Z_][A-Za-z]|\w\(|^[A-Z]{3,6} \//.test(label))
    .length ?? 0) >= 2

function findContract(facts: Facts): Range | undefined {
  const drawn = drawnCode(facts.document)
  const code = facts.blocks.find(({ node }) => {
    if (node.type !== 'code' || isTables(node)) return false
    const { signatures, typed, statements, endpoints, commands, fields, definitions } = readCode(node)
    const kind = drawn.get(node)
    if (kind !== undefined) return endpoints > 0 || (typed > 0 && kind.startsWith('class'))
    return (
      typed > 0 ||
      (signatures > 0 && statements === 0) ||
      endpoints > 0 ||
      commands > 0 ||
      (definitions > 0 && fields >= 2) ||
      (fields >= 4 && (settings.test(node.lang ?? '') || /^(?:apiVersion|kind):/m.test(node.value)))
    )
  })
  if (code) return code
  const table = tablesOf(facts).find(
    ({ node, subjects, rows }) => (subjects.has('interfaces') && rows >= 2) || (rows >= 1 && isContractTable(node)),
  )
  if (table) return table
  for (const list of facts.document.nodes('list')) {
    if (leadsOf(list).filter(({ isCode, said }) => isCode && said >= 10).length >= 3)
      return facts.document.rangeOf(list)
  }
  const message = findMessages(facts) ?? findEndpoints(facts) ?? findChineseContract(facts) ?? labelledContract(facts)
  if (message) return message
  const inline = facts.document.nodes('inlineCode').find(({ value }) => isContract(value))
  return inline ? facts.document.rangeOf(inline) : namedWith(facts, 'setting')
}

/**
 * A section on interfaces with two or more messages, their contents in parentheses: `**Planned** (job number, robot)`.
 */
function findMessages(facts: Facts): Range | undefined {
  for (const section of sectionFactsAbout(facts, 'apiHeading', 8)) {
    const messages = blocksOf(facts, section).flatMap(({ kind, text }) =>
      kind === 'code'
        ? []
        : [...text.matchAll(/[*`_] ?\(([^()]{3,160})\)|[\w*`] ?（([^（）]{3,160})）/g)].filter(
            ([, carried = '', chinese = carried]) => /[,，、]/.test(chinese),
          ),
    )
    if (messages.length >= 2) return section.heading
  }
  return undefined
}

/** Two or more headings that are request lines, `### GET /orders`, each with inputs or outputs under it. */
function findEndpoints(facts: Facts): Range | undefined {
  const endpoints = facts.sections.filter(
    (section) =>
      /^[#\s\d.*`]*(?:GET|POST|PUT|PATCH|DELETE)`? `?\//.test(section.heading.text) &&
      blocksOf(facts, section).some(({ text }) =>
        /\b(?:request|respon[sd]|return|body|param|anfrage|antwort|rückgabe|liefert|[2-5]\d\d\b)|参数|返回|响应|入参|出参/i.test(
          text,
        ),
      ),
  )
  return endpoints.length >= 2 ? endpoints[0]?.heading : undefined
}

/** A section in which labels announce inputs and outputs: `请求参数：tplId、version`, `返回：…`. */
const findChineseContract = (facts: Facts): Range | undefined =>
  (usesHan(facts.document) ? facts.sections : []).find((section) => {
    const text = blocksOf(facts, section)
      .map((block) => block.text)
      .join('\n')
    if (inputs.test(text) && outputs.test(text)) return true
    return (
      section.heading.scan.concepts.has('apiHeading') &&
      hasHan(section.heading.text) &&
      (text.match(key)?.length ?? 0) >= 2
    )
  })?.heading

/** A key of an object; under a Chinese title on interfaces, that is a message. */
const key = /"\w{1,40}"\s?:/g
const inputs = /(?:入参|请求参数|请求体|请求报文|请求字段|输入参数|输入)[^\n，。；：:]{0,8}[*`]{0,3}[：:] ?\S/
const outputs =
  /(?:出参|返回参数|返回值|返回字段|返回体|返回|响应参数|响应体|响应报文|响应|输出)[^\n，。；：:]{0,8}[*`]{0,3}[：:] ?\S/

/** Whether a table has columns for inputs and for outputs. */
const isContractTable = ({ children: [head] }: Table): boolean => {
  const columns = head?.children.map((cell) => textOf(cell).slice(0, 40)) ?? []
  const has = (words: RegExp) => columns.some((column) => words.test(column))
  return (
    has(/request|input|param|payload|body|argument|anfrage|eingabe|übergabe|入参|请求|参数|输入/i) &&
    has(/response|output|return|result|antwort|ausgabe|rückgabe|ergebnis|出参|返回|响应|输出/i)
  )
}

/** A database's tables are internal, not an interface. */
const isTables = ({ lang, value }: Code): boolean =>
  /^(?:\w{0,12}sql|ddl)$/i.test(lang ?? '') || /^[ \t]{0,20}CREATE TABLE\b/im.test(value)

/** Languages in which users write settings and resource definitions. */
const settings = /^(?:ya?ml|json|toml|proto|hcl|terraform)/

/** A call with arguments, a request line, or a command with a flag. */
const isContract = (code: string): boolean =>
  /^(?:GET|POST|PUT|PATCH|DELETE) \//.test(code) ||
  /^[\w.:]{1,80}\([\w ]{1,40}[,:]/.test(code) ||
  /^[a-z][\w-]{1,40} .{0,100}--[a-z]/.test(code)
