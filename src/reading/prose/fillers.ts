/** Detects text typed only to fill a place: `asdf asdf`, or the same empty words after one label after another. */

import type { Nodes } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'
import type { Block, BlockGroup, WholeGroup } from './blocks.ts'
import { type Scan, scanText } from './scan.ts'

/** A label and the text after it; without a label, the whole text. */
interface Said {
  readonly label: string
  /** On one line, in lower case. */
  readonly value: string
}

/** A text split at its label; undefined for one that is too long to be a filler. */
const saidIn = remember((_: Scan, text: string): Said | undefined => {
  if (text.length > longest) return undefined
  const colon = text.slice(0, longestLabel).indexOf(':')
  const label = fold(text.slice(0, Math.max(0, colon)))
  const rest = text.slice(colon + 1).replace(/^[*_]{1,3}/, '')
  // `10:30` and URLs have no label.
  return label.length > 1 && /^(?:\s|$)/.test(rest) ? { label, value: fold(rest) } : { label: '', value: fold(text) }
})

const longestLabel = 90
const longest = 200

const fold = (text: string): string =>
  text
    .replace(/[\s*_.!]+/g, ' ')
    .trim()
    .toLowerCase()

/** Finds the blocks of a document that say nothing beyond their label. */
export interface FillerTest {
  /** Whether a group may contain such blocks; if not, it can be skipped. */
  mayHave(whole: WholeGroup): boolean
  isFiller(block: Block): boolean
}

/** Creates the test for the blocks of a whole document. */
export function createFillerTest(groups: readonly BlockGroup[]): FillerTest {
  const labels = new Map<string, number>()
  const seen = new Set<string>()
  for (const { whole } of groups)
    for (const { label, value } of saidShortlyIn(whole)) {
      // The same label may repeat with the same answer.
      const key = `${label}\n${value}`
      if (!label || !seen.has(key)) labels.set(value, (labels.get(value) ?? 0) + 1)
      seen.add(key)
    }
  // Almost no text repeats this often, and the others need not be scanned.
  const isOften = (value: string): boolean => (labels.get(value) ?? 0) >= oftenEnough
  const isCopied = (value: string, isCell: boolean): boolean => isOften(value) && saysNothing(value, isCell)
  const isFiller = ({ kind, node, text, scan }: Block): boolean => {
    // Almost no text has a filler word, and the others need not be scanned again.
    const isTyped = (value: string): boolean => scan.concepts.has('filler') && isOfFillers(value)
    if (kind === 'row') {
      const values = cellsOf(node)
      const empty = values.filter((value) => isTyped(value) || isCopied(value, true))
      // `High` and `Yes` are picked from a list.
      const most = values.filter((value) => value.includes(' ') || empty.includes(value)).length
      return empty.length > 0 && (empty.length * 2 >= values.length || empty.length === most)
    }
    const value = kind === 'text' ? saidIn(scan, text)?.value : undefined
    return value !== undefined && value !== '' && (isTyped(value) || isCopied(value, false))
  }
  const mayHave = (whole: WholeGroup): boolean =>
    whole.concepts.has('filler') || saidShortlyIn(whole).some(({ value }) => isOften(value))
  return { mayHave, isFiller }
}

/** The short texts in some blocks that could stand anywhere, as far as their characters tell. */
const saidShortlyIn = remember(({ blocks }: WholeGroup): readonly Said[] =>
  blocks
    .flatMap(({ kind, node, text, scan }): readonly Said[] => {
      if (kind === 'row') return cellsOf(node).map((value) => ({ label: '', value }))
      const said = kind === 'text' ? saidIn(scan, text) : undefined
      return said ? [said] : []
    })
    .filter(({ value }) => value !== '' && !tellsMore.test(value)),
)

/** After this many labels, the same words answer none of them. */
const oftenEnough = 3

/** The cells of a row after the first, which names it. */
const cellsOf = remember((node: Nodes): readonly string[] =>
  node.type === 'tableRow' ? node.children.slice(1).flatMap((cell) => fold(textOf(cell).slice(0, longest)) || []) : [],
)

/** Whether a text consists only of keyboard mash or typesetters' filler. */
function isOfFillers(value: string): boolean {
  const { words, hits } = scanText(value)
  return words > 0 && hits.filter(({ concept }) => concept === 'filler').length === words
}

/**
 * Whether repeated words contain nothing that a judge knows, no figure and no name in code; or are a whole sentence. In
 * a table cell they must be a sentence, since `not null` may be in every row.
 */
const saysNothing = (value: string, isCell: boolean): boolean => {
  const { words, hits } = scanText(value)
  return words >= (isCell || hits.length > 0 ? sentence : 2) && !tellsMore.test(value)
}

/** A figure, or a name in code or brackets. */
const tellsMore = /[\d`[]/

/** `Handled by the gateway` may answer several questions, but with this many words it is a copy. */
const sentence = 7
