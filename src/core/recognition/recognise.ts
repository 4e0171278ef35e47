/** Says what kind of design document a Markdown file is that nobody has named, or that it is none: path and content have to agree. */
import { statusOf } from '../decisions/status.ts'
import type { DocumentModel } from '../document/document.ts'
import { type ContentReading, readContent } from './content.ts'
import { type PathReading, readPath } from './path.ts'
import type { Kind } from './pathWords.ts'

/** How much a document has to say for itself, by what its path says: the more, the less. */
const least = { both: 0.5, folder: 2, name: 2.5, nothing: 4 } as const
/** A readme at the root has to be nothing but a design. */
const sureReadme = 8
/** So much more in a place for texts of another sort. */
const elsewhere = 3.5
/** From here on a document is nearly one, and how much may speak against it: where its path speaks for it, and where it does not. */
const nearly = { placed: { score: -2, against: -4, words: 80 }, alone: { score: 2, against: -3, words: 150 } } as const

/**
 * @param path from the folder of the config, with `/`; absent for a document without a file
 * @returns undefined for what is no design document, and where nothing is sure enough
 */
export function recognise(document: DocumentModel, path: string | undefined): Kind | undefined {
  const place = readPath(path)
  if (place.isNone && !place.isRootReadme) return undefined
  const content = readContent(document)
  // The readme of a project whose product is a design.
  if (place.isRootReadme) return content.score >= sureReadme && content.against === 0 ? 'design' : undefined
  if (isDecision(document, place, content)) return 'decision'
  const said = place.folder && place.name ? 'both' : place.folder ? 'folder' : place.name ? 'name' : 'nothing'
  if (!isEnough(content, said, place.isElsewhere)) return undefined
  return isProposal(place, content) ? 'rfc' : 'design'
}

/**
 * Say what kind a document is nearly of that `recognise` takes for none: enough to ask its author once, quietly. Never for a readme,
 * a changelog and the like, nor for what stands among guides.
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

/** Whether a path says all by itself that what looks like a decision is one. */
export const isFiledAsDecision = (path: string): boolean => readPath(path).folder === 'decision'

function isEnough(
  { score, against, words, headings }: ContentReading,
  said: keyof typeof least,
  isElsewhere: boolean,
): boolean {
  const isPlaced = said === 'folder' || said === 'both'
  // A title alone is not enough, and what speaks for it has to be much more than what speaks against it.
  const isClear = isPlaced || ((headings > 1 || words >= 150) && score - against >= -2 * against)
  if (score >= least[said] + (isElsewhere ? elsewhere : 0)) return isClear
  // Of what is nothing but its own subject, a place for designs is enough, if it says something and nothing speaks against it.
  return said !== 'nothing' && !isElsewhere && against >= -1 && words >= 80
}

/** A record has a decision in it: what was decided, and why, or what follows; or it has a status, in a folder of decisions. */
function isDecision(
  document: DocumentModel,
  { folder, name, isElsewhere, isNumbered }: PathReading,
  { decision, title, headings, families, words }: ContentReading,
): boolean {
  const has = (...parts: readonly ('outcome' | 'options' | 'follows' | 'context' | 'status')[]) =>
    parts.filter((part) => decision.has(part)).length
  const isFiled = folder === 'decision' || name === 'decision' || title === 'decision'
  // A record that has only just been begun.
  if (folder === 'decision' && isNumbered && headings === 0 && words < 60) return true
  const hasStatus = decision.has('status') || statusOf(document) !== undefined
  // One that calls itself a record, and speaks as one.
  if (title === 'decision' && !isElsewhere && (decision.size > 0 || headings === 0)) return true
  if (isFiled && !isElsewhere)
    return (
      has('outcome') > 0 ||
      (hasStatus && (has('context', 'follows', 'options') > 0 || headings === 0 || folder === 'decision'))
    )
  // Elsewhere the whole shape has to be there, and no more of a proposal's.
  return (
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

/** What a proposal has beside itself, and a description of what is to be seldom. */
const debate = ['motivation', 'drawbacks', 'alternatives', 'prior-art', 'questions']

/** Whether a design argues for a change, as a proposal does, or describes what is to be. */
function isProposal({ folder, name }: PathReading, { title, families }: ContentReading): boolean {
  const shape = ofProposals.filter((family) => families.has(family)).length
  if (title === 'rfc' || folder === 'rfc' || name === 'rfc') return title !== 'design' || shape >= 2
  if (shape >= 3 && (families.has('proposal') || families.has('motivation'))) return true
  // By its headings alone, what proposes and argues for it is one, and what is named or filed as a design is not.
  const isCalledDesign = title === 'design' || folder === 'design' || name === 'design'
  return !isCalledDesign && families.has('proposal') && debate.some((family) => families.has(family))
}
