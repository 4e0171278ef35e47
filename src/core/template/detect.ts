/** Detects the document type of a text, by front matter, path, title and headings. */

import { createRecord } from '../data/records.ts'
import { variantOf } from '../data/variantOf.ts'
import { isDecisionType } from '../decisions/record.ts'
import { statusOf } from '../decisions/status.ts'
import { type DocumentModel, titleKey } from '../document/document.ts'
import { titleOf } from '../recognition/content.ts'
import { genreOfTitle, hasCommonTitle, needsName } from '../recognition/genres.ts'
import { isAboutFolder, isTemplateFile } from '../recognition/path.ts'
import { isFiledAsDecision, recognise, recogniseNearly } from '../recognition/recognise.ts'
import { compileGlobs } from '../text/globs.ts'
import type { DocumentType, SectionSpec } from './documentType.ts'
import { guessedType } from './guessedType.ts'

/** Globs and the document type they map to, strongest first. */
export type TypeGlobs = readonly (readonly [globs: readonly string[], typeId: string])[]

/**
 * Determine the type of a document: by `documentType` in front matter, then by the globs of the config and of the
 * team's templates, then by a template's title line. If none of these names it, path and content have to agree, and the
 * type is a guess. Undefined for a Markdown file that is not a design document: it gets no diagnostics. Better none
 * than wrong ones.
 */
export function detectType(
  document: DocumentModel,
  path: string | undefined,
  types: readonly DocumentType[],
  globs: TypeGlobs,
): DocumentType | undefined {
  const byId = (id: unknown) => types.find((type) => type.id === id)
  const declared = document.frontmatter.data['documentType']
  if (declared !== undefined) return byId(declared)
  const isFiled = (files: readonly string[]) => path !== undefined && isListed(files, path)
  const configured = globs.find(([files]) => isFiled(files))
  if (configured) return byId(configured[1])
  const isOurs = ({ path: file }: DocumentType) => file === undefined
  const keys = new Set(document.sections.filter((section) => section !== document.title).map(({ key }) => key))
  const resemblances = types
    .filter(({ mustBeDeclared }) => !mustBeDeclared)
    .map((type) => ({ type, ...resemblance(document, keys, type) }))
  // Formats share folders: the headings decide among types filed in this folder, or the first one if none match.
  const filed = resemblances.filter(({ type }) => isFiled(type.files))
  const ofTeam = filed.filter(({ type }) => !isOurs(type))
  const named = closest(ofTeam.filter(({ present }) => present > 0)) ?? ofTeam[0] ?? namedByTitle(resemblances)
  if (named && (path === undefined || ofTeam.includes(named) || !isTemplateFile(path))) return named.type
  const guess = guessOf(document, path, resemblances, filed)
  return guess && guessedType(guess)
}

/** Like `detectType`, as if the document did not declare its type: the type of others like it that declare none. */
export function detectUndeclared(
  document: DocumentModel,
  path: string | undefined,
  types: readonly DocumentType[],
  globs: TypeGlobs,
): DocumentType | undefined {
  const { frontmatter } = document
  const data = createRecord(Object.entries(frontmatter.data).filter(([key]) => key !== 'documentType'))
  return detectType(variantOf(document, { frontmatter: { ...frontmatter, data } }), path, types, globs)
}

/**
 * The type to suggest first when somebody declares what a document is: the one it resembles most, however little.
 * Undefined only if there is no free-form type.
 */
export function likeliestType(
  document: DocumentModel,
  path: string | undefined,
  types: readonly DocumentType[],
): DocumentType | undefined {
  const keys = new Set(document.sections.filter((section) => section !== document.title).map(({ key }) => key))
  const resemblances = types.map((type) => ({ type, ...resemblance(document, keys, type) }))
  const kind = recognise(document, path) ?? recogniseNearly(document, path)
  const best = kind === 'decision' ? smallestDecision(resemblances) : closest(resemblances.filter(isOne))
  return best?.type ?? types.find(({ id }) => id === (kind ?? 'design'))
}

