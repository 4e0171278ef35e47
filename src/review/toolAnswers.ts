/**
 * Answers an agent's tool calls as text, in the editor and for other programs: findings, a review, a template, a rule.
 */

import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { fillTitle } from '../core/template/naming.ts'
import { parseSnippet } from '../core/template/snippet.ts'
import type { Template } from '../core/template/template.ts'
import { createVariables } from '../core/template/variables.ts'
import { nearest } from '../core/text/nearest.ts'
import { createPositions } from '../core/text/positions.ts'
import { printable } from '../core/text/printable.ts'
import { type DocumentReview, reviewDocument } from './documentReview.ts'
import { plainFindings, plainReview } from './plainReview.ts'

/** The result of linting a document, as far as it could be read. */
export interface LintedForTool {
  /** As shown to the model. */
  readonly path: string
  /** Absent if it is not a design document. */
  readonly type?: DocumentType | undefined
  /** Absent if it is too long to be read. */
  readonly model?: DocumentModel | undefined
  readonly messages: readonly LintMessage[]
  /** The type whose template the file is. */
  readonly templateOf?: DocumentType | undefined
}

/** The linter's findings as text. Throws an `Error` that tells the model why there is no result. */
export function findingsAnswer(linted: LintedForTool): string {
  const { path, type, model, messages } = designOf(linted)
  return plainFindings(printable(`${path} (${type.title})`), messages, createPositions(model.text))
}

/** The review as text. Throws in the same cases. */
export function reviewAnswer(linted: LintedForTool): string {
  const { path, model } = designOf(linted)
  return plainReview(printable(path), reviewOf(linted), createPositions(model.text))
}

/** The review as a value. Throws in the same cases. */
export function reviewOf(linted: LintedForTool): DocumentReview {
  const { type, model, messages } = designOf(linted)
  return reviewDocument(model, type, messages)
}

function designOf({ path, type, model, messages, templateOf }: LintedForTool) {
  if (templateOf) throw new Error(`“${path}” is the template for the type ${templateOf.title}, not a document.`)
  if (!type)
    throw new Error(
      `“${path}” is not recognised as a design document. If it is one, set its type in its front matter, such as \`documentType: design\`.`,
    )
  if (!model) throw new Error(`“${path}” is too long to read.`)
  return { path, type, model, messages }
}

/**
 * A list of the document types, or the template of one with advice.
 *
 * @param asked the id of the type, and what the document is about
 * @throws Error if there is no such type
 */
export function templateAnswer(
  templates: readonly Template[],
  { type: id, title }: { readonly type?: string | undefined; readonly title?: string | undefined },
  now: Date,
): string {
  const types = templates.flatMap(({ type }) => type ?? [])
  if (id === undefined)
    return [
      'Document types; ask again with one of them to get its text:',
      ...types.map((type) =>
        printable(`- ${type.id}: ${type.title}. ${type.sections.length} sections. ${placesOf(type.files)}`),
      ),
    ].join('\n')
  const found = templates.find(({ type }) => type?.id === id)
  if (!found?.type)
    throw new Error(`Unknown document type “${id}”. The types are ${types.map((type) => type.id).join(', ')}.`)
  const advice = `Fill in what is in brackets or begins with TODO, and keep the headings. ${placesOf(found.type.files)} Elsewhere it needs \`documentType: ${id}\` in its front matter.`
  return `${advice}\n\n${templateText(found, now, title)}`
}

/**
 * The text of a new document from a template.
 * @param title for its title line
 */
export const templateText = ({ snippet }: Template, now: Date, title?: string): string =>
  parseSnippet(fillTitle(snippet.source, title, undefined), createVariables({ now })).text

const placesOf = (files: readonly string[]): string =>
  files.length > 0 ? `Such documents are stored at ${files.join(', ')}.` : 'Such documents can be stored anywhere.'

/**
 * Why a rule cannot be explained; undefined if it exists.
 * @param ids of all rules
 */
export function whyNoRule(id: string, ids: readonly string[]): string | undefined {
  if (ids.includes(id)) return undefined
  const meant = nearest(id, ids)
  return `Unknown rule “${id}”. ${meant === undefined ? `The rules are ${ids.join(', ')}.` : `Did you mean ${meant}?`}`
}
