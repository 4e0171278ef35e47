import { type Report, reportedFiles, tally } from '../report.ts'

/** Version 1 of the format that docs/json-format.md describes. */
export const json = (report: Report): string => {
  const { error, warning } = tally(report)
  const documents = reportedFiles(report).map((document) => ({
    ...document,
    checklist: document.checklist.map(({ id, status, line }) => ({ id, status, ...(line && { line }) })),
  }))
  const summary = { documents: documents.length, errors: error, warnings: warning }
  return `${JSON.stringify({ version: 1, documents, summary }, null, 2)}\n`
}
