/** Decides what type a document is of, and which files are no documents at all. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentModel } from '../document/document.ts'
import { type Config, isIgnored } from '../lint/config.ts'
import { wordOf } from '../markdown/frontmatter.ts'
import { recogniseNearly } from '../recognition/recognise.ts'
import { detectType, isNamedByPath } from './detect.ts'
import { type DocumentType, noType } from './documentType.ts'
import { isFreeForm } from './guessedType.ts'

/** What the documents of a folder may be. */
interface Known {
  readonly types: readonly DocumentType[]
  /** The team's file. Absent: no config. */
  readonly config?: Config
}

/**
 * What type a document is of. No rule is asked.
 *
 * @param path relative to the folder of the config, with `/`; absent for a document without a file
 * @returns undefined for what is no design document, for what the config ignores, and for the team's own files
 */
export const typeOf = (
  { types, config = {} }: Known,
  document: DocumentModel,
  path?: string,
): DocumentType | undefined =>
  path !== undefined && isLeftOut({ types, config }, path)
    ? undefined
    : (detectType(document, path, types, config.types ?? []) ?? undeclaredType(document))

/**
 * The id of the type that a new document holds to without naming it. A guess demands no sections: a document made from a template that
 * does has to name it. Records are known by their folder, and are written as their neighbours are.
 */
export function settledTypeOf(known: Known, document: DocumentModel, path?: string): string | undefined {
  const type = typeOf(known, document, path)
  const whole = known.types.find(({ id }) => id === type?.id)
  return type?.isGuessed && whole && !isDecisionType(whole) && !isFreeForm(whole) ? undefined : type?.id
}

/** Whether a document that has no type is so much like a design that its author should be asked: nobody has said that it is none. */
export const isNearlyOne = ({ types, config = {} }: Known, document: DocumentModel, path?: string): boolean =>
  document.frontmatter.data['documentType'] === undefined &&
  !(path !== undefined && (isLeftOut({ types, config }, path) || isNamedByPath(config.types ?? [], path))) &&
  recogniseNearly(document, path) !== undefined

/**
 * Whether a file is one of those that say what holds for documents. It is no document itself: the placeholders of a template
 * are meant to stand there.
 *
 * @param path relative to the folder that holds `.design-docs`, with `/`
 */
export const isTeamFile = ({ types }: Pick<Known, 'types'>, path: string): boolean =>
  path.startsWith('.design-docs/') || types.some((type) => type.path === path)

/** Whether a file is not to be looked at as a document: one of the team's own, or one that its config ignores. @param path as above */
export const isLeftOut = ({ types, config = {} }: Known, path: string): boolean =>
  isTeamFile({ types }, path) || isIgnored(config, path)

/**
 * A document that calls itself a design document by a type that is not known, or in front matter that cannot be read, is
 * one: it shall hear of the mistake. Its type demands nothing. Undefined for all others.
 */
function undeclaredType(document: DocumentModel): DocumentType | undefined {
  const { data, problem, range } = document.frontmatter
  const declared = data['documentType']
  const isMeant = problem && range && /^documentType[ \t]*:/m.test(document.text.slice(range.start, range.end))
  if (declared === noType || (declared === undefined && !isMeant)) return undefined
  const id = wordOf(declared) ?? 'unknown'
  return {
    id,
    title: id,
    titlePrefix: '',
    files: [],
    sections: [],
    tabStops: [],
    document,
    coversSystem: false,
    rules: undefined,
  }
}
