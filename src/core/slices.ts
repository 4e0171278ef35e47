import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { detached } from './detached.ts'
import { frontmatterEnd, type Labels, parseMarkdown } from './markdown.ts'
import { placedTree } from './placedTree.ts'
import type { Range } from './range.ts'
import { finish } from './steps.ts'
import { tameParagraphs } from './tame.ts'

/**
 * A parsed text: a value that stays as it is, whatever its parser parses next. Texts that follow each other share the nodes
 * of what did not change, so a node does not say where it stands in the text: `rangeOf` does.
 */
export interface ParsedText {
  readonly text: string
  /** The nodes of the top level in document order. */
  readonly blocks: readonly RootContent[]
  /** Nodes of one type in document order. */
  nodes<T extends Nodes['type']>(type: T): readonly Extract<Nodes, { type: T }>[]
  /** Where a node of this text stands in it, as UTF-16 offsets. Throws for a node of another text: that is a bug of ours. */
  rangeOf(node: Nodes): Range
  /** The text as one mdast tree whose nodes have places of their own, for other tools; a copy, made when first asked for. */
  readonly root: Root
}

/** Parses the successive texts of one document, each time only what changed. */
export interface Parser {
  parse(text: string): ParsedText
  /**
   * The same in steps, one a slice, so that a caller may let others run in between. May be abandoned at any step.
   * Only one may be under way.
   */
  steps(text: string): Generator<void, ParsedText>
}

/** A part of the text that parses alone to the nodes it has in the whole. */
interface Slice {
  readonly text: string
  readonly children: Root['children']
  readonly byType: Map<string, Nodes[]>
  readonly own: Labels
  /** The labels of the whole document that this slice mentions, as it was parsed with. */
  mentions: string
  /** How many line breaks it has. */
  readonly lines: number
}

/** Past this many UTF-16 units a part without headings is cut at paragraphs as well. */
const longPart = 8_000
/** Past this many a single paragraph or list is cut in two: nobody reads it as one, and its cost grows with its square. */
const endlessPart = 40_000
/** Rows that are cut off from their head are no table any more, so that takes more. */
const endlessTable = 200_000

/**
 * Create a parser for one document.
 *
 * micromark's cost grows faster than its input, and a keystroke changes one section. So the text is cut where a block
 * surely starts anew, each slice is parsed alone, and slices whose text stays keep their nodes. The positions in these count
 * from the start of the slice: it may stand elsewhere in the next text.
 */
export function createParser(): Parser {
  let slices: readonly Slice[] = []
  /** Texts of slices whose end turned out to lie inside a block, so that they need not be tried again. */
  let unfinished = new Set<string>()

  function* steps(text: string): Generator<void, ParsedText> {
    const pool = new Map<string, Slice[]>()
    for (const slice of slices) {
      const same = pool.get(slice.text)
      if (same) same.push(slice)
      else pool.set(slice.text, [slice])
    }
    const known = slices.length > 0 ? labelsOf(slices) : guessLabels(text)
    const stillUnfinished = new Set<string>()

    const next: Slice[] = []
    const cuts = findCuts(text)
    for (let from = 0; from < cuts.length - 1; ) {
      let slice: Slice | undefined
      // A cut inside a block shows at the end of the slice before it: take more, and ever more, until the block ends.
      for (let take = 1; !slice; take *= 2) {
        const to = Math.min(from + take, cuts.length - 1)
        const part = text.slice(cuts[from], cuts[to])
        const isLast = to === cuts.length - 1
        const reused = pool.get(part)?.shift()
        if (reused || isLast || !unfinished.has(part)) slice = reused ?? parseSlice(part, known)
        if (!isLast && (!slice || endsInsideBlock(slice))) {
          slice = undefined
          stillUnfinished.add(part)
        } else from = to
        yield
      }
      next.push(slice)
    }

    // Labels are a matter of the whole document: what mentions one that came or went is parsed again.
    const labels = labelsOf(next)
    const changed = JSON.stringify(labels) === JSON.stringify(known) ? [] : next.entries()
    for (const [index, slice] of changed) {
      if (mentionsOf(slice.text, labels) === slice.mentions) continue
      next[index] = parseSlice(slice.text, labels)
      yield
    }

    slices = next
    unfinished = stillUnfinished
    return assemble(text, next)
  }

  return {
    steps,
    parse: (text) => finish(steps(text)),
  }
}

/** Offsets at which the text is cut, 0 and its length among them. A cut may turn out to lie inside a block. */
function findCuts(text: string): readonly number[] {
  const cuts = [0]
  let last = frontmatterEnd(text)
  let fence = ''
  const cut = (at: number) => {
    cuts.push(at)
    last = at
  }
  /** Cut what has no heading for too long. @param until where the next heading or fence is */
  const cutLong = (from: number, until: number) => {
    if (until - last <= longPart) return
    otherLine.lastIndex = Math.max(from, last + longPart + 1)
    for (let match = otherLine.exec(text); match && match.index < until; match = otherLine.exec(text)) {
      const [, word, row] = match
      const length = match.index - last
      if (length > (row ? endlessTable : endlessPart) || (word && isAfterBlankLine(text, match.index))) cut(match.index)
      otherLine.lastIndex = Math.max(otherLine.lastIndex, last + longPart + 1)
    }
  }
  let from = last
  fenceOrHeading.lastIndex = last
  for (let match = fenceOrHeading.exec(text); match; match = fenceOrHeading.exec(text)) {
    const { 1: marker, 2: info = '', 3: heading, index } = match
    if (!fence) cutLong(from, index)
    if (heading && !fence && index > 0) cut(index)
    else if (marker && !fence) fence = marker[0] === '`' && info.includes('`') ? '' : marker
    else if (marker && marker[0] === fence[0] && marker.length >= fence.length && !info.trim()) fence = ''
    from = fenceOrHeading.lastIndex
  }
  if (!fence) cutLong(from, text.length)
  if (text.length > 0) cuts.push(text.length)
  return cuts
}

