/** The model of a document that every rule reads: sections, nodes, diagrams, comments, prose. */

import type { Code, Heading, Html, Nodes, RootContent } from 'mdast'
import { toString as allTextOf } from 'mdast-util-to-string'
import { firstIndex } from '../data/firstIndex.ts'
import { remember } from '../data/remember.ts'
import type { DiagramGraph, DiagramSyntax } from '../diagrams/engine.ts'
import { type Frontmatter, readFrontmatter } from '../markdown/frontmatter.ts'
import type { ParsedText } from '../markdown/slices.ts'
import { detached } from '../text/detached.ts'
import type { Range } from '../text/range.ts'
import { type Embed, readEmbeds } from './embeds.ts'
import { readUnclosed, type UnclosedFence } from './unclosed.ts'

export type { Range } from '../text/range.ts'

/** A document as the rules see it: a value, whatever is parsed after it. */
export interface DocumentModel extends ParsedText {
  readonly frontmatter: Frontmatter
  /** In document order, nested ones included. */
  readonly sections: readonly Section[]
  readonly diagrams: readonly Diagram[]
  /** Pictures that are embedded by name, as note-taking programs do. */
  readonly embeds: readonly Embed[]
  /** Fences that no line closes. */
  readonly unclosed: readonly UnclosedFence[]
  /** HTML comments in document order. */
  readonly comments: readonly Comment[]
  /** The text with blanks in place of comments, which are no content: what is read as prose is read here. All offsets are the same. */
  readonly prose: string
  /** Where it is a part of another model: what this one leaves out of its nodes and blocks, in order. */
  readonly leftOut?: readonly Range[]
  /** The first heading of the highest rank that comes before any other; absent when the document opens differently. */
  readonly title?: Section
}

/** A heading with all that stands under it. The range goes to the end of its last descendant. */
export interface Section extends Range {
  readonly heading: Heading
  /** The heading's text without numbering. */
  readonly title: string
  /** Folded form of the title that spelling, case, numbering and emoji do not change; what titles are compared by. */
  readonly key: string
  /** Such as `2.1`; absent when the heading has none. */
  readonly number?: string
  readonly depth: number
  /** What stands between this heading and the next one of any depth. */
  readonly content: readonly RootContent[]
  readonly parent?: Section
  readonly children: readonly Section[]
}

export interface Diagram extends Range {
  readonly node: Code
  /** The info word of the fence, lower case. */
  readonly language: string
  /** Id of the engine that draws it; absent when we have none. */
  readonly engine?: string
  /** Whether the engine finds no mistakes in any text; absent without an engine. */
  readonly isForgiving?: boolean
  readonly kind?: string
  readonly source: string
  /** Its nodes and edges, read when first asked for; undefined when the engine or the kind has none. */
  readonly graph: DiagramGraph | undefined
  readonly section?: Section
}

/** An HTML comment; several may share one HTML node. */
export interface Comment extends Range {
  /** What stands between the marks, trimmed. */
  readonly text: string
  readonly node: Html
}

/** Build the model of a parsed text. Never throws. */
export function createDocument(parsed: ParsedText, engines: readonly DiagramSyntax[]): DocumentModel {
  const sections = readSections(parsed)
  const opening = sections[0]
  const title =
    opening &&
    sections.every((section) => section === opening || section.depth >= opening.depth) &&
    isFirst(parsed, opening)
      ? opening
      : undefined
  const comments = parsed.nodes('html').flatMap((node) => readComments(node, parsed))
  return {
    text: parsed.text,
    ...(parsed.isTooDense && { isTooDense: true }),
    slices: parsed.slices,
    startOf: parsed.startOf,
    blocks: parsed.blocks,
    nodes: parsed.nodes,
    rangeOf: parsed.rangeOf,
    tree: parsed.tree,
    frontmatter: readFrontmatter(parsed),
    sections,
    diagrams: readDiagrams(parsed, sections, engines),
    embeds: readEmbeds(parsed),
    unclosed: readUnclosed(parsed),
    comments,
    prose: blankComments(parsed.text, comments),
    ...(title && { title }),
  }
}

/** The part of the text that a node stands for; may be kept. */
export function sourceOf(document: Pick<ParsedText, 'text' | 'rangeOf'>, node: Nodes): string {
  const { start, end } = document.rangeOf(node)
  return detached(document.text.slice(start, end))
}

/** The same with blanks in place of comments. */
export function proseOfNode(document: Pick<DocumentModel, 'prose' | 'rangeOf'>, node: Nodes): string {
  const { start, end } = document.rangeOf(node)
  return detached(document.prose.slice(start, end))
}

/** The words of a node without its markup and comments. */
export const textOf = (node: Nodes): string => withoutComments(allTextOf(node))

/** The innermost section that holds an offset; undefined before the first heading. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  // Sections are in order, and what follows a heading is its own until the next one.
  return sections[firstIndex(sections, ({ start }) => start > offset) - 1]
}

/**
 * Fold a title for comparing: case, numbering, emoji, punctuation, what site generators read, and the words "optional" and
 * "mandatory" in brackets do not count.
 */
