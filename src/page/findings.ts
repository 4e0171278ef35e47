/** Creates the list of the linter's findings at the end of a page. */

import type { Element } from 'hast'
import { element, withCode, words } from './build.ts'
import { headingAt, type PageHeading } from './headings.ts'
import type { PageFinding } from './protocol.ts'
import type { Say } from './say.ts'

/** A section with one row per finding, each with a link to the heading above its place. */
export function findingsTable(findings: readonly PageFinding[], headings: readonly PageHeading[], say: Say): Element {
  const title = element('h2', { id: 'design-docs-findings' }, [words(say('Findings'))])
  if (findings.length === 0)
    return element('section', { className: ['findings'] }, [title, element('p', {}, [words(say('No findings.'))])])
  const heads = (['Severity', 'Finding', 'Section', 'Line'] as const).map((name) =>
    element('th', { scope: 'col' }, [words(say(name))]),
  )
  const rows = findings.map((finding) => rowOf(finding, headingAt(headings, finding.start)))
  const table = element('table', {}, [element('thead', {}, [element('tr', {}, heads)]), element('tbody', {}, rows)])
  return element('section', { className: ['findings'] }, [title, table])
}

function rowOf({ severity, reason, line }: PageFinding, heading: PageHeading | undefined): Element {
  const place = heading ? [element('a', { href: `#${heading.id}` }, [words(heading.title)])] : []
  return element('tr', {}, [
    element('td', {}, [words(severity)]),
    element('td', {}, withCode(reason)),
    element('td', {}, place),
    element('td', {}, [words(`${line}`)]),
  ])
}
