/** Writes the type of a document, or that it has none, into its front matter. */

import type { DocumentModel } from '../document/document.ts'
import { styleOf } from '../document/writingStyle.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import type { TextEdit } from '../text/textEdit.ts'

const key = 'documentType'

/**
 * The edit that declares a document's type: it replaces an existing declaration, or adds one to the YAML or TOML front
 * matter, or adds front matter.
 *
 * @param id of a type, or `noType`
 * @returns undefined if the front matter cannot be read, since the effect of an edit would be unpredictable
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
    const newText = isToml ? JSON.stringify(id) : spaced(text, place.start, inYaml(id))
    return { ...place, newText }
  }
  const line = isToml ? `${key} = ${JSON.stringify(id)}` : `${key}: ${inYaml(id)}`
  return insertion(nextLine(text, lineEnd(text, range.start)), line + lineBreak)
}

/** Whether keys can be added to the front matter or above the text: not if it is broken, a list, or in braces. */
function takesKeys({ frontmatter: { range, data, problem }, text }: DocumentModel): boolean {
  if (problem || !range) return !problem
  const inside = text.slice(nextLine(text, lineEnd(text, range.start)), range.end - 3).trimStart()
  return !inside.startsWith('{') && (Object.keys(data).length > 0 || !/^[^\s#]/m.test(inside))
}

const insertion = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText })

/** Adds the space that is missing if the value comes directly after the colon. */
const spaced = (text: string, at: number, value: string): string => (text.charAt(at - 1) === ':' ? ` ${value}` : value)

/** Quoted if YAML would read the word as something else: a number, a date or a boolean. */
const inYaml = (id: string): string =>
  /^[A-Za-z][\w-]*$/.test(id) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(id) ? id : JSON.stringify(id)
