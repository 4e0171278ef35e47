/** Fills in the front matter of a template for a new document: title and today's date. */

import { frontEnd } from '../markdown/frontStart.ts'
import { lineEnd } from '../text/lineBounds.ts'
import { escapeSnippet } from './snippet.ts'

const today = `\${CURRENT_YEAR}-\${CURRENT_MONTH}-\${CURRENT_DATE}`

/** A value that is a tab stop or a date placeholder. */
const openValue = /^(?:\$\{\d+:(?:\\.|[^\\}$])*\}|\$\d+|YYYY-MM-DD)$/i
const dateKey =
  /^(?:date|day|created|created[ _-]?(?:at|on)|creation[ _-]?date|start[ _-]?date|updated|last[ _-]?(?:updated|modified)|lastmod|modified)$/i

/**
 * Insert the title and today's date into a template's front matter, and the date after labels such as `Date:` below it.
 *
 * @param titleStop index of the tab stop that stands for the title
 */
export function fillHead(snippet: string, title: string | undefined, titleStop: string | undefined): string {
  const close = frontEnd(snippet)
  const end = close > 0 ? lineEnd(snippet, close) : 0
  const head = snippet.slice(0, end).replace(/[^\r\n]+/g, (line) => fillLine(line, title, titleStop))
  const body = snippet.slice(end).replace(/[^\r\n]+/g, (line) => {
    const [whole = '', lead = '', stop = ''] = labelledDate.exec(line) ?? []
    return whole ? `${lead}${dated(stop)}` : line
  })
  return head + body
}

/** `- **Date:** ${3:YYYY-MM-DD}`. */
const labelledDate =
  /^([ \t>*+_-]{0,12}(?:Date|Created)[*_]{0,2}:[*_]{0,2}[ \t]{1,4})(\$\{\d+:YYYY-MM-DD\}|YYYY-MM-DD)[ \t]{0,9}$/i

function fillLine(line: string, title: string | undefined, titleStop: string | undefined): string {
  const at = line.search(/[:=]/)
  const key = line.slice(0, at).replace(/["']/g, '').trim()
  if (at <= 0 || /^\s/.test(line)) return line
  const written = line.slice(at + 1).trim()
  const quote = /^(?:".*"|'.*')$/.test(written) ? written.charAt(0) : ''
  const value = quote ? written.slice(1, -1) : written
  if (value !== '' && !openValue.test(value)) return line
  const lead = line.slice(0, at + 1)
  const isTitle = /^title$/i.test(key) || (titleStop !== undefined && indexOf(value) === titleStop)
  if (dateKey.test(key) && (value === '' || /YYYY-MM-DD/i.test(value))) return `${lead} ${quote}${dated(value)}${quote}`
  if (title === undefined || !isTitle) return line
  const isQuoted = quote !== '' || lead.endsWith('=')
  return `${lead} ${escapeSnippet(isQuoted ? quoted(title, quote || '"') : scalar(title))}`
}

const indexOf = (stop: string): string | undefined => /^\$\{?(\d+)/.exec(stop)?.[1]

/** Today's date, as the default of a tab stop if there is one. */
const dated = (stop: string): string => (stop.startsWith('$') ? `\${${indexOf(stop)}:${today}}` : today)

/** Words as a YAML scalar; quoted if they would otherwise be read as something else. */
const scalar = (words: string): string =>
  /^[\s!&*?|>%@`"'{}[\],#~-]|: |:$|\s#|\s$|^(?:true|false|null|yes|no|on|off|[\d.+:e_-]*)$/i.test(words)
    ? quoted(words, '"')
    : words

const quoted = (words: string, quote: string): string =>
  quote === "'" ? `'${words.replaceAll("'", "''")}'` : JSON.stringify(words)
