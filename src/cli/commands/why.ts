/** The command `why`: explains what is recognised in a line of a document, and what follows from it. */

import { resolve } from 'node:path'
import { checklistIds } from '../../checklist/index.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import { lineEnd, nextLine } from '../../core/text/lineBounds.ts'
import { createPositions } from '../../core/text/positions.ts'
import { type ReadTerm, readFor, readPlace } from '../../reading/findings/why.ts'
import { soundsIn } from '../../reading/opinion/opinion.ts'
import { factsOf } from '../../reading/prose/facts.ts'
import type { Command } from '../command.ts'
import { type Explanation, explanationText, type PlacedTerm } from '../explanationText.ts'
import { chooseFrom, UsageError } from '../options.ts'
import type { DocumentReport } from '../report.ts'
import { oneFileOptions, tellOfFile } from './oneFile.ts'

const formats = {
  text: explanationText,
  json: (explanation: Explanation) => `${JSON.stringify(explanation, null, 2)}\n`,
}

export const why: Command = {
  name: 'why',
  usage: 'why FILE:LINE [OPTION…]',
  summary: 'Explain a line: which rules report it, which words they know, and what silences them',
  options: oneFileOptions(formats),
  async run(args, context) {
    const [place, ...more] = args.positionals
    const [, path, digits] = /^(.+?):(\d{1,9})(?::\d*)?$/.exec(place ?? '') ?? []
    if (path === undefined || more.length > 0)
      throw new UsageError('Expected a line of a file: `design-docs why FILE:LINE`')
    const format = chooseFrom(formats, args.value('format') ?? 'text', 'format')
    return tellOfFile({ file: resolve(context.cwd, path) }, args, context, async (linted, session) => {
      const line = Number(digits)
      const { line: lines } = createPositions(linted.document.text)(Number.POSITIVE_INFINITY)
      if (line < 1 || line > lines) throw new UsageError(`There is no line ${line}: the file has ${lines}`)
      const { document, report } = linted
      // The facts of a decision take the place of a checklist.
      const items = report.facts ? [] : checklistIds
      const speakers = new Set([...items, ...context.rules.map(({ id }) => id)])
      const read = report.facts ? { ...report, checklist: [] } : report
      context.out(format(explain({ document, report: read }, line, speakers)))
      return session.hasFailed() ? 2 : 0
    })
  },
}

/** Collects what is known about a line. @param speakers ids of all rules and checklist items */
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

/** What a rule or checklist item reports elsewhere in the document. */
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
