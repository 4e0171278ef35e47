/** Tells what an author is about to write at a place in a decision: a status, or another decision. */

import type { DocumentModel, Range } from '../document/document.ts'
import { createCodeTest } from '../document/places.ts'
import { lineStart } from '../text/lineBounds.ts'
import type { Decision } from './record.ts'
import { findStatus } from './status.ts'

/** What an author is about to write at a place in a decision, and the range it goes to. */
export interface Asked extends Range {
  /** A value of the status, a link to another decision, or its bare id. */
  readonly kind: 'status' | 'link' | 'id'
}

const phrase = /(?:super[sc]eded[-_ ]?by|replaced[-_ ]?by|super[sc]edes|replaces)[*_]{0,3}[ \t]*:?[*_]{0,3}[ \t]+/i
/** As much of a link or id as may stand there already. */
const begun = /["']?(\[?[\p{L}\d #-]{0,60})$/u
const afterPhrase = new RegExp(phrase.source + begun.source, 'iu')
const openLink = /\[m?adr[-_ ]?\d{0,6}$/i

/** What is asked for at an offset; undefined where nothing of ours is. */
export function askedAt(document: DocumentModel, offset: number): Asked | undefined {
  const { text, frontmatter } = document
  const isInFrontmatter = frontmatter.range !== undefined && offset <= frontmatter.range.end
  const before = text.slice(Math.max(lineStart(text, offset), offset - 500), offset)
  if (createCodeTest(document)(Math.max(0, offset - 1))) return undefined
  const typed = openLink.exec(before)?.[0] ?? afterPhrase.exec(before)?.[1]
  if (typed !== undefined) {
    // An editor closes a bracket as soon as it is opened.
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
  // A section without text has its place at the end of the heading; its status stands on a line of its own.
  const allowed = place.kind === 'section' && isEmpty ? /^[ \t]*\r?\n\s*\p{L}*$/u : isEmpty ? /^[ \t]*$/ : /^$/
  if (!allowed.test(gap) || !/^[^\p{L}\r\n]{0,10}\p{L}*(?: \p{L}*){0,2}$/u.test(said)) return undefined
  const word = /(?:(?<!\p{L})\p{L}+(?: \p{L}+){0,2} ?)?$/u.exec(said || gap)?.[0] ?? ''
  const rest = isEmpty ? '' : (/^\p{L}*/u.exec(text.slice(offset, place.end))?.[0] ?? '')
  return { kind: 'status', start: offset - word.length, end: offset + rest.length }
}

/** How front matter names a decision: `ADR-0007`, or its file where its title only counts. */
export const idOf = ({ label, name }: Pick<Decision, 'label' | 'name'>): string =>
  /^[a-z]{2,10}[-_ #]*\d+$/i.test(label) ? label : name
