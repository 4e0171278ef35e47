/** Shows front matter as a table, as GitHub does. */

import type { ElementContent } from 'hast'
import { type Frontmatter, wordOf } from '../core/markdown/frontmatter.ts'
import { element, words } from './build.ts'

/** The longest value that is shown, in UTF-16 units. */
const longest = 500

/** The front matter as a table of keys and values; undefined if there is none, or it cannot be read. */
export function frontTable({ data }: Pick<Frontmatter, 'data'>): ElementContent | undefined {
  const rows = Object.entries(data).map(([key, value]) =>
    element('tr', {}, [element('th', { scope: 'row' }, [words(key)]), element('td', {}, [words(shown(value))])]),
  )
  return rows.length > 0 ? element('table', { className: ['front'] }, [element('tbody', {}, rows)]) : undefined
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.map(single).join(', ') : single(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function single(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return value === null ? '' : (wordOf(value) ?? JSON.stringify(value) ?? '')
}
