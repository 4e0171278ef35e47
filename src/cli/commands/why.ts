/** The command `why`: tells what is read in a line of a document, and what comes of it. */

import { checklistIds } from '../../checklist/index.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import { lineEnd, nextLine } from '../../core/text/lineBounds.ts'
import { createPositions } from '../../core/text/positions.ts'
import { printable } from '../../core/text/printable.ts'
import { type ReadTerm, readFor, readPlace, type Silenced } from '../../reading/findings/why.ts'
import { soundsIn } from '../../reading/opinion/opinion.ts'
import { factsOf } from '../../reading/prose/facts.ts'
import type { Command } from '../command.ts'
import { chooseFrom, UsageError } from '../options.ts'
import type { DocumentReport } from '../report.ts'
import { alignColumns } from '../table.ts'
import { oneFileOptions, tellOfFile } from './oneFile.ts'

/** What is told of a line. */
interface Explanation {
  readonly path: string
  readonly line: number
  readonly text: string
  /** Rules that report something there. */
  readonly messages: DocumentReport['messages']
  /** Items of the checklist that have their evidence there. */
  readonly checklist: DocumentReport['checklist']
  readonly terms: readonly PlacedTerm[]
  readonly quantities: readonly { readonly words: string; readonly kind: string }[]
  /** What its sentences sound like to the model that gives a second opinion, and the words that make them so. */
  readonly sounds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  /** Rules and items that ask for a term of the line and do not speak there, with what else they find, each where it first stands. */
  readonly silent: readonly { readonly id: string; readonly elsewhere?: string; readonly also: readonly PlacedTerm[] }[]
}

interface PlacedTerm extends Omit<ReadTerm, 'start' | 'end' | 'line' | 'file'> {
  /** Of the document, from 1. */
  readonly line: number
  readonly column: number
  /** File and line of the vocabulary. */
  readonly term?: string
}

const formats = { text: asText, json: (explanation: Explanation) => `${JSON.stringify(explanation, null, 2)}\n` }

export const why: Command = {
  name: 'why',
  usage: 'why FILE:LINE [OPTION…]',
  summary: 'Tell what is read in a line: which rules speak, which words they know, and what silences them',
  options: oneFileOptions(formats),
  async run(args, context) {
    const [place, ...more] = args.positionals
    const [, path, digits] = /^(.+?):(\d{1,9})(?::\d*)?$/.exec(place ?? '') ?? []
    if (path === undefined || more.length > 0)
      throw new UsageError('Expected a line of a file: `design-docs why FILE:LINE`')
    const format = chooseFrom(formats, args.value('format') ?? 'text', 'format')
    return tellOfFile(path, args, context, async (linted, session) => {
      const line = Number(digits)
      const { line: lines } = createPositions(linted.document.text)(Number.POSITIVE_INFINITY)
      if (line < 1 || line > lines) throw new UsageError(`Unexpected line ${line}: the file has ${lines}`)
      const speakers = new Set([...checklistIds, ...context.rules.map(({ id }) => id)])
      context.out(format(explain(linted, line, speakers)))
      return session.hasFailed() ? 2 : 0
    })
  },
}

