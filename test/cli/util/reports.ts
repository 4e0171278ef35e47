import { rules } from '../../../src/cli/builtIn.ts'
import { createPaint } from '../../../src/cli/colors.ts'
import type { DocumentReport, Report, ReportedMessage } from '../../../src/cli/report.ts'

export const message = (more: Partial<ReportedMessage> = {}): ReportedMessage => ({
  ruleId: 'no-placeholder',
  category: 'structure',
  severity: 'warning',
  message: 'Unexpected placeholder `TBD`',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 4,
  url: 'design-docs:/rules/no-placeholder.md',
  fixable: false,
  ...more,
})

export const document = (more: Partial<DocumentReport> = {}): DocumentReport => ({
  path: 'docs/a.md',
  documentType: 'adr',
  status: null,
  checklist: [],
  messages: [],
  ...more,
})

export const report = (...documents: readonly DocumentReport[]): Report => ({ documents, teamFiles: [], fixed: 0 })

/** Options for formatters as without a terminal. */
export const plain = { paint: createPaint(false), isVerbose: false, showsHints: false, rules, version: '1.2.3' }

export const lines = (output: string) => output.split('\n')