/** A line that is a fence or an ATX heading. */
const fenceOrHeading = /^(?: {0,3}(`{3,}|~{3,})([^\r\n]*)|(#{1,6})(?:[ \t\r\n]|$))/gm
/** Any other line: one that begins with a word, a row of a table, or neither. */
const otherLine = /^(?:(\p{L})|(\|)|[^\r\n])/gmu

const isAfterBlankLine = (text: string, at: number): boolean =>
  /(?:\n|\r\n?)[ \t]*(?:\n|\r\n?)$/.test(text.slice(Math.max(0, at - 200), at))

function parseSlice(part: string, labels: Labels): Slice {
  const text = detached(part)
  const { children } = parseMarkdown(tameParagraphs(text), labels)
  const byType = new Map<string, Nodes[]>()
  const own = { definitions: [] as string[], footnotes: [] as string[] }
  // The one walk. A list of its own instead of recursion: hostile nesting is deep.
  const pending: Nodes[] = [...children].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    const same = byType.get(node.type)
    if (same) same.push(node)
    else byType.set(node.type, [node])
    if (node.type === 'definition') own.definitions.push(labelOf(node))
    if (node.type === 'footnoteDefinition') own.footnotes.push(labelOf(node))
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i] as Nodes)
  }
  const slice = { text, children, byType, own, mentions: mentionsOf(text, labels), lines: countLines(text) }
  for (const nodes of byType.values()) for (const node of nodes) homes.set(node, slice)
  return slice
}

/** The slice that each node was parsed in. */
const homes = new WeakMap<Nodes, Slice>()

const labelOf = (node: Definition | FootnoteDefinition): string => normalizeIdentifier(node.identifier)

function labelsOf(slices: readonly Slice[]): Labels {
  return {
    definitions: [...new Set(slices.flatMap((slice) => slice.own.definitions))],
    footnotes: [...new Set(slices.flatMap((slice) => slice.own.footnotes))],
  }
}

/** What looks like a definition. Saves a second parse on opening; being wrong is put right after the first. */
function guessLabels(text: string): Labels {
  const labels = { definitions: [] as string[], footnotes: [] as string[] }
  for (const [, caret, label = ''] of text.matchAll(/^ {0,3}\[(\^?)([^\]\r\n]{1,999})\]:/gm))
    (caret ? labels.footnotes : labels.definitions).push(normalizeIdentifier(label))
  return labels
}

/** The labels that may be used in a text, as one string to compare. May name too many, never too few. */
function mentionsOf(text: string, { definitions, footnotes }: Labels): string {
  if ((definitions.length === 0 && footnotes.length === 0) || !text.includes('[')) return ''
  const folded = normalizeIdentifier(text)
  const used = (labels: readonly string[]) => labels.filter((label) => folded.includes(label)).sort()
  return JSON.stringify([used(definitions), used(footnotes)])
}

/**
 * Whether the last block would go on if the text did: a fence or HTML without its end. All other blocks end at a cut.
 * One inside a list or quote ends there too, but takes the blank lines before the cut or not by what follows.
 */
function endsInsideBlock({ text, children }: Slice): boolean {
  let last: Nodes | undefined = children.at(-1)
  while (last && 'children' in last && last.children.length > 0) last = last.children.at(-1)
  if (last?.type !== 'code' && last?.type !== 'html') return false
  const { start, end } = placeInSlice(last)
  const source = text.slice(start, end)
  if (last.type === 'html') {
    const endMark = htmlEnds.find(([begin]) => begin.test(source))?.[1]
    return endMark ? !endMark.test(source) : !/^[ \t]*(?:\n|\r\n?)[ \t]*(?:\n|\r)/.test(text.slice(end))
  }
  const marker = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1]
  if (!marker) return false
  const lastLine = /(?:\n|\r)[ >\t]*([`~]+)[ \t]*$/.exec(source)?.[1]
  return !(lastLine && lastLine[0] === marker[0] && lastLine.length >= marker.length)
}

/** CommonMark 0.31 section 4.6: HTML blocks 1 to 5 by how they begin and end. The others end at a blank line. */
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
]

const countLines = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0

/** A loop, for `flatMap` takes several times as long, and there are many nodes. */
function gather(slices: readonly Slice[], type: string): readonly Nodes[] {
  const nodes: Nodes[] = []
  for (const { byType } of slices) for (const node of byType.get(type) ?? []) nodes.push(node)
  return nodes
}

function assemble(text: string, slices: readonly Slice[]): ParsedText {
  const starts = new Map<Slice, number>()
  let start = 0
  for (const slice of slices) {
    starts.set(slice, start)
    start += slice.text.length
  }
  const cache = new Map<string, readonly Nodes[]>()
  let root: Root | undefined
  return {
    text,
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
    get root() {
      root ??= placedTree(text, slices)
      return root
    },
  }
}

/** UTF-16 offsets of a node from the start of its slice. */
const placeInSlice = ({ position }: Nodes): Range => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})