/** Put together what is told of a line. @param speakers all that may speak: rules and items of the checklist */
function explain(
  { document, report }: { readonly document: DocumentModel; readonly report: DocumentReport },
  line: number,
  speakers: ReadonlySet<string>,
): Explanation {
  const { start, end } = lineRange(document.text, line)
  const { terms, quantities } = readPlace(document, { start, end })
  const place = createPositions(document.text)
  const placed = ({ start: at, end: _, line: termLine, file, ...term }: ReadTerm): PlacedTerm => ({
    ...term,
    ...place(at),
    ...(file !== undefined && { term: `${file}:${termLine}` }),
  })
  const messages = report.messages.filter((message) => message.line <= line && line <= message.endLine)
  const checklist = report.checklist.filter((item) => item.line === line)
  const speaking = new Set([...messages.map(({ ruleId }) => ruleId), ...checklist.map(({ id }) => id)])
  const askers = new Set(terms.flatMap(({ askedBy }) => askedBy))
  return {
    path: report.path,
    line,
    text: document.text.slice(start, end).trim(),
    messages,
    checklist,
    terms: terms.map(placed),
    quantities: quantities.map(({ words, kind }) => ({ words, kind })),
    sounds: soundsIn(factsOf(document), { start, end }).map(({ kind, carriers }) => ({ kind, words: carriers })),
    silent: [...askers]
      .filter((id) => speakers.has(id) && !speaking.has(id))
      .toSorted()
      .map((id) => {
        const elsewhere = spokenOf(report, id)
        const also = readFor(document, id).filter(({ start: at }) => at < start || at >= end)
        return { id, ...(elsewhere && { elsewhere }), also: also.map(placed) }
      }),
  }
}

/** What a rule or item says of another place. */
function spokenOf({ messages, checklist }: DocumentReport, id: string): string | undefined {
  const item = checklist.find((each) => each.id === id)
  if (item) return `${item.status}${item.line === undefined ? '' : `, line ${item.line}`}`
  const message = messages.find(({ ruleId }) => ruleId === id)
  return message && `reports line ${message.line}`
}

function lineRange(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0
  for (let at = 1; at < line; at++) start = nextLine(text, lineEnd(text, start))
  return { start, end: lineEnd(text, start) }
}

function asText({ path, line, text, messages, checklist, terms, quantities, sounds, silent }: Explanation): string {
  const parts = [
    `${printable(path)}:${line}\n  ${printable(text)}\n`,
    part(
      'Rules that speak here',
      messages.map(({ severity, ruleId, message }) => [severity, ruleId, message]),
    ),
    part(
      'Checklist',
      checklist.map(({ id, status, reason = '' }) => [id, status, reason]),
    ),
    part(
      'Words',
      terms.map(({ words, concept, meaning, term = '', askedBy, silenced }) => [
        `\`${words}\``,
        concept,
        term,
        meaning,
        askedBy.length > 0 ? `asked by ${askedBy.join(', ')}` : '',
        silenced ? whySilent(silenced) : '',
      ]),
    ),
    part(
      'Numbers with units',
      quantities.map(({ words, kind }) => [`\`${words}\``, kind]),
    ),
    part(
      'Sounds like',
      sounds.map(({ kind, words }) => [kind, words.map((word) => `\`${word}\``).join(', ')]),
    ),
    part(
      'Silent here, although they ask for words of this line; what they find elsewhere',
      silent.flatMap(({ id, elsewhere = '', also }) =>
        also.length === 0
          ? [[id, elsewhere, 'nothing else', '', '', '']]
          : also.map((each, index) => [
              index === 0 ? id : '',
              index === 0 ? elsewhere : '',
              each.concept,
              `${each.line}: \`${each.words}\``,
              each.term ?? '',
              deniedNote(each),
            ]),
      ),
    ),
  ]
  const said = parts.filter((each) => each !== '')
  return said.length > 1 ? said.join('\n') : `${said.join('')}\nNothing that rules or the checklist know stands here.\n`
}

const part = (title: string, rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${title}\n${alignColumns(rows).replace(/^(?=.)/gm, '  ')}`

const deniedNote = ({ silenced }: PlacedTerm): string => (silenced ? whySilent(silenced) : '')

function whySilent(silenced: Silenced): string {
  if (silenced.by === 'exception') return `does not count: exception ${silenced.file}:${silenced.line}`
  if (silenced.by === 'heading') return 'does not count: nothing does under this heading'
  const term = silenced.file === undefined ? '' : ` (${silenced.file}:${silenced.line})`
  return `taken back by \`${silenced.words}\`${term}, for those who ask what is claimed`
}
