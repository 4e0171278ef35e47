/** Determines the type of a document, and which files are not documents at all. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentModel } from '../document/document.ts'
import { type Config, isIgnored } from '../lint/config.ts'
import { wordOf } from '../markdown/frontmatter.ts'
import { recogniseNearly } from '../recognition/recognise.ts'
import { detectType, isNamedByPath } from './detect.ts'
import { type DocumentType, noType } from './documentType.ts'
import { isFreeForm } from './guessedType.ts'

/** What determines the types of documents in a folder. */
interface Known {
  readonly types: readonly DocumentType[]
  /** The team's config. Absent: none. */
  readonly config?: Config
}

/**
 * The type of a document. Runs no rules.
 *
 * @param path relative to the folder of the config, with `/`; absent for a document without a file
 * @returns undefined for files that are not design documents, that the config ignores, or that are the team's own
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
 * The id of the type that a new document has without declaring it; undefined if it should declare one. A guessed type
 * requires no sections, so documents made from a template that does must name it. Decision records are recognised by
 * their folder and follow their neighbours.
 */
export function settledTypeOf(known: Known, document: DocumentModel, path?: string): string | undefined {
  const type = typeOf(known, document, path)
  const whole = known.types.find(({ id }) => id === type?.id)
  return type?.isGuessed && whole && !isDecisionType(whole) && !isFreeForm(whole) ? undefined : type?.id
}

/** Whether a document without a type resembles a design enough to ask its author: nothing declares that it is none. */
export const isNearlyOne = ({ types, config = {} }: Known, document: DocumentModel, path?: string): boolean =>
  document.frontmatter.data['documentType'] === undefined &&
  !(path !== undefined && (isLeftOut({ types, config }, path) || isNamedByPath(config.types ?? [], path))) &&
  recogniseNearly(document, path) !== undefined

/**
 * Whether a file configures the linter: a file in `.design-docs`, or a template. It is not a document itself, since the
 * placeholders of a template are meant to stay.
 *
 * @param path relative to the folder that contains `.design-docs`, with `/`
 */
export const isTeamFile = ({ types }: Pick<Known, 'types'>, path: string): boolean =>
  path.startsWith('.design-docs/') || types.some((type) => type.path === path)

/** Whether a file is not treated as a document: it is a team file, or the config ignores it. @param path as above */
export const isLeftOut = ({ types, config = {} }: Known, path: string): boolean =>
  isTeamFile({ types }, path) || isIgnored(config, path)

/**
 * The type of a document that declares an unknown type, or one in front matter that cannot be parsed, so that the
 * mistake is reported. It requires nothing. Undefined for all other documents.
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
