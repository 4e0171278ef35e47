/** Tells what somebody typed only to fill a place: `asdf asdf`, or the same words that say nothing behind label after label. */

import type { Nodes } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'
import type { Block, BlockGroup, WholeGroup } from './blocks.ts'
import { scanText } from './scan.ts'

/** A label with what stands behind it; without one it is all of a text. */
interface Said {
  readonly label: string
  /** On one line, in lower case. */
  readonly value: string
}

/** What a place says; undefined for a long text, of which nobody fills a place. */
function saidIn(text: string): Said | undefined {
  if (text.length > longest) return undefined
  const colon = text.slice(0, longestLabel).indexOf(':')
  const label = fold(text.slice(0, Math.max(0, colon)))
  const rest = text.slice(colon + 1).replace(/^[*_]{1,3}/, '')
  // `10:30` and an address have no label.
  return label.length > 1 && /^(?:\s|$)/.test(rest) ? { label, value: fold(rest) } : { label: '', value: fold(text) }
}

const longestLabel = 90
const longest = 200

const fold = (text: string): string =>
  text
    .replace(/[\s*_.!]+/g, ' ')
    .trim()
    .toLowerCase()

/** Finds the blocks of a document that say nothing but their label. */
export interface FillerTest {
  /** Whether any of some blocks may be one: of others nothing has to be looked at. */
  mayHave(whole: WholeGroup): boolean
  isFiller(block: Block): boolean
}

/** Create the test for the blocks of a whole document. */
export function createFillerTest(groups: readonly BlockGroup[]): FillerTest {
  const labels = new Map<string, number>()
  const seen = new Set<string>()
  for (const { whole } of groups)
    for (const { label, value } of saidShortlyIn(whole)) {
      // One label may come again and again with the same answer.
      const key = `${label}\n${value}`
      if (!label || !seen.has(key)) labels.set(value, (labels.get(value) ?? 0) + 1)
      seen.add(key)
    }
  // Nearly nothing is said so often, and what is not need not be read.
  const isOften = (value: string): boolean => (labels.get(value) ?? 0) >= oftenEnough
  const isCopied = (value: string, isCell: boolean): boolean => isOften(value) && saysNothing(value, isCell)
  const isFiller = ({ kind, node, text, scan }: Block): boolean => {
    // Nearly no text has such a word, and then nothing of it has to be read again.
    const isTyped = (value: string): boolean => scan.concepts.has('filler') && isOfFillers(value)
    if (kind === 'row') {
      const values = cellsOf(node)
      const empty = values.filter((value) => isTyped(value) || isCopied(value, true))
      // `High` and `Yes` are picked from a list.
      const most = values.filter((value) => value.includes(' ') || empty.includes(value)).length
      return empty.length > 0 && (empty.length * 2 >= values.length || empty.length === most)
    }
    const value = kind === 'text' ? saidIn(text)?.value : undefined
    return value !== undefined && value !== '' && (isTyped(value) || isCopied(value, false))
  }
  const mayHave = (whole: WholeGroup): boolean =>
    whole.concepts.has('filler') || saidShortlyIn(whole).some(({ value }) => isOften(value))
  return { mayHave, isFiller }
}

/** What could stand anywhere, as far as its signs tell, of all that is said in some blocks. */
const saidShortlyIn = remember(({ blocks }: WholeGroup): readonly Said[] =>
  blocks
    .flatMap(({ kind, node, text }): readonly Said[] => {
      if (kind === 'row') return cellsOf(node).map((value) => ({ label: '', value }))
      const said = kind === 'text' ? saidIn(text) : undefined
      return said ? [said] : []
    })
    .filter(({ value }) => value !== '' && !tellsMore.test(value)),
)

/** Behind so many labels the same words are no answer to any. */
const oftenEnough = 3

/** What a row says behind its first cell, which names it. */
const cellsOf = (node: Nodes): readonly string[] =>
  node.type === 'tableRow' ? node.children.slice(1).flatMap((cell) => fold(textOf(cell).slice(0, longest)) || []) : []

/** Whether words are nothing but what a hand on the keys or a typesetter leaves. */
function isOfFillers(value: string): boolean {
  const { words, hits } = scanText(value)
  return words > 0 && hits.filter(({ concept }) => concept === 'filler').length === words
}

/**
 * Whether some words that come again have nothing in them that any judge knows, nor a figure or a name in code; or are a whole
 * sentence, which in a cell they have to be: `not null` may stand in each row.
 */
const saysNothing = (value: string, isCell: boolean): boolean => {
  const { words, hits } = scanText(value)
  return words >= (isCell || hits.length > 0 ? sentence : 2) && !tellsMore.test(value)
}

/** A figure, or a name in code or brackets. */
const tellsMore = /[\d`[]/

/** `Handled by the gateway` may answer several questions; with so many words it is a copy. */
const sentence = 7