/** The type that a document looks like if nothing names one. */
function guessOf(
  document: DocumentModel,
  path: string | undefined,
  resemblances: readonly Candidate[],
  filed: readonly Candidate[],
): DocumentType | undefined {
  if (path !== undefined && (isAboutFolder(path) || isTemplateFile(path))) return undefined
  const isDecision = ({ type }: Candidate) => isDecisionType(type)
  const kind = recognise(document, path)
  const genre = genreOfTitle(titleOf(document))
  const called = resemblances.find(({ type, present }) => type.id === genre && type.path === undefined && present > 1)
  if (called && kind !== 'decision' && !(path !== undefined && isFiledAsDecision(path))) return called.type
  // `design` and `rfc` are recognised by words alone; a specific type with more matching headings is more informative.
  const isLike = (each: Candidate) =>
    isGeneral(each.type)
      ? each.type.id === kind
      : isOne(each) && (kind === undefined || isDecision(each) === (kind === 'decision'))
  const byHeadings = closest(resemblances.filter(isLike))
  if (kind === 'decision') return (byHeadings ?? smallestDecision(resemblances))?.type
  // In the folder of a built-in type, two of its headings are enough.
  const inFolder = closest(
    filed.filter((each) => !isDecision(each) && !isGeneral(each.type) && (each.present > 1 || each.headings === 0)),
  )
  return (inFolder ?? byHeadings)?.type
}

type Candidate = Resemblance & { readonly type: DocumentType }

/** The decision format that fits best; among equals, the one with the fewest sections. */
function smallestDecision(resemblances: readonly Candidate[]): Candidate | undefined {
  const formats = resemblances.filter(({ type }) => isDecisionType(type) && type.path === undefined)
  return formats.toSorted((a, b) => b.present - a.present || a.type.sections.length - b.type.sections.length)[0]
}

const demandedBy = ({ sections }: DocumentType): number => sections.filter(({ isRequired }) => isRequired).length

/** Types that resemble many documents: only `recognise` decides on them. */
const isGeneral = ({ id, path }: DocumentType): boolean => path === undefined && (id === 'rfc' || id === 'design')

/** Whether a config declares the type of a file, or that it has none. */
export const isNamedByPath = (globs: TypeGlobs, path: string): boolean => globs.some(([files]) => isListed(files, path))

/** Whether globs claim a file. An index or readme in a folder of decisions is not claimed unless a glob names it. */
function isListed(files: readonly string[], path: string): boolean {
  const isAbout = /(?:^|\/)(?:readme|index|template|_?\d{0,4}-?template)\.md$/i.test(path)
  return compileGlobs(files).some(
    ({ pattern, matches }) => !(isAbout && pattern.slice(pattern.lastIndexOf('/') + 1).includes('*')) && matches(path),
  )
}

/** How much a document resembles a type. */
interface Resemblance {
  readonly hasTitle: boolean
  /** Headings other than the title. */
  readonly headings: number
  /** Sections of the type that the document has. */
  readonly present: number
  /** The share of required sections that are present, from 0 to 1, not counting those nested in required ones. */
  readonly share: number
  readonly ownShare: number
  /** The share of all required sections, nested ones included, present under the template's own titles, from 0 to 1. */
  readonly ownPart: number
  /** How unlikely it is that these headings occur together by chance. */
  readonly evidence: number
  /** Evidence for the type minus evidence against it, to choose between similar types. */
  readonly fit: number
}

