import { matchesGlob } from './config.ts'
import { type DocumentModel, titleKey } from './document.ts'
import type { DocumentType } from './template.ts'

/** Globs and the document type they stand for, the strongest first. */
export type TypeGlobs = readonly (readonly [globs: readonly string[], typeId: string])[]

/**
 * Say of which type a document is: front matter `documentType`, then globs, then its title line and headings.
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
  const all: TypeGlobs = [...globs, ...types.map((type) => [type.files, type.id] as const)]
  const matched = path === undefined ? undefined : all.find(([files]) => matchesGlob(files, path))
  // An index or a readme in the folder of the decisions is no decision.
  if (matched && !/(?:^|\/)(?:readme|index|template|_?\d{0,4}-?template)\.md$/i.test(path ?? ''))
    return byId(matched[1])
  const scored = types
    .map((type) => ({ type, score: resemblance(document, type) }))
    .toSorted((a, b) => b.score - a.score)
  return scored[0] && scored[0].score >= 1 ? scored[0].type : undefined
}

/** How much a document looks like a type; from 1 on it is one. */
function resemblance(document: DocumentModel, type: DocumentType): number {
  const keys = new Set(document.sections.filter((section) => section !== document.title).map(({ key }) => key))
  const demanded = type.sections.filter((spec) => spec.isRequired && !spec.parent?.isRequired)
  const present = demanded.filter((spec) => spec.keys.some((key) => keys.has(key))).length
  const share = demanded.length > 0 ? present / demanded.length : 0
  if (hasTitleOf(document, type)) return 1 + share
  // Three headings in common happen by chance; most of them do not.
  return present >= 4 ? share / enough : 0
}

/** The share of required top sections that makes a document one of the type without its title line. */
const enough = 0.6

function hasTitleOf({ title, text }: DocumentModel, { titlePrefix }: DocumentType): boolean {
  if (!titlePrefix || !title) return false
  const prefix = titlePrefix.toLowerCase()
  const line = text
    .slice(title.start, title.heading.position?.end.offset)
    .replace(/^#+\s*/, '')
    .trim()
    .toLowerCase()
  if (!/[-#]$/.test(prefix)) return line.startsWith(prefix)
  // A prefix that ends in a number's place, such as `ADR-`: `ADR 7: …` and `adr-0007 …` are the same.
  const word = titleKey(prefix)
  return line.startsWith(word) && /^[\s\-#:]*\d/.test(line.slice(word.length))
}
