/** Reads how other tools' templates mark a section as optional or mandatory. */

import type { Comment, DocumentModel, Section } from '../../document/document.ts'
import { withoutEnd } from '../../text/withoutEnd.ts'

/** Whether another tool's template marks a section as mandatory or optional. */
export type Requirement = 'mandatory' | 'optional'

const inBrackets =
  /[([]\s*(?:(?:optional|if (?:applicable|relevant|needed|any)|where applicable|when applicable|(mandatory|required))\s*|include (?:only )?(?:if|when)\b[^)\]]{0,80})[)\]][*_]*/i
const atEnd = /[-–—:]\s*(?:optional|(mandatory|required))\s*$/i

/** The requirement in a heading: `Risks (Optional)`, `Risks [optional]`, `Risks *(mandatory)*`, `Risks - optional`. */
export function requirementInTitle(title: string): Requirement | undefined {
  const match = inBrackets.exec(title) ?? atEnd.exec(title)
  return match ? (match[1] === undefined ? 'optional' : 'mandatory') : undefined
}

/** A title without its mark as optional or mandatory. */
export function withoutRequirement(title: string): string {
  const match = inBrackets.exec(title)
  const before = match ? withoutEnd(title.slice(0, match.index), /[*_]/, /\s/) : title
  const behind = match ? title.slice(match.index + match[0].length) : ''
  return (before + behind).replace(atEnd, '').trim() || title
}

const optionalComment =
  /^(?:optional|this (?:section |element |part )?is (?:an )?optional(?: (?:section|element|part))?)\b(?:[.!:;,]?\s*(?:(?:feel free to|you (?:may|can)|please|it can be|can be|and (?:can|may) be)\s*)?(?:remove|delete|omit|drop|skip|left out)[^.]{0,60}\.?)?[.!]?$/i
const mandatoryComment =
  /^(?:mandatory|required|this (?:section |element |part )?is (?:a )?(?:mandatory|required)(?: (?:section|element|part))?)[.!]?$/i

/** The requirement in a comment that contains nothing else: *This is an optional element. Feel free to remove.* */
const requirementInComment = ({ text }: Comment): Requirement | undefined =>
  text.length > 160
    ? undefined
    : optionalComment.test(text)
      ? 'optional'
      : mandatoryComment.test(text)
        ? 'mandatory'
        : undefined

/** Which sections another tool's template requires. */
export interface Requirements {
  /** Whether documents must have the section. */
  isRequired(section: Section): boolean
  /** Comments that contain nothing but such a mark. */
  readonly marks: readonly Comment[]
}

/**
 * Read which sections are required: all except those marked optional and their subsections; if any are marked
 * mandatory, only those. A numbered example such as *Story 1* is not required: it stands for whatever the author has.
 */
export function readRequirements(document: DocumentModel): Requirements {
  const said = new Map<Section, Requirement>()
  const marks: Comment[] = []
  const { sections } = document
  for (const section of sections) {
    const own = requirementInTitle(section.title)
    if (own) said.set(section, own)
  }
  let index = 0
  for (const comment of document.comments) {
    const requirement = requirementInComment(comment)
    if (!requirement) continue
    while (index < sections.length && (sections[index]?.start ?? 0) <= comment.start) index++
    const owner = ownerOf(document, comment, sections[index - 1], sections[index])
    if (!owner) continue
    said.set(owner, said.get(owner) ?? requirement)
    marks.push(comment)
  }
  const someAreMandatory = [...said.values()].includes('mandatory')
  const required = new Map<Section, boolean>()
  for (const section of sections) {
    const { parent } = section
    const isPartOfOptional = parent !== undefined && parent !== document.title && required.get(parent) === false
    const own = said.get(section)
    required.set(
      section,
      own === 'mandatory' || (!own && !someAreMandatory && !isPartOfOptional && !isExample(section)),
    )
  }
  return { isRequired: (section) => required.get(section) ?? true, marks }
}

/** A comment on the line above a heading applies to that heading; otherwise, to the section that it opens. */
function ownerOf(
  { text, rangeOf }: DocumentModel,
  { start, end }: Comment,
  before: Section | undefined,
  after: Section | undefined,
): Section | undefined {
  if (after && /^[ \t]*(?:\r\n?|\n)$/.test(text.slice(end, after.start))) return after
  if (before && text.slice(rangeOf(before.heading).end, start).trim() === '') return before
  return after && text.slice(end, after.start).trim() === '' ? after : undefined
}

const isExample = ({ title }: Section): boolean =>
  /^(?:(?:user )?story|use case|option|alternative|example|scenario|phase|risk|requirement|step|milestone)s? (?:\d{1,2}|[A-Z])\b/i.test(
    title,
  )