/** @param keys folded titles of the document's sections */
function resemblance(document: DocumentModel, keys: ReadonlySet<string>, type: DocumentType): Resemblance {
  const matchOf = ({ keys: [own = '', ...aliases] }: SectionSpec) => {
    // The status may also be in a line, a table or front matter.
    const key = keys.has(own) ? own : aliases.find((alias) => keys.has(alias))
    if (key === undefined) return own === 'status' && statusOf(document) ? { rarity: 1, weight: 0.5 } : undefined
    // Single words match by chance more often than several, and synonyms more often than the template's own titles.
    return { rarity: /\s/.test(key) ? 2 : 1, weight: key === own ? 1 : 0.5 }
  }
  const matched = type.sections.flatMap((spec) => {
    const match = matchOf(spec)
    return match ? [{ spec, ...match }] : []
  })
  const top = matched.filter(({ spec }) => !spec.parent?.isRequired)
  const demanded = type.sections.filter((spec) => spec.isRequired && !spec.parent?.isRequired)
  const met = top.filter(({ spec }) => spec.isRequired)
  const share = met.length / Math.max(1, demanded.length)
  const hasTitle = hasTitleOf(document, type)
  const ownPart =
    matched.filter(({ spec, weight }) => spec.isRequired && weight === 1).length / Math.max(1, demandedBy(type))
  return {
    hasTitle,
    headings: keys.size,
    present: matched.length,
    share,
    ownPart,
    ownShare: sum(met.map(({ weight }) => weight)) / Math.max(1, demanded.length),
    // If nothing is missing, synonyms and translations are not a coincidence either.
    evidence: sum(top.map(({ rarity, weight }) => rarity * (share === 1 ? 1 : weight))),
    // Among types with the same matches, prefer the one with the fewest unmet requirements.
    fit:
      sum(matched.map(({ weight }) => weight)) -
      (demanded.length - met.length) / 10 +
      (hasTitle && !isDecisionType(type) ? 1 : 0) +
      // A small format that has nothing left to ask for fits better than part of a large one.
      (isDecisionType(type) && ownPart === 1 ? 1 : 0) -
      (isGeneral(type) ? 1 : 0),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Whether the title line names a type and, if there are headings, at least one agrees. A prefix for a number, such as
 * `ADR-`, or a common one, such as `Runbook:`, occurs in many documents not made from our template: these must also
 * have most of the required sections, under the template's own titles.
 */
const isNamedByTitle = ({ hasTitle, headings, present, ownPart, type }: Candidate): boolean =>
  hasTitle &&
  (/[-#]$/.test(type.titlePrefix) || (type.path === undefined && hasCommonTitle(type.id))
    ? ownPart >= 0.6
    : present > 0 || headings === 0)

/** The type that the title line names, unless the headings are those of another of our decision formats. */
function namedByTitle(candidates: readonly Candidate[]): Candidate | undefined {
  const named = closest(candidates.filter(isNamedByTitle))
  const isOurFormat = ({ type }: Candidate) => isDecisionType(type) && type.path === undefined
  if (!named || !isOurFormat(named)) return named
  return closest(candidates.filter(isOurFormat)) === named ? named : undefined
}

/** Whether a document resembles a type by its headings alone, or by a title line that is not conclusive. */
const isOne = ({ hasTitle, present, share, ownShare, evidence, type }: Candidate): boolean =>
  !isGeneral(type) &&
  (hasTitle
    ? present > 1
    : !(type.path === undefined && needsName(type.id)) &&
      evidence >= 4 &&
      (share === 1 || (share >= 0.6 && ownShare >= 0.5)))

/** The candidate that fits best; the first one among equals. */
const closest = <T extends Resemblance>(candidates: readonly T[]): T | undefined =>
  candidates.toSorted((a, b) => b.fit - a.fit)[0]

/**
 * Whether a document's title line starts like that of a type's template, whether or not the document is of that type.
 */
export function hasTitleOf({ title, prose, rangeOf }: DocumentModel, { titlePrefix }: DocumentType): boolean {
  if (!titlePrefix || !title) return false
  const prefix = titlePrefix.toLowerCase()
  const line = prose
    .slice(title.start, rangeOf(title.heading).end)
    .replace(/^#+\s*/, '')
    .trim()
    .toLowerCase()
  if (!/[-#]$/.test(prefix)) return line.startsWith(prefix)
  // A prefix for a number, such as `ADR-`, matches both `ADR 7: …` and `adr-0007 …`.
  const word = titleKey(prefix)
  return line.startsWith(word) && /^[\s\-#:]*\d/.test(line.slice(word.length))
}
