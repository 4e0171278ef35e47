/** Parses successive texts of a document slice by slice, each time only what changed. */

import type { Nodes, Root, RootContent } from 'mdast'
import { addToGroup, groupBy } from '../data/groupBy.ts'
import { finish } from '../data/steps.ts'
import { detached } from '../text/detached.ts'
import { countLines } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { mayHaveNotes, readWithNotes } from './admonitions.ts'
import { cutsOfParts } from './borders.ts'
import { mostOfBlock, mostOfText } from './cost.ts'
import { htmlEnds } from './cuts.ts'
import { isElement, readHtmlDiagram } from './htmlDiagrams.ts'
import { withKnownSigns } from './knownSigns.ts'
import { guessLabels, labelOf, mentionedIn } from './labels.ts'
import { type Labels, parseMarkdown } from './markdown.ts'
import { placedTree } from './placedTree.ts'
import { readBlock } from './readBlock.ts'
import { readPlainly } from './readPlainly.ts'
import type { CutText } from './sharedCuts.ts'

/**
 * A parsed text: an immutable value, unaffected by what its parser parses next. Successive texts share the nodes of
 * unchanged parts, so a node does not know its offset in the text: use `rangeOf`.
 */
export interface ParsedText {
  /** Without the byte order mark that it may have begun with. */
  readonly text: string
  /**
   * Set if the text has so many delimiters for its length that parsing would take too long: part of it is plain text.
   */
  readonly isTooDense?: true
  /** The parts of the text, in order and without gaps. Successive texts share unchanged slices. */
  readonly slices: readonly Slice[]
  /** The UTF-16 offset of a slice. */
  startOf(slice: Slice): number
  /** Top-level nodes in document order. */
  readonly blocks: readonly RootContent[]
  /** Nodes of one type in document order. */
  nodes<T extends Nodes['type']>(type: T): readonly Extract<Nodes, { type: T }>[]
  /** The range of a node, in UTF-16 offsets. Throws for a node of another text, which is a programming error. */
  rangeOf(node: Nodes): Range
  /**
   * The whole text as one mdast tree with positions, for other tools. A copy; costs time and memory for the whole text.
   */
  tree(): Root
}

/** Parses successive texts of one document, each time only what changed. */
export interface Parser {
  parse(text: string): ParsedText
  /**
   * Like `parse`, in steps, one per slice, so that callers can yield in between or stop at any step. Only one run may
   * be in progress.
   */
  steps(text: string): Generator<void, ParsedText>
}

/** A part of the text that, parsed on its own, has the same nodes as within the whole. */
export interface Slice {
  /** Its part of the parser's input, with the same length as in the text. */
  readonly text: string
  /** Its top-level nodes. */
  readonly children: Root['children']
  /** Its nodes of one type in document order. */
  nodes<T extends Nodes['type']>(type: T): readonly Extract<Nodes, { type: T }>[]
}

/** A slice with the details that its parser needs. */
interface ParsedSlice extends Slice {
  readonly byType: Map<string, Nodes[]>
  readonly own: Labels
  /** Whether it was read as plain text, without parsing. */
  readonly isPlain: boolean
  /** The labels of the whole document that this slice mentions, as given to the parser. */
  readonly mentions: string
  /** Number of line breaks in it. */
  readonly lines: number
}

/**
 * Create a parser for one document.
 *
 * micromark's cost grows faster than its input, and a keystroke changes one section. So the text is cut where a block
 * certainly starts, each slice is parsed on its own, and slices with unchanged text keep their nodes. Node positions
 * are relative to the slice, which may have a different offset in the next text.
 *
 * @param earlier a text that is similar to the first one, whose slices can be shared; absent: none
 */
