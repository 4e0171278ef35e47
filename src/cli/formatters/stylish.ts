import { type DocumentReport, type Report, tally } from '../report.ts'
import { count, printable } from '../words.ts'
import type { Style } from './index.ts'
import { messageLines, tallyWords } from './messageLines.ts'

/** For people: messages under their document, and a last line that sums up. */
export function stylish(report: Report, { paint, isVerbose }: Style): string {
  const { documents, teamFiles, fixed } = report
  const block = ({ path, documentType, messages }: DocumentReport, what: string) =>
    `${paint('underline', printable(path))}  ${paint('dim', documentType ?? what)}\n${messageLines(messages, paint)
      .map((line) => `${line}\n`)
      .join('')}`
  const listed = documents.filter(({ messages }) => isVerbose || messages.length > 0)
  const blocks = [
    ...teamFiles.map((file) => block(file, 'not as expected')),
    ...listed.map((document) => block(document, 'no design document')),
  ]
  const designs = documents.filter(({ documentType }) => documentType !== null).length
  const counted = `${count(documents.length, 'file')}, ${count(designs, 'design document')}`
  const found = documents.length > 0 ? `${counted}: ` : 'No Markdown files: '
  const mended = fixed > 0 ? `${count(fixed, 'problem')} fixed, ` : ''
  // Only what has messages needs air around it.
  const gap = blocks.some((text, index) => index > 0 && text.includes('\n  ')) ? '\n' : ''
  return `${blocks.map((text) => `${text}${gap}`).join('')}${blocks.length > 0 && !gap ? '\n' : ''}${found}${mended}${tallyWords(tally(report), paint)}\n`
}
