/**
 * Recognises the kind of design document that a Markdown file is if nothing names it: path and content have to agree.
 */
import { statusOf } from '../decisions/status.ts'
import { hasIndexMark } from '../decisions/tablePlace.ts'
import type { DocumentModel } from '../document/document.ts'
import { type ContentReading, readContent } from './content.ts'
import { type PathReading, readPath } from './path.ts'
import type { Kind } from './pathWords.ts'

/** The score that the content needs; the more the path indicates, the lower. */
const least = { both: 0.5, folder: 2, name: 2.5, nothing: 4 } as const
/** The score for a root readme, which has to be nothing but a design. */
const sureReadme = 8
/** Additional score in a place for other kinds of texts. */
const elsewhere = 3.5
/** Thresholds for `recogniseNearly`: if the path indicates a kind, and if it does not. */
const nearly = { placed: { score: -2, against: -4, words: 80 }, alone: { score: 2, against: -3, words: 150 } } as const

/**
 * Recognise the kind of a design document.
 *
 * @param path relative to the folder of the config, with `/`; absent for a document without a file
 * @returns undefined if it is not a design document, or if the evidence is insufficient
 */
export function recognise(document: DocumentModel, path: string | undefined): Kind | undefined {
  const place = readPath(path)
  if (place.isNone && !place.isRootReadme) return undefined
  const content = readContent(document)
  // For example, the readme of a project whose product is a design.
  if (place.isRootReadme) return content.score >= sureReadme && content.against === 0 ? 'design' : undefined
  if (isDecision(document, place, content)) return hasIndexMark(document) ? undefined : 'decision'
  const said = place.folder && place.name ? 'both' : place.folder ? 'folder' : place.name ? 'name' : 'nothing'
  if (!isEnough(content, said, place.isElsewhere)) return undefined
  return isProposal(place, content) ? 'rfc' : 'design'
}

/**
 * Recognise what kind a document resembles that `recognise` rejects: enough to ask its author once, unobtrusively.
 * Never for a readme, a changelog and the like, nor for a file among guides.
 *
 * @param path as above
 */
export function recogniseNearly(document: DocumentModel, path: string | undefined): Kind | undefined {
  const place = readPath(path)
  if (place.isNone || place.isRootReadme || place.isElsewhere) return undefined
  const content = readContent(document)
  const isPlaced = place.folder !== undefined || place.name !== undefined
  const { score, against, words } = isPlaced ? nearly.placed : nearly.alone
  if (content.score < score || content.against < against || content.words < words || content.headings < 2)
    return undefined
  if (place.folder === 'decision' || place.name === 'decision') return 'decision'
  return isProposal(place, content) ? 'rfc' : 'design'
}

/** Whether the path alone settles that what looks like a decision is one. */
export const isFiledAsDecision = (path: string): boolean => readPath(path).folder === 'decision'

function isEnough(
  { score, against, words, headings }: ContentReading,
  said: keyof typeof least,
  isElsewhere: boolean,
): boolean {
  const isPlaced = said === 'folder' || said === 'both'
  // A title alone is not enough, and the evidence for a design has to outweigh that against it by far.
  const isClear = isPlaced || ((headings > 1 || words >= 150) && score - against >= -2 * against)
  if (score >= least[said] + (isElsewhere ? elsewhere : 0)) return isClear
  // In a place for designs, unconventional content is enough if it has some length and hardly any evidence against it.
  return said !== 'nothing' && !isElsewhere && against >= -1 && words >= 80
}

/** Whether the content is a decision: an outcome with a reason or consequences; where decisions are filed, a status. */
function isDecision(
  document: DocumentModel,
  { folder, name, isElsewhere, isNumbered }: PathReading,
  { decision, title, headings, families, words }: ContentReading,
): boolean {
  const has = (...parts: readonly ('outcome' | 'options' | 'follows' | 'context' | 'status')[]) =>
    parts.filter((part) => decision.has(part)).length
  const isFiled = folder === 'decision' || name === 'decision' || title === 'decision'
  // A record that has only just been started.
  if (folder === 'decision' && isNumbered && headings === 0 && words < 60) return true
  const hasStatus = decision.has('status') || statusOf(document) !== undefined
  // It is titled as a record, and has at least one section of one.
  if (title === 'decision' && !isElsewhere && (decision.size > 0 || headings === 0)) return true
  if (isFiled && !isElsewhere)
    return (
      has('outcome') > 0 ||
      (hasStatus && (has('context', 'follows', 'options') > 0 || headings === 0 || folder === 'decision'))
    )
  // Elsewhere the whole structure is required, and little else: a design may have a section with such a structure.
  return (
    headings <= 4 * decision.size &&
    has('outcome') > 0 &&
    has('follows', 'options') > 0 &&
    has('context') > 0 &&
    hasStatus &&
    !families.has('proposal') &&
    !families.has('incident') &&
    !isElsewhere
  )
}

const ofProposals = [
  'motivation',
  'proposal',
  'drawbacks',
  'alternatives',
  'prior-art',
  'questions',
  'rollout',
  'non-goals',
]

/** Sections in which a proposal argues for itself; rare in descriptions of a design. */
const debate = ['motivation', 'drawbacks', 'alternatives', 'prior-art', 'questions']

/** Whether a design argues for a change, like a proposal, instead of describing what is to be built. */
function isProposal({ folder, name }: PathReading, { title, families }: ContentReading): boolean {
  const shape = ofProposals.filter((family) => families.has(family)).length
  if (title === 'rfc' || folder === 'rfc' || name === 'rfc') return title !== 'design' || shape >= 2
  // By headings alone, a text that proposes and argues is a proposal, unless it is titled or filed as a design.
  if (title === 'design' || folder === 'design' || name === 'design') return false
  if (shape >= 3 && (families.has('proposal') || families.has('motivation'))) return true
  return families.has('proposal') && debate.some((family) => families.has(family))
}
