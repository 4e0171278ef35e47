/** The document model that all rules read: sections, nodes, diagrams, comments, prose. */

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

/** A document as rules see it: an immutable value, unaffected by later parses. */
export interface DocumentModel extends ParsedText {
  readonly frontmatter: Frontmatter
  /** In document order, including nested ones. */
  readonly sections: readonly Section[]
  readonly diagrams: readonly Diagram[]
  /** Pictures embedded by name, as in note-taking programs. */
  readonly embeds: readonly Embed[]
  /** Unclosed fences. */
  readonly unclosed: readonly UnclosedFence[]
  /** HTML comments in document order. */
  readonly comments: readonly Comment[]
  /** The text with comments blanked out; read this for prose. Has the same offsets as `text`. */
  readonly prose: string
  /** For a model of part of a document: the ranges left out of its nodes and blocks, in order. */
  readonly leftOut?: readonly Range[]
  /** The first heading, if it precedes all other content and none is of a higher rank; absent otherwise. */
  readonly title?: Section
}

/** A heading with everything under it. The range extends to the end of its last descendant. */
export interface Section extends Range {
  readonly heading: Heading
  /** The heading's text, without numbering. */
  readonly title: string
  /** The title folded for comparison, regardless of spelling, case, numbering and emoji. */
  readonly key: string
  /** Such as `2.1`; absent if the heading is not numbered. */
  readonly number?: string
  readonly depth: number
  /** The blocks between this heading and the next one of any depth. */
  readonly content: readonly RootContent[]
  readonly parent?: Section
  readonly children: readonly Section[]
}

export interface Diagram extends Range {
  readonly node: Code
  /** The first word of the fence's info string, in lower case. */
  readonly language: string
  /** Id of the engine that draws it; absent if there is none. */
  readonly engine?: string
  /** Whether the engine accepts any text without errors; absent without an engine. */
  readonly isForgiving?: boolean
  readonly kind?: string
  readonly source: string
  /** Its nodes and edges, read on first access; undefined if the engine or kind has none. */
  readonly graph: DiagramGraph | undefined
  readonly section?: Section
}

/** An HTML comment. Several comments may share one HTML node. */
export interface Comment extends Range {
  /** The text between the delimiters, trimmed. */
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

/** The source of a node. The string is detached, so keeping it does not retain the whole text. */
export function sourceOf(document: Pick<ParsedText, 'text' | 'rangeOf'>, node: Nodes): string {
  const { start, end } = document.rangeOf(node)
  return detached(document.text.slice(start, end))
}

/** Like `sourceOf`, with comments blanked out. */
export function proseOfNode(document: Pick<DocumentModel, 'prose' | 'rangeOf'>, node: Nodes): string {
  const { start, end } = document.rangeOf(node)
  return detached(document.prose.slice(start, end))
}

/** The text content of a node, without markup and comments. */
export const textOf = (node: Nodes): string => withoutComments(allTextOf(node))

/** The innermost section that contains an offset; undefined before the first heading. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  // Sections are sorted, and everything after a heading belongs to it until the next heading.
  return sections[firstIndex(sections, ({ start }) => start > offset) - 1]
}

/**
 * Fold a title for comparison: ignores case, numbering (`2.1`, `一、`, `第三章`), emoji, punctuation, markup of site
 * generators, and the words "optional" and "mandatory" in brackets.
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

/** `2.1`, `Section 3:`, `一、`, `（二）`, `第三章`. */
const leadingNumber =
  /^\s*(?:(?:(?:section|chapter)\s+)?(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.):、．]\s*|\s+(?=\D))|(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}(?:章|节|部分)[：:、]?)\s*)/i

/** A title without the anchors, attributes and emoji names of site generators, and without a roman numeral. */
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
  // Only top-level headings start sections; one in a blockquote is a quotation.
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
/** In UTF-16 units. Longer diagrams are not read; mermaid has the same limit. The longest of 1,019 real ones: 5,600. */
export const maxDiagram = 50_000

const graphOf = remember((node: Code, engine: DiagramSyntax) =>
  node.value.length > maxDiagram ? undefined : engine.graphOf?.(node.value),
)

/** Fences that contain a picture although none of our engines draws it. */
const otherDiagramLanguages = new Set(
  'd2 ditaa svgbob nomnoml wavedrom pikchr bpmn structurizr vega vega-lite'.split(' '),
)

/**
 * A text without its HTML comments. Not a regular expression: unclosed comments would be searched again and again.
 *
 * @param by replaces each comment
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
    // In a blockquote or list, `value` lacks the line prefixes, so offsets come from the text.
    const at = text.indexOf('<!--', from)
    const until = text.indexOf('-->', at + 4) + 3
    from = Math.min(until, end)
    after = close + 3
    comments.push({ text: value.slice(open + 4, close).trim(), start: at, end: until, node })
  }
}
