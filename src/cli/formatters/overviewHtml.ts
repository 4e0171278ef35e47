/** Formats the list of a team's design documents as a self-contained HTML page. */

import { encodePath } from '../../core/text/encodePath.ts'
import { printable } from '../../core/text/printable.ts'
import { wellFormed } from '../../core/text/wellFormed.ts'
import {
  ageOf,
  dayOf,
  findingWords,
  type OtherDecision,
  type Overview,
  type OverviewEntry,
  overviewSummary,
} from '../../review/overview.ts'

/** A page without scripts, images or external resources. */
export const overviewHtml = (overview: Overview): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width"/>
<title>Design documents</title>
<style>${style}</style>
</head>
<body>
<h1>Design documents</h1>
<p>${escapeHtml(overviewSummary(overview))}, on ${overview.now.toISOString().slice(0, 10)}</p>
${[designTable(overview), decisionTable(overview)].join('')}</body>
</html>
`

const style = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
caption { font-size: 1.3em; font-weight: 600; text-align: start; margin-bottom: .5rem }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8884 }
time { white-space: nowrap }
td small { display: block; opacity: .7 }
meter { width: 5rem; vertical-align: middle }
`

const designTable = ({ designs, now }: Overview): string =>
  table(
    'Designs',
    ['Document', 'Type', 'Status', 'Checklist', 'Last change', 'Findings'],
    designs.map((entry) => [
      documentCell(entry),
      escapeHtml(entry.documentType),
      escapeHtml(entry.status ?? ''),
      scoreCell(entry),
      dateCell(entry, now),
      escapeHtml(findingWords(entry)),
    ]),
  )

const decisionTable = ({ decisions, now }: Overview): string =>
  table(
    'Decisions',
    ['Decision', 'Status', 'Supersedes', 'Superseded by', 'Last change', 'Findings'],
    decisions.map((entry) => [
      documentCell(entry),
      escapeHtml(entry.status ?? ''),
      entry.supersedes.map(otherLink).join(', '),
      entry.supersededBy.map(otherLink).join(', '),
      dateCell(entry, now),
      escapeHtml(findingWords(entry)),
    ]),
  )

/** @param rows cells that are HTML already */
function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const titles = head.map((words) => `<th scope="col">${words}</th>`).join('')
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`)
  return `<table>\n<caption>${caption}</caption>\n<thead><tr>${titles}</tr></thead>\n<tbody>\n${lines.join('')}</tbody>\n</table>\n`
}

const documentCell = ({ title, path }: OverviewEntry): string =>
  `${link(path, title)}<small>${escapeHtml(path)}</small>`

function scoreCell({ score }: OverviewEntry): string {
  if (!score) return ''
  const all = score.met + score.partial + score.missing
  const words = `${score.met} of ${all}`
  return `<meter min="0" max="${all}" value="${score.met}">${words}</meter> ${words}`
}

const dateCell = (entry: OverviewEntry, now: Date): string =>
  `<time>${dayOf(entry)}</time><small>${ageOf(entry, now)}</small>`

const otherLink = ({ text, path }: OtherDecision): string => (path === undefined ? escapeHtml(text) : link(path, text))

/** A link to a file beside the page. No file name can turn it into a link to another site. */
const link = (path: string, words: string): string =>
  `<a href="./${escapeHtml(encodePath(path))}">${escapeHtml(words)}</a>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  printable(wellFormed(text)).replace(/[&<>"']/g, (character) => entities[character] ?? character)
