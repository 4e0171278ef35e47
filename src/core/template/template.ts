/** Reads a template file: its snippet, its document type and its mistakes. */

import { finish } from '../data/steps.ts'
import type { DiagramSyntax } from '../diagrams/engine.ts'
import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import { isDenial } from '../text/globs.ts'
import type { Range } from '../text/range.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import { titleOf, translate, usesSnippetSyntax } from './dialects/translate.ts'
import type { DocumentType } from './documentType.ts'
import { splitFrontmatter } from './frontmatter.ts'
import { limitTemplate } from './limits.ts'
import { withoutOffered } from './offeredSections.ts'
import { findMarkProblems, isSectionMark, withoutMarks } from './sectionMark.ts'
import { readSpecs } from './sectionSpecs.ts'
import { parseSnippet, type ResolveVariable, type Snippet } from './snippet.ts'
import type { WordsIn } from './words.ts'

/** A Markdown file that authors can insert: snippet syntax, with section marks for the linter. */
export interface Template {
  /** The document type's id, or the file's name if it defines no type. */
  readonly id: string
  readonly title: string
  /** One sentence for a picker; empty if the file has none. */
  readonly description: string
  /** Prefix under which completion offers it; empty if the file has none. */
  readonly prefix: string
  /** The text to insert, without marks. */
  readonly snippet: Snippet
  /** The template parsed as a document, marks included. */
  readonly document: DocumentModel
  /** Mistakes in the file, with offsets into its text. */
  readonly problems: readonly TemplateProblem[]
  /** What the template requires of a document; absent for a fragment. */
  readonly type?: DocumentType
  /** Absent for a team's template, which is in the team's own language. */
  readonly wordsIn?: WordsIn
}

export interface TemplateProblem extends Range {
  readonly reason: string
}

export interface TemplateOptions {
  readonly resolve?: ResolveVariable | undefined
  /**
   * Whether the file is a team's. A team's file without our front matter keys, such as an old `0000-template.md`, is
   * then a document type named after the file, and need not use our syntax. A file with `prefix` or `documentType`
   * declares itself what it is.
   */
  readonly isOfTeam?: boolean
  /** Title if the file does not declare one; the name when absent. */
  readonly title?: string | undefined
}

/**
 * Read a template file. Never throws: mistakes are in `problems`, and the rest works.
 *
 * @param text the whole file
 * @param name the file's name without extension; the id of a fragment
 */
export const parseTemplate = (
  text: string,
  name: string,
  engines: readonly DiagramSyntax[],
  options: TemplateOptions = {},
): Template => finish(templateSteps(text, name, engines, options))

/** Like `parseTemplate`, in steps, so that callers can yield in between. */
export function* templateSteps(
  text: string,
  name: string,
  engines: readonly DiagramSyntax[],
  options: TemplateOptions = {},
): Generator<void, Template> {
  const { resolve, isOfTeam = false } = options
  const limited = isOfTeam ? limitTemplate(text) : { text }
  // One parser for all texts: slices that the translation leaves unchanged are not parsed again.
  const parser = createParser()
  const read = function* (text: string) {
    return createDocument(yield* parser.steps(text), engines)
  }
  const file = yield* read(limited.text)
  const { body, data } = splitFrontmatter(file.text, file.frontmatter)
  const textOf = (key: string) => (typeof data[key] === 'string' ? data[key] : '')
  const isFragment = !textOf('documentType') && (!isOfTeam || textOf('prefix') !== '')
  const isPlain = isOfTeam && !isFragment && !usesSnippetSyntax(body)
  const written = body === file.text ? file : yield* read(isPlain ? body : '')
  const hasMarks = written.comments.some((comment) => isSectionMark(comment.text))
  const source = isPlain ? translate(written, hasMarks) : body
  const marked = parseSnippet(source, resolve)
  const document = withTitle(yield* read(marked.text), isPlain, marked)
  const id = isFragment || document.sections.length === 0 ? '' : textOf('documentType') || name
  const prefix = titlePrefix(document, marked)
  const ownTitle = isPlain ? options.title || withoutEnd(prefix, /[\s:#-]/) : document.title?.title
  const title = textOf('title') || ownTitle || name
  // The body is at the end of the file, so that its offsets shift by a constant.
  const inFile = ({ start, end, reason }: TemplateProblem) => {
    const shift = file.text.length - body.length
    return { start: Math.max(0, start + shift), end: Math.max(0, end + shift), reason }
  }
  return {
    id: id || textOf('documentType') || name,
    title,
    description: textOf('description'),
    prefix: textOf('prefix'),
    snippet: parseSnippet(withoutMarks(isFragment ? source : withoutOffered(marked, document)), resolve),
    document,
    problems: [
      // Placeholders may break the YAML, as long as the front matter to insert is valid, and none of it is ours.
      ...(file.frontmatter.problem && (!isPlain || body !== file.text || document.frontmatter.problem)
        ? [file.frontmatter.problem]
        : []),
      ...(isPlain ? [] : marked.problems.map(inFile)),
      ...findMarkProblems(body).map(inFile),
      ...(limited.flaw ? [limited.flaw] : isOfTeam && !isFragment ? findFlaws(text, document) : []),
    ],
    ...(id && {
      type: {
        id,
        title,
        titlePrefix: prefix,
        files: globsOf(data['files']),
        ...(data['files'] === false && { mustBeDeclared: true }),
        sections: readSpecs(document, marked, { title: document.title, isPlain }),
        tabStops: marked.tabStops,
        document,
        coversSystem: data['covers'] === 'system',
        ...checklistOf(data['checklist']),
        rules: data['rules'],
      },
    }),
  }
}

/** Removes the title of a plain template if its topmost headings are the sections. */
function withTitle(document: DocumentModel, isPlain: boolean, { tabStops }: Snippet): DocumentModel {
  const { title, ...rest } = document
  if (!title || !isPlain || titleOf(document)) return document
  const end = document.rangeOf(title.heading).end
  return tabStops.some(({ offset }) => offset >= title.start && offset <= end) ? document : rest
}

/** Why a team's file defines no document type. */
const findFlaws = (text: string, { sections }: DocumentModel): readonly TemplateProblem[] =>
  sections.length > 0
    ? []
    : [
        {
          start: 0,
          end: text.search(/[\r\n]|$/),
          reason: 'No heading: a template needs at least one, since its headings become the sections',
        },
      ]

/** `false` or a list of ids; any other value is ignored. */
const checklistOf = (value: unknown): Pick<DocumentType, 'checklist'> =>
  value === false ? { checklist: [] } : Array.isArray(value) ? { checklist: value.map(String) } : {}

const globsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((glob): glob is string => typeof glob === 'string' && !isDenial(glob))

function titlePrefix({ title, text, rangeOf }: DocumentModel, { tabStops }: Snippet): string {
  if (!title) return ''
  const line = text.slice(title.start, rangeOf(title.heading).end)
  const first = tabStops.find(({ offset }) => offset >= title.start && offset <= title.start + line.length)
  return first
    ? line
        .slice(0, first.offset - title.start)
        .replace(/^#+\s*/, '')
        .trim()
    : ''
}
