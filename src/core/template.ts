import {
  createDocument,
  type Diagram,
  type DocumentModel,
  type Range,
  type Section,
  sectionAt,
  titleKey,
} from './document.ts'
import type { DiagramSyntax } from './engine.ts'
import { createParser } from './slices.ts'
import { parseSnippet, type ResolveVariable, type Snippet, type TabStop } from './snippet.ts'

/** A Markdown file that the author can insert: snippet syntax, and marks for the linter. */
export interface Template {
  /** The document type's id, or the file's name where it makes none. */
  readonly id: string
  readonly title: string
  /** One sentence for a picker; empty when the file has none. */
  readonly description: string
  /** What completion offers it by; empty when the file has none. */
  readonly prefix: string
  /** Without marks: what is inserted. */
  readonly snippet: Snippet
  /** The template read as a document, marks included. */
  readonly document: DocumentModel
  /** Mistakes in the file, with offsets into its text. */
  readonly problems: readonly TemplateProblem[]
  /** What the template demands of a document; absent for a fragment. */
  readonly type?: DocumentType
}

export interface TemplateProblem extends Range {
  readonly reason: string
}

/** What a template demands of the documents made from it. */
export interface DocumentType {
  readonly id: string
  readonly title: string
  /** The words that the title line starts with, such as `System Design:`; empty when the template leaves the title open. */
  readonly titlePrefix: string
  /** Globs of the documents that are of this type. */
  readonly files: readonly string[]
  /** In the template's order, nested ones included, without the title and without headings that the author words. */
  readonly sections: readonly SectionSpec[]
  /** All tab stops, with offsets into `Template.document`. */
  readonly tabStops: readonly TabStop[]
  /** The template read as a document. */
  readonly document: DocumentModel
  /** Rule settings of the type, unchecked. */
  readonly rules: unknown
}

export interface SectionSpec {
  readonly title: string
  /** Folded forms by which a document's section is known: the title's first, then the aliases'. */
  readonly keys: readonly string[]
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  readonly depth: number
  readonly parent?: SectionSpec
  readonly tabStops: readonly TabStop[]
  readonly diagrams: readonly Diagram[]
  /** What a good section answers; empty when the template does not say. */
  readonly guidance: string
  /** The section's own piece of the template, nested sections included: snippet syntax without marks. */
  readonly snippet: string
  /** Offsets in `snippet` at which headings start, to change their depth. */
  readonly headings: readonly number[]
}

const sectionMark = /<!--section\b([\s\S]*?)-->[ \t]*(?:\r\n?|\n)?/g

/** Whether a comment is a mark for the linter and not guidance for the author. */
const isSectionMark = (comment: string): boolean => /^section(?:\s|$)/.test(comment)

export interface TemplateOptions {
  readonly resolve?: ResolveVariable | undefined
  /**
   * Whether the file is a team's: then one with a title that says nothing of us, such as a repository's old
   * `0000-template.md`, is a document type named after the file. One with `prefix` or `documentType` says itself what it is.
   */
  readonly isOfTeam?: boolean
}

/**
 * Read a template file. Never throws: what is wrong is in `problems`, the rest works.
 *
 * @param text the whole file
 * @param name the file's name without its ending; the id of a fragment
 */
export function parseTemplate(
  text: string,
  name: string,
  engines: readonly DiagramSyntax[],
  { resolve, isOfTeam = false }: TemplateOptions = {},
): Template {
  const file = createDocument(createParser().parse(text), engines)
  const { data, range, problem } = file.frontmatter
  const bodyStart = range ? text.length - text.slice(range.end).replace(/^[ \t]*(?:\r\n?|\n)/, '').length : 0
  const body = text.slice(bodyStart)
  const marked = parseSnippet(body, resolve)
  const document = createDocument(createParser().parse(marked.text), engines)
  const textOf = (key: string) => (typeof data[key] === 'string' ? data[key] : '')
  const id = textOf('documentType') || (isOfTeam && !textOf('prefix') && document.title?.depth === 1 ? name : '')
  const title = textOf('title') || document.title?.title || name
  const sections = id ? readSpecs(document, marked) : []
  return {
    id: id || name,
    title,
    description: textOf('description'),
    prefix: textOf('prefix'),
    snippet: parseSnippet(withoutMarks(body), resolve),
    document,
    problems: [
      ...(problem ? [problem] : []),
      ...marked.problems.map(({ start, end, reason }) => ({ start: bodyStart + start, end: bodyStart + end, reason })),
      ...readMarkProblems(body).map(({ start, end, reason }) => ({
        start: bodyStart + start,
        end: bodyStart + end,
        reason,
      })),
    ],
    ...(id && {
      type: {
        id,
        title,
        titlePrefix: titlePrefix(document, marked),
        files: globsOf(data['files']),
        sections,
        tabStops: marked.tabStops,
        document,
        rules: data['rules'],
      },
    }),
  }
}

