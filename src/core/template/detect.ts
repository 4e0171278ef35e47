/** Tells which document type a text is of: by front matter, path, title and headings. */

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

/** Globs and the document type they stand for, the strongest first. */
export type TypeGlobs = readonly (readonly [globs: readonly string[], typeId: string])[]

/**
 * Say of which type a document is: front matter `documentType`, then globs of the config and of the team's templates, then the
 * title line of a template. Where nobody has named it, its path and what it says have to agree, and its type is a guess.
 * Undefined for a Markdown file that is no design document: it gets no diagnostic at all. Better none than a wrong one.
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
  const resemblances = types.map((type) => ({ type, ...resemblance(document, keys, type) }))
  // Formats share folders: of those that a folder may hold, the headings say which it is, and the first when they say nothing.
  const filed = resemblances.filter(({ type }) => isFiled(type.files))
  const ofTeam = filed.filter(({ type }) => !isOurs(type))
  const named =
    closest(ofTeam.filter(({ present }) => present > 0)) ?? ofTeam[0] ?? closest(resemblances.filter(isNamedByTitle))
  if (named && (path === undefined || ofTeam.includes(named) || !isTemplateFile(path))) return named.type
  const guess = guessOf(document, path, resemblances, filed)
  return guess && guessedType(guess)
}

/**
 * The type to propose first to who wants to say what a document is: the one that it looks like, however little. Undefined only where
 * there is no type of free form.
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

/** The type that a document looks like which nobody has named. */
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
  // `design` and `rfc` are told by their own words alone; of what is one, a type with more of its headings says more.
  const isLike = (each: Candidate) =>
    isGeneral(each.type)
      ? each.type.id === kind
      : isOne(each) && (kind === undefined || isDecision(each) === (kind === 'decision'))
  const byHeadings = closest(resemblances.filter(isLike))
  if (kind === 'decision') return (byHeadings ?? smallestDecision(resemblances))?.type
  // In the folder of one of our own types a few of its headings are enough.
  const inFolder = closest(
    filed.filter((each) => !isDecision(each) && !isGeneral(each.type) && (each.present > 1 || each.headings === 0)),
  )
  return (inFolder ?? byHeadings)?.type
}

type Candidate = Resemblance & { readonly type: DocumentType }

/** Of the formats of decisions the one that fits best, and of those that fit alike the one that asks for least. */
function smallestDecision(resemblances: readonly Candidate[]): Candidate | undefined {
  const formats = resemblances.filter(({ type }) => isDecisionType(type) && type.path === undefined)
  return formats.toSorted((a, b) => b.present - a.present || a.type.sections.length - b.type.sections.length)[0]
}

const demandedBy = ({ sections }: DocumentType): number => sections.filter(({ isRequired }) => isRequired).length

/** Types that many documents resemble: they are told by `recognise` alone. */
const isGeneral = ({ id, path }: DocumentType): boolean => path === undefined && (id === 'rfc' || id === 'design')

/** Whether a config says of a file what it is, be it that it is none. */
export const isNamedByPath = (globs: TypeGlobs, path: string): boolean => globs.some(([files]) => isListed(files, path))

/** Whether globs claim a file. An index or a readme in the folder of the decisions is no decision, unless a glob names it. */
function isListed(files: readonly string[], path: string): boolean {
  const isAbout = /(?:^|\/)(?:readme|index|template|_?\d{0,4}-?template)\.md$/i.test(path)
  return compileGlobs(files).some(
    ({ pattern, matches }) => !(isAbout && pattern.slice(pattern.lastIndexOf('/') + 1).includes('*')) && matches(path),
  )
}

/** How much a document looks like a type. */
interface Resemblance {
  readonly hasTitle: boolean
  /** Headings under the title. */
  readonly headings: number
  /** Sections of the type that the document has. */
  readonly present: number
  /** How many of the required ones these are, from 0 to 1, and how many when a synonym counts half. */
  readonly share: number
  readonly ownShare: number
  /** How many of all required ones, nested ones too, it has under the title that the template gives them, from 0 to 1. */
  readonly ownPart: number
  /** How unlikely it is that these headings came together by chance. */
  readonly evidence: number
  /** What speaks for the type less what speaks against it, to tell it from its like. */
  readonly fit: number
}

/** @param keys the folded titles of the sections */
function resemblance(document: DocumentModel, keys: ReadonlySet<string>, type: DocumentType): Resemblance {
  const matchOf = ({ keys: [own = '', ...aliases] }: SectionSpec) => {
    // The status may stand in a line, a table or front matter as well.
    const key = keys.has(own) ? own : aliases.find((alias) => keys.has(alias))
    if (key === undefined) return own === 'status' && statusOf(document) ? { rarity: 1, weight: 0.5 } : undefined
    // Two words meet by chance less often than one, the template's own words less often than synonyms.
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
  return {
    hasTitle,
    headings: keys.size,
    present: matched.length,
    share,
    ownPart:
      matched.filter(({ spec, weight }) => spec.isRequired && weight === 1).length / Math.max(1, demandedBy(type)),
    ownShare: sum(met.map(({ weight }) => weight)) / Math.max(1, demanded.length),
    // Where nothing is missing, synonyms and translations are no chance either.
    evidence: sum(top.map(({ rarity, weight }) => rarity * (share === 1 ? 1 : weight))),
    // Of types that have the same of a document, the one that asks for least beyond it.
    fit:
      sum(matched.map(({ weight }) => weight)) -
      (demanded.length - met.length) / 10 +
      (hasTitle && !isDecisionType(type) ? 1 : 0) -
      (isGeneral(type) ? 1 : 0),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Whether the title line names a type, unless no heading agrees with it. One that ends in a number's place, such as `ADR-`, or that is
 * as common as `Runbook:` many have who never saw our template: they have to have most of what it demands, too, in its own words.
 */
const isNamedByTitle = ({ hasTitle, headings, present, ownPart, type }: Candidate): boolean =>
  hasTitle &&
  (/[-#]$/.test(type.titlePrefix) || (type.path === undefined && hasCommonTitle(type.id))
    ? ownPart >= 0.6
    : present > 0 || headings === 0)

/** Whether a document looks like a type by its headings alone, or with a title line that others have as well. */
const isOne = ({ hasTitle, present, share, ownShare, evidence, type }: Candidate): boolean =>
  !isGeneral(type) &&
  (hasTitle
    ? present > 1
    : !(type.path === undefined && needsName(type.id)) &&
      evidence >= 4 &&
      (share === 1 || (share >= 0.6 && ownShare >= 0.5)))

/** The one that fits best; of those that fit alike the first. */
const closest = <T extends Resemblance>(candidates: readonly T[]): T | undefined =>
  candidates.toSorted((a, b) => b.fit - a.fit)[0]

/** Whether the title line of a document is written as a type's template has it, be the document of that type or not. */
export function hasTitleOf({ title, prose, rangeOf }: DocumentModel, { titlePrefix }: DocumentType): boolean {
  if (!titlePrefix || !title) return false
  const prefix = titlePrefix.toLowerCase()
  const line = prose
    .slice(title.start, rangeOf(title.heading).end)
    .replace(/^#+\s*/, '')
    .trim()
    .toLowerCase()
  if (!/[-#]$/.test(prefix)) return line.startsWith(prefix)
  // A prefix that ends in a number's place, such as `ADR-`: `ADR 7: …` and `adr-0007 …` are the same.
  const word = titleKey(prefix)
  return line.startsWith(word) && /^[\s\-#:]*\d/.test(line.slice(word.length))
}