export function createParser(earlier?: Pick<ParsedText, 'slices'>): Parser {
  let slices: readonly ParsedSlice[] = (earlier?.slices ?? []).filter(isParsed)
  /** Texts of slices that turned out to end inside a block, so that they need not be parsed again. */
  let unfinished = new Set<string>()
  let whole: CutText | undefined

  function* steps(source: string): Generator<void, ParsedText> {
    // A byte order mark is not part of the text: neither the parser nor its positions include it.
    const written = source.startsWith('\uFEFF') ? source.slice(1) : source
    const text = withKnownSigns(written)
    const pool = groupBy(slices, (slice) => slice.text)
    const known = slices.length > 0 ? labelsOf(slices) : guessLabels(text)
    const stillUnfinished = new Set<string>()

    const next: ParsedSlice[] = []
    const most = mostOfText(text.length)
    let spent = 0
    const parted = cutsOfParts(text, whole)
    const { at: cuts, costs, lasts } = parted
    whole = parted.whole
    for (let from = 0; from < cuts.length - 1; ) {
      let slice: ParsedSlice | undefined
      // A cut is wrong if the slice before it ends inside a block: double the number of parts until it does not.
      for (let take = 1; !slice; take *= 2) {
        const last = lasts[from] ?? cuts.length - 1
        const to = Math.min(from + take, last)
        const part = text.slice(cuts[from], cuts[to])
        const isLast = to === last
        const cost = costs.slice(from, to).reduce((sum, each) => sum + each, 0)
        const isPlain = cost > mostOfBlock || spent + cost > most
        const reused = takeFrom(pool, part, isPlain)
        if (reused || isLast || isPlain || !unfinished.has(part)) slice = reused ?? parseSlice(part, known, isPlain)
        if (!isLast && !isPlain && (!slice || endsInsideBlock(slice))) {
          slice = undefined
          stillUnfinished.add(part)
        } else {
          from = to
          // A block that is plain text because of its own cost takes hardly any time.
          if (cost <= mostOfBlock) spent += cost
        }
        yield
      }
      next.push(slice)
    }

    // Labels concern the whole document: slices that mention an added or removed one are parsed again.
    const labels = labelsOf(next)
    const changed = JSON.stringify(labels) === JSON.stringify(known) ? [] : next.entries()
    for (const [index, slice] of changed) {
      if (mentionsOf(slice, labels) !== slice.mentions) next[index] = parseSlice(slice.text, labels, slice.isPlain)
      yield
    }

    slices = next
    unfinished = stillUnfinished
    return assemble(written, next, spent > most)
  }

  return {
    steps,
    parse: (text) => finish(steps(text)),
  }
}

const isParsed = (slice: Slice): slice is ParsedSlice => 'byType' in slice

/** A slice of an earlier text with the same text that was read in the same way; undefined if there is none left. */
function takeFrom(pool: ReadonlyMap<string, ParsedSlice[]>, text: string, isPlain: boolean): ParsedSlice | undefined {
  const same = pool.get(text)
  const index = same?.findIndex((slice) => slice.isPlain === isPlain) ?? -1
  return index < 0 ? undefined : same?.splice(index, 1)[0]
}

function childrenOf(text: string, mentioned: Labels, isPlain: boolean): Root['children'] {
  const block = readBlock(text)
  if (block) return [block]
  if (isPlain) return readPlainly(text)
  const parse = (part: string) => parseMarkdown(part, mentioned).children
  return mayHaveNotes(text) ? readWithNotes(text, parse) : parse(text)
}