export const titleKey = (title: string): string =>
  withoutMarkup(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([*](?:optional|mandatory|required)[)\]*]/g, ' ')
    .replace(leadingNumber, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Wording = Pick<Section, 'title' | 'key' | 'number'>

const wordingOf = remember((heading: Heading): Wording => {
  const written = withoutMarkup(textOf(heading)).trim()
  const number = leadingNumber.exec(written)?.[1]
  return {
    title: written.replace(leadingNumber, '') || written,
    key: titleKey(written),
    ...(number && { number }),
  }
})

const leadingNumber = /^\s*(?:(?:section|chapter)\s+)?(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.):]\s*|\s+(?=\D))/i

/** A title without what site generators read in it, an anchor or attributes behind it and names of emoji, and without a roman number. */
const withoutMarkup = (title: string): string =>
  title
    .replace(/\s\{[#.:][^{}]{0,100}\}\s*$/, '')
    .replace(/(?<!\S):[a-z][a-z0-9_+-]{1,40}:(?!\S)/g, ' ')
    .replace(/^\s*[IVX]{1,5}[.)]\s/, '')

function readSections({ text, blocks, rangeOf }: ParsedText): readonly Section[] {
  type Draft = { -readonly [K in keyof Section]: Section[K] } & { content: RootContent[]; children: Section[] }
  const all: Draft[] = []
  const open: Draft[] = []
  const close = (depth: number, end: number) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) {
      const done = open.pop()
      if (done) done.end = end
    }
  }
  // Only headings of the top level make sections; one in a quote is a quotation.
  for (const node of blocks) {
    if (node.type !== 'heading') {
      all.at(-1)?.content.push(node)
      continue
    }
    const { start } = rangeOf(node)
    close(node.depth, start)
    const parent = open.at(-1)
    const section: Draft = {
      heading: node,
      ...wordingOf(node),
      depth: node.depth,
      content: [],
      children: [],
      start,
      end: text.length,
      ...(parent && { parent }),
    }
    parent?.children.push(section)
    all.push(section)
    open.push(section)
  }
  close(1, text.length)
  return all
}

const isFirst = ({ blocks }: ParsedText, section: Section): boolean =>
  blocks.find((node) => node.type !== 'yaml' && node.type !== 'html') === section.heading

function readDiagrams(
  parsed: ParsedText,
  sections: readonly Section[],
  engines: readonly DiagramSyntax[],
): readonly Diagram[] {
  return parsed.nodes('code').flatMap((node) => {
    const language = node.lang?.toLowerCase().replace(/^\{?\.?|\}$/g, '') ?? ''
    const engine =
      engines.find(({ languages }) => languages.includes(language)) ??
      engines.find((each) => each.possibleLanguages?.includes(language) && isRecognized(node, each))
    if (!engine && !otherDiagramLanguages.has(language)) return []
    const kind = engine && kindOf(node, engine)
    const section = sectionAt(sections, parsed.rangeOf(node).start)
    return [
      {
        node,
        language,
        source: node.value,
        get graph() {
          return engine && graphOf(node, engine)
        },
        ...parsed.rangeOf(node),
        ...(engine && { engine: engine.id, isForgiving: engine.isForgiving ?? false }),
        ...(kind && { kind }),
        ...(section && { section }),
      },
    ]
  })
}

const isRecognized = remember((node: Code, engine: DiagramSyntax) => engine.recognizes?.(node.value) ?? false)
const kindOf = remember((node: Code, engine: DiagramSyntax) => engine.kindOf(node.value))
/** Past this many UTF-16 units nobody draws or reads a diagram: mermaid itself refuses as much, and the largest of 1,019 real ones has 5,600. */
export const maxDiagram = 50_000

const graphOf = remember((node: Code, engine: DiagramSyntax) =>
  node.value.length > maxDiagram ? undefined : engine.graphOf?.(node.value),
)

/** Fences that hold a picture even though no engine of ours draws them. */
const otherDiagramLanguages = new Set([
  'd2',
  'ditaa',
  'svgbob',
  'nomnoml',
  'wavedrom',
  'pikchr',
  'bpmn',
  'structurizr',
  'vega',
  'vega-lite',
])

/**
 * What is left of a text without its HTML comments. By scanning: a comment that nothing closes would be searched again and again.
 *
 * @param by what stands in the place of each
 */
export function withoutComments(html: string, by = ''): string {
  let rest = ''
  let at = 0
  while (true) {
    const open = html.indexOf('<!--', at)
    const close = open < 0 ? -1 : html.indexOf('-->', open + 4)
    if (close < 0) return rest + html.slice(at)
    rest += html.slice(at, open) + by
    at = close + 3
  }
}

function blankComments(text: string, comments: readonly Comment[]): string {
  let prose = ''
  let at = 0
  for (const { start, end } of comments) {
    prose += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ')
    at = end
  }
  return prose + text.slice(at)
}

function readComments(node: Html, { text, rangeOf }: ParsedText): readonly Comment[] {
  const { start, end } = rangeOf(node)
  const { value } = node
  const comments: Comment[] = []
  let after = 0
  let from = start
  while (true) {
    const open = value.indexOf('<!--', after)
    const close = open < 0 ? -1 : value.indexOf('-->', open + 4)
    if (close < 0) return comments
    // In a quote or list the value lacks what the lines begin with there.
    const at = text.indexOf('<!--', from)
    const until = text.indexOf('-->', at + 4) + 3
    from = Math.min(until, end)
    after = close + 3
    comments.push({ text: value.slice(open + 4, close).trim(), start: at, end: until, node })
  }
}
