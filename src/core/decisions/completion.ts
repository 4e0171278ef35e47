/** Determines what an author is about to write in a decision: a status, or a reference to another decision. */

import type { DocumentModel } from '../document/document.ts'
import { createCodeTest } from '../document/places.ts'
import { lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import type { Decision } from './record.ts'
import { findStatus } from './status.ts'

/** What an author is about to write, and the range to replace. */
export interface Asked extends Range {
  /** A status value, a link to another decision, or its bare id. */
  readonly kind: 'status' | 'link' | 'id'
}

const phrase = /(?:super[sc]eded[-_ ]?by|replaced[-_ ]?by|super[sc]edes|replaces)[*_]{0,3}[ \t]*:?[*_]{0,3}[ \t]+/i
/** The beginning of a link or id that may already be typed. */
const begun = /["']?(\[?[\p{L}\d #-]{0,60})$/u
const afterPhrase = new RegExp(phrase.source + begun.source, 'iu')
const openLink = /\[m?adr[-_ ]?\d{0,6}$/i

/** What can be completed at an offset; undefined if nothing. */
export function askedAt(document: DocumentModel, offset: number): Asked | undefined {
  const { text, frontmatter } = document
  const isInFrontmatter = frontmatter.range !== undefined && offset <= frontmatter.range.end
  const before = text.slice(Math.max(lineStart(text, offset), offset - 500), offset)
  if (createCodeTest(document)(Math.max(0, offset - 1))) return undefined
  const typed = openLink.exec(before)?.[0] ?? afterPhrase.exec(before)?.[1]
  if (typed !== undefined) {
    // Editors insert the closing bracket automatically.
    const isClosed = typed.startsWith('[') && text[offset] === ']'
    return {
      kind: isInFrontmatter ? 'id' : 'link',
      start: offset - typed.length,
      end: offset + (isClosed ? 1 : 0),
    }
  }
  return statusAt(document, offset)
}

function statusAt(document: DocumentModel, offset: number): Asked | undefined {
  const { text } = document
  const place = findStatus(document)
  if (!place || offset < place.start) return undefined
  const said = text.slice(place.start, Math.min(offset, place.end))
  const gap = text.slice(place.end, offset)
  const isEmpty = place.start === place.end
  // The place of an empty section is the end of its heading; its status is on a line of its own.
  const allowed = place.kind === 'section' && isEmpty ? /^[ \t]*\r?\n\s*\p{L}*$/u : isEmpty ? /^[ \t]*$/ : /^$/
  if (!allowed.test(gap) || !/^[^\p{L}\r\n]{0,10}\p{L}*(?: \p{L}*){0,2}$/u.test(said)) return undefined
  const word = /(?:(?<!\p{L})\p{L}+(?: \p{L}+){0,2} ?)?$/u.exec(said || gap)?.[0] ?? ''
  const rest = isEmpty ? '' : (/^\p{L}*/u.exec(text.slice(offset, place.end))?.[0] ?? '')
  return { kind: 'status', start: offset - word.length, end: offset + rest.length }
}

/** How front matter refers to a decision: by an id such as `ADR-0007`, or by its file name if its title has none. */
export const idOf = ({ label, name }: Pick<Decision, 'label' | 'name'>): string =>
  /^[a-z]{2,10}[-_ #]*\d+$/i.test(label) ? label : name
