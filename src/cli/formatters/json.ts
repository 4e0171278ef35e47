/** Formats a report as JSON for other programs, as described in docs/json-format.md. */

import { type Report, reportedFiles, tally } from '../report.ts'
import { toJson } from './toJson.ts'

/** Version 1 of the format described in docs/json-format.md. */
export const json = (report: Report): string => {
  const { error, warning } = tally(report)
  const documents = reportedFiles(report).map(({ facts: _, ...document }) => ({
    ...document,
    checklist: document.checklist.map(({ id, status, line }) => ({ id, status, ...(line && { line }) })),
  }))
  const summary = { documents: documents.length, errors: error, warnings: warning }
  return toJson({ version: 1, documents, summary })
}
