/** Formats findings as SARIF 2.1.0 for code scanning services. */

import { encodePath } from '../../core/text/encodePath.ts'
import { wellFormed } from '../../core/text/wellFormed.ts'
import { type Report, type ReportedMessage, reportedFiles } from '../report.ts'
import type { Style } from './style.ts'
import { toJson } from './toJson.ts'

/** SARIF 2.1.0, as code scanning services accept it. */
export function sarif(report: Report, { rules, version }: Style): string {
  const messages = reportedFiles(report).flatMap(({ path, messages }) => messages.map((message) => ({ path, message })))
  // Mistakes in the team's files, and rules that threw an error, have no rule of their own.
  const others = [...new Set(messages.map(({ message }) => message.ruleId))].filter(
    (id) => !rules.some((rule) => rule.id === id),
  )
  const descriptors = [
    ...rules.map(({ id, description, severity, category }) => ({
      id,
      shortDescription: { text: `${description}.` },
      help: { text: `design-docs rules ${id}` },
      defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
      properties: { tags: [category] },
    })),
    ...others.map((id) => ({ id })),
  ]
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]))
  const driver = { name: 'design-docs', version, rules: descriptors }
  const results = messages.map(({ path, message }) => toResult(path, message, indexes.get(message.ruleId) ?? -1))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
  return toJson(log)
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

const toResult = (path: string, message: ReportedMessage, ruleIndex: number) => ({
  ruleId: message.ruleId,
  ruleIndex,
  level: levels[message.severity],
  message: { text: wellFormed(message.message) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: encodePath(path) },
        region: {
          startLine: message.line,
          startColumn: message.column,
          endLine: message.endLine,
          endColumn: message.endColumn,
        },
      },
    },
  ],
})
