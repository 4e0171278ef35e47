/** Reads lists of choices as other tools' templates write them: `Draft | In Review | Approved`. */

import type { Range } from '../../text/range.ts'

/** A list of choices as other tools' templates write it: `Draft | In Review | Approved`. */
export interface ChoiceList extends Range {
  /** At least two; contains `…` if other values are allowed too. */
  readonly choices: readonly string[]
}

/** Replaces in masked text what is not prose: code, links, images. */
export const filler = '\u0000'

/** Labels whose values are a list even if only slashes separate them. */
const listLabel =
  /^(?:status|state|stage|phase|priority|impact|severity|likelihood|probability|risk|level|effort|size|complexity|confidence|type|kind|decision|verdict)\b/i
const listWord =
  /^(?:very )?(?:high|medium|low|critical|major|minor|none|yes|no|must|should|could|won't|p[0-4]|s|m|l|xl|small|large|open|closed|done|todo|pending|draft|proposed|approved|accepted|rejected|deprecated|superseded|mitigated)$/i

/** `- **Status:** `, `Status: `, `status: "`. */
const label = /^[ \t>]*[*_]{0,2}([\p{L}][^:|\n\r[\]{}<>\u0000]{0,40}):[*_]{0,2}[ \t]*["']?/u

/**
 * The list of choices after a line's label; undefined if there is none.
 *
 * @param line without its line ending; everything but prose masked by `filler`
 */
export function choicesAfterLabel(line: string): ChoiceList | undefined {
  const match = label.exec(line)
  if (!match) return undefined
  const end = line.trimEnd().replace(/["']$/, '').length
  return choicesIn(line, { start: match[0].length, end }, listLabel.test(match[1] ?? ''))
}

/**
 * Reads a whole range of text as a list of choices.
 *
 * @param isAsked whether the heading or column calls for a choice, so that slashes are separators as well
 */
export function choicesIn(text: string, { start, end }: Range, isAsked: boolean): ChoiceList | undefined {
  const written = text.slice(start, end)
  if (written.length > 300) return undefined
  const inner = /^[{[(<](.*)[}\])>]$/s.exec(written)?.[1] ?? written
  const parts = /\|/.test(inner) ? inner.split(/\\?\|/) : inner.split(/ ?\/ ?/)
  const choices = parts.map(clean)
  const named = choices.filter((choice) => choice !== '…')
  const isList =
    named.length > 1 &&
    choices.length <= 14 &&
    named.every((choice) => /^[\p{L}\d][^[\]{}<>]{0,39}$/u.test(choice) && choice.split(/\s+/).length <= 4)
  const isTrusted = /\|/.test(inner) || isAsked || named.every((choice) => listWord.test(choice))
  return isList && isTrusted ? { start, end, choices: [...new Set(choices)] } : undefined
}

/** Whether a heading or column name calls for a choice from a list. */
export const asksForChoice = (name: string): boolean => listLabel.test(name.trim())

const clean = (part: string): string => {
  const [words = ''] = part.split(filler, 1)
  const plain = words
    .replace(/\[([^[\]]{0,60})\]\([^()]{0,200}\)/g, '$1')
    .replace(/[*_`\r\n]/g, ' ')
    .trim()
  return /^(?:\.{3}|…|etc\.?|others?)$/i.test(plain) ? '…' : plain
}

/** A list of choices as a tab stop in snippet syntax. */
export const choiceStop = (index: number, choices: readonly string[]): string =>
  `\${${index}|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
