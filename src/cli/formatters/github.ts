/** Formats findings as GitHub Actions annotations. */

import { printable } from '../../core/text/printable.ts'
import { type Report, type ReportedMessage, reportedFiles } from '../report.ts'

/** Workflow commands of GitHub Actions: each message becomes an annotation at its line in the pull request. */
export const github = (report: Report): string =>
  reportedFiles(report)
    .flatMap(({ path, messages }) => messages.map((message) => command(path, message)))
    .join('')

function command(
  path: string,
  { severity, line, endLine, column, endColumn, ruleId, message }: ReportedMessage,
): string {
  const place = {
    file: path,
    line,
    endLine,
    // Columns are only supported within one line.
    ...(line === endLine && { col: column, endColumn }),
    title: ruleId,
  }
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${levels[severity]} ${properties.join(',')}::${escapeData(message)}\n`
}

const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const

/** A line break would end the command, and the text after it could be read as another one. */
const escapeData = (text: string): string => printable(text).replaceAll('%', '%25')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