/** @param isPlain read it as plain text, because it would take too long to parse */
function parseSlice(part: string, labels: Labels, isPlain = false): ParsedSlice {
  const text = detached(part)
  const mentioned = mentionedIn(text, isPlain ? noLabels : labels)
  const children = childrenOf(text, mentioned, isPlain)
  const byType = new Map<string, Nodes[]>()
  const own = { definitions: [] as string[], footnotes: [] as string[] }
  // The only traversal. Iterative, since malicious input may be deeply nested.
  const pending: Nodes[] = [...children].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'html') readHtmlDiagram(node)
    addToGroup(byType, node.type, node)
    if (node.type === 'definition') own.definitions.push(labelOf(node))
    if (node.type === 'footnoteDefinition') own.footnotes.push(labelOf(node))
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i] as Nodes)
  }
  const slice: ParsedSlice = {
    text,
    nodes: (type) => (byType.get(type) ?? []) as never,
    children,
    byType,
    own,
    isPlain,
    mentions: JSON.stringify(mentioned),
    lines: countLines(text),
  }
  for (const nodes of byType.values()) for (const node of nodes) homes.set(node, slice)
  return slice
}

/** The slice that each node belongs to. */
const homes = new WeakMap<Nodes, Slice>()

const noLabels: Labels = { definitions: [], footnotes: [] }

/** The labels that a slice may use, as a string for comparison. */
const mentionsOf = ({ text, isPlain }: ParsedSlice, labels: Labels): string =>
  JSON.stringify(mentionedIn(text, isPlain ? noLabels : labels))

function labelsOf(slices: readonly ParsedSlice[]): Labels {
  return {
    definitions: [...new Set(slices.flatMap((slice) => slice.own.definitions))],
    footnotes: [...new Set(slices.flatMap((slice) => slice.own.footnotes))],
  }
}

/**
 * Whether the last block would continue if the text did: an unclosed fence or HTML block. All other blocks end at a
 * cut. One inside a list or blockquote ends there, too, but whether it includes the blank lines before the cut depends
 * on what follows.
 */
function endsInsideBlock({ text, children }: ParsedSlice): boolean {
  let last: Nodes | undefined = children.at(-1)
  while (last && 'children' in last && last.children.length > 0) last = last.children.at(-1)
  if (last?.type !== 'code' && last?.type !== 'html') return false
  const { start, end } = placeInSlice(last)
  const source = text.slice(start, end)
  if (last.type === 'html' || isElement(source, 0)) {
    const endMark = htmlEnds.find(([begin]) => begin.test(source))?.[1]
    return endMark ? !endMark.test(source) : !/^[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(text.slice(end))
  }
  const marker = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1]
  if (!marker) return false
  const lastLine = /(?:\n|\r)[ >\t]*([`~]+)[ \t]*$/.exec(source)?.[1]
  return !(lastLine && lastLine[0] === marker[0] && lastLine.length >= marker.length)
}

/** A loop, because `flatMap` takes several times as long and there are many nodes. */
function gather(slices: readonly ParsedSlice[], type: string): readonly Nodes[] {
  const nodes: Nodes[] = []
  for (const { byType } of slices) for (const node of byType.get(type) ?? []) nodes.push(node)
  return nodes
}

function assemble(text: string, slices: readonly ParsedSlice[], isTooDense: boolean): ParsedText {
  const starts = new Map<Slice, number>()
  let start = 0
  for (const slice of slices) {
    starts.set(slice, start)
    start += slice.text.length
  }
  const cache = new Map<string, readonly Nodes[]>()
  return {
    text,
    ...(isTooDense && { isTooDense }),
    slices,
    startOf: (slice) => starts.get(slice) ?? 0,
    blocks: slices.flatMap((slice) => slice.children),
    nodes<T extends Nodes['type']>(type: T) {
      const nodes = cache.get(type) ?? gather(slices, type)
      cache.set(type, nodes)
      return nodes as readonly Extract<Nodes, { type: T }>[]
    },
    rangeOf(node) {
      const slice = homes.get(node)
      const base = slice && starts.get(slice)
      if (base === undefined) throw new Error(`A ${node.type} was looked for in a text that it is not part of`)
      const { start, end } = placeInSlice(node)
      return { start: base + start, end: base + end }
    },
    tree: () => placedTree(text, slices),
  }
}

/** The range of a node relative to its slice, in UTF-16 offsets. */
const placeInSlice = ({ position }: Nodes): Range => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})
