/** Formats findings for people: grouped by document, with a summary in the last line. */

import { largest } from '../../core/data/longLists.ts'
import { count } from '../../core/text/count.ts'
import { displayWidth } from '../../core/text/displayWidth.ts'
import { printable } from '../../core/text/printable.ts'
import { type DocumentReport, type Report, tally } from '../report.ts'
import { listedOf, messageLines, summaryWords } from './messageLines.ts'
import type { Style } from './style.ts'

/** For people: messages under their document, and a summary in the last line. */
export function stylish(report: Report, style: Style): string {
  const { paint, isVerbose } = style
  const { teamFiles, fixed } = report
  const documents = report.documents.map((document) => ({ ...document, messages: listedOf(document.messages, style) }))
  const listed = documents.filter(({ messages }) => isVerbose || messages.length > 0)
  // With `--verbose`, all documents are listed, and their types are aligned.
  const width = isVerbose
    ? largest(
        listed.map(({ path }) => displayWidth(printable(path))),
        0,
      )
    : 0
  const block = ({ path, messages }: DocumentReport, what: string): readonly string[] => [
    `${paint('underline', printable(path))}${' '.repeat(Math.max(0, width - displayWidth(printable(path))) + 2)}${paint('dim', printable(what))}`,
    ...messageLines(messages, paint),
  ]
  const blocks = [
    ...teamFiles.map((file) => block(file, 'configuration')),
    ...listed.map((document) => block(document, document.documentType ?? 'not a design document')),
  ]
  const designs = documents.filter(({ documentType }) => documentType !== null).length
  const counted = `${count(documents.length, 'file')}, ${count(designs, 'design document')}: `
  const mended = fixed > 0 ? `${count(fixed, 'problem')} fixed, ` : ''
  const words = `${mended}${summaryWords(tally(report), style)}`
  const none = teamFiles.length > 0 ? `${words} in the team's configuration` : 'No Markdown files linted'
  const summary = documents.length > 0 ? counted + words : none
  return `${[...withAir(blocks), ...(blocks.length > 0 ? [''] : []), summary].join('\n')}\n`
}

/** The lines of all blocks, with an empty line around blocks that have messages. */
const withAir = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.flatMap((lines, index) => {
    const hasAir = index > 0 && lines.length + (blocks[index - 1]?.length ?? 0) > 2
    return hasAir ? ['', ...lines] : lines
  })
