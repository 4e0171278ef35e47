/** Writes into the front matter of a document of what type it is, or that it is none. */

import type { DocumentModel } from '../document/document.ts'
import { styleOf } from '../document/writingStyle.ts'
import type { TextEdit } from '../lint/rule.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'

const key = 'documentType'

/**
 * The edit that names a document's type: in the place of the one that is named, else in its front matter, be it YAML or TOML, else in
 * front matter of its own.
 *
 * @param id of a type, or `noType`
 * @returns undefined where the front matter cannot be read: nobody could say what the edit would make of it
 */
export function declareType(document: DocumentModel, id: string): TextEdit | undefined {
  const { frontmatter, text } = document
  const { range, places } = frontmatter
  const { lineBreak } = styleOf(document)
  if (!takesKeys(document)) return undefined
  if (!range) {
    const start = text.startsWith('\uFEFF') ? 1 : 0
    return insertion(start, [`---`, `${key}: ${inYaml(id)}`, '---', '', ''].join(lineBreak))
  }
  const isToml = text.startsWith('+++', range.start)
  const place = places[key]
  if (place) {
    // The places of TOML leave the quotes where they are.
    const isQuoted = isToml && /["']/.test(text.charAt(place.start - 1))
    return { ...place, newText: isToml ? (isQuoted ? id : JSON.stringify(id)) : spaced(text, place.start, inYaml(id)) }
  }
  const line = isToml ? `${key} = ${JSON.stringify(id)}` : `${key}: ${inYaml(id)}`
  return insertion(nextLine(text, lineEnd(text, range.start)), line + lineBreak)
}

/** Whether a key can be written into the front matter, or above the text: not into what is broken, a list, or braces. */
function takesKeys({ frontmatter: { range, data, problem }, text }: DocumentModel): boolean {
  if (problem || !range) return !problem
  const inside = text.slice(nextLine(text, lineEnd(text, range.start)), range.end - 3).trimStart()
  return !inside.startsWith('{') && (Object.keys(data).length > 0 || !/^[^\s#]/m.test(inside))
}

const insertion = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText })

/** A value that is not there yet may stand right behind its colon. */
const spaced = (text: string, at: number, value: string): string => (text.charAt(at - 1) === ':' ? ` ${value}` : value)

/** In quotes where YAML would take the word for something else: a number, a date, a truth value. */
const inYaml = (id: string): string =>
  /^[A-Za-z][\w-]*$/.test(id) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(id) ? id : JSON.stringify(id)