/** Drop the marks for the linter from snippet or plain text. */
const withoutMarks = (source: string): string => source.replace(sectionMark, '')

const globsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((glob): glob is string => typeof glob === 'string')

function titlePrefix({ title, text }: DocumentModel, { tabStops }: Snippet): string {
  if (!title?.heading.position) return ''
  const line = text.slice(title.start, title.heading.position.end.offset)
  const first = tabStops.find(({ offset }) => offset >= title.start && offset <= title.start + line.length)
  return first
    ? line
        .slice(0, first.offset - title.start)
        .replace(/^#+\s*/, '')
        .trim()
    : ''
}

function readSpecs(document: DocumentModel, marked: Snippet): readonly SectionSpec[] {
  const markOf = (section: Section) =>
    document.comments.find((comment) => isSectionMark(comment.text) && ownerOf(document, comment) === section)
  const usesMarks = document.comments.some((comment) => isSectionMark(comment.text))
  const specs = new Map<Section, SectionSpec>()
  for (const section of document.sections) {
    const headingEnd = section.heading.position?.end.offset ?? section.start
    if (
      section === document.title ||
      marked.tabStops.some(({ offset }) => offset >= section.start && offset <= headingEnd)
    )
      continue
    const mark = readMark(markOf(section)?.text ?? '')
    const parent = section.parent && specs.get(section.parent)
    const from = marked.sourceOffset(section.start)
    const piece = marked.source.slice(from, marked.sourceOffset(section.end))
    const within = (range: Range) => range.start >= section.start && range.start < section.end
    const spec: SectionSpec = {
      title: section.title.replace(optionalMark, '').trim(),
      keys: [section.key, ...mark.aliases.map(titleKey)],
      isRequired: usesMarks ? mark.isRequired : !optionalMark.test(section.title),
      needsDiagram: mark.needsDiagram,
      depth: section.depth,
      ...(parent && { parent }),
      tabStops: marked.tabStops.filter(({ offset }) => offset >= section.start && offset < section.end),
      diagrams: document.diagrams.filter(within),
      guidance: document.comments
        .filter((comment) => !isSectionMark(comment.text) && ownerOf(document, comment) === section)
        .map(({ text }) => text)
        .join('\n\n'),
      snippet: withoutMarks(piece).trimEnd(),
      headings: document.sections
        .filter(within)
        .map((inner) => withoutMarks(marked.source.slice(from, marked.sourceOffset(inner.start))).length),
    }
    specs.set(section, spec)
  }
  return [...specs.values()]
}

const ownerOf = (document: DocumentModel, { start }: Range) => sectionAt(document.sections, start)

/** How templates of other projects say that a section may be left out. */
const optionalMark = /[([*]+optional[)\]*]+/i

interface Mark {
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  readonly aliases: readonly string[]
  readonly unknown: readonly string[]
}

function readMark(comment: string): Mark {
  const words = [...comment.replace(/^section\b/, '').matchAll(/([^\s="]+)(?:\s*=\s*"([^"]*)")?/g)]
  const has = (name: string) => words.some(([, word]) => word === name)
  const aliases = words.find(([, word]) => word === 'aliases')?.[2] ?? ''
  return {
    isRequired: has('required'),
    needsDiagram: has('diagram'),
    aliases: aliases
      .split(',')
      .map((alias) => alias.trim())
      .filter(Boolean),
    unknown: words
      .map(([, word = '']) => word)
      .filter((word) => !['required', 'optional', 'diagram', 'aliases'].includes(word)),
  }
}

/** Mistakes in marks, with offsets into the body. */
function readMarkProblems(body: string): readonly TemplateProblem[] {
  return [...body.matchAll(sectionMark)].flatMap((match) =>
    readMark(match[1] ?? '').unknown.map((word) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      reason: `Unexpected \`${word}\` in a section mark, expected \`required\`, \`optional\`, \`diagram\` or \`aliases="…"\``,
    })),
  )
}
