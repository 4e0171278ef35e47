/** Makes of a document type what it is to a document in another language: the same demands, in the words of that language. */

import { groupBy } from '../data/groupBy.ts'
import { remember } from '../data/remember.ts'
import type { DiagramSyntax } from '../diagrams/engine.ts'
import { createDocument, type DocumentModel, type Section, sectionAt } from '../document/document.ts'
import { type Language, languageOf } from '../document/language.ts'
import { outlineOf } from '../document/sections.ts'
import { createParser } from '../markdown/slices.ts'
import type { DocumentType, SectionSpec } from './documentType.ts'
import { parseSnippet, type ResolveVariable } from './snippet.ts'
import type { Template } from './template.ts'
import type { TemplateWords, WordsIn } from './words.ts'

function readWords(
  source: string,
  offered: TemplateWords['offered'],
  engines: readonly DiagramSyntax[],
  resolve?: ResolveVariable,
): TemplateWords {
  const snippet = parseSnippet(source, resolve)
  let document: DocumentModel | undefined
  return {
    snippet,
    offered,
    // Who inserts a fragment asks for its snippet alone.
    get document() {
      document ??= createDocument(createParser().parse(snippet.text), engines)
      return document
    },
  }
}

/**
 * Make what gives the words of templates, each read once.
 *
 * @param textsIn the texts of a language by the ids of their templates, in snippet syntax; undefined where there are none. Sections that
 * are on offer only are `offered/KEY`, or `offered/ID.KEY` where a type has words of its own
 * @returns the words of a template by its id
 */
export function createWords(
  textsIn: (language: Language) => Readonly<Record<string, string>> | undefined,
  engines: readonly DiagramSyntax[],
  resolve?: ResolveVariable,
): (id: string) => WordsIn {
  const known = new Map<string, TemplateWords>()
  return (id) => (language) => {
    const texts = textsIn(language) ?? {}
    const textOf = (name: string) => (Object.hasOwn(texts, name) ? texts[name] : undefined)
    const source = textOf(id)
    if (source === undefined) return undefined
    const key = `${language} ${id}`
    const offered = (section: string) => textOf(`offered/${id}.${section}`) ?? textOf(`offered/${section}`)
    const words = known.get(key) ?? readWords(source, offered, engines, resolve)
    known.set(key, words)
    return words
  }
}

/** A template as a new document or a fragment begins with it in a language; as it is where there are no words in that. */
export function templateIn<T extends Template>(template: T, language: Language): T {
  const words = template.wordsIn?.(language)
  return words ? { ...template, snippet: words.snippet } : template
}

/**
 * The type as a document wants it: with titles, guidance, places to fill in and whole sections in its own language, as far as there are
 * words in that. What is demanded, and by which titles a section is known, stays the same.
 *
 * @param otherwise the language of a document that says too little to tell; English when absent
 * @returns always the same one for a type and a language, for what is known of a document is kept by its type
 */
export function inLanguageOf(type: DocumentType, document: DocumentModel, otherwise?: Language): DocumentType {
  if (!type.wordsIn) return type
  const language = languageOf(document) ?? otherwise
  const words = language && type.wordsIn(language)
  return words === undefined ? type : inWords(type, words)
}

function inWords(type: DocumentType, words: TemplateWords): DocumentType {
  const known = variants(type)
  const translated = known.get(words) ?? translate(type, words)
  known.set(words, translated)
  return translated
}

const variants = remember((_: DocumentType) => new Map<TemplateWords, DocumentType>())

function translate(type: DocumentType, words: TemplateWords): DocumentType {
  const { found } = outlineOf(words.document, type)
  const guidance = groupBy(words.document.comments, ({ start }) => sectionAt(words.document.sections, start))
  const specs = new Map<SectionSpec, SectionSpec>()
  const stops = [...words.snippet.tabStops]
  for (const spec of type.sections) {
    const parent = spec.parent && specs.get(spec.parent)
    const section = found.get(spec)
    const offered = spec.isOffered ? offeredIn(spec, words) : undefined
    for (const stop of offered?.tabStops ?? []) stops.push(stop)
    specs.set(spec, {
      ...spec,
      ...(section && inWordsOf(section, words)),
      ...(section && { guidance: (guidance.get(section) ?? []).map(({ text }) => text).join('\n\n') }),
      ...offered,
      ...(parent && { parent }),
    })
  }
  return {
    ...type,
    sections: [...specs.values()],
    tabStops: stops,
    document: words.document,
  }
}

/** A section that is on offer only; undefined where it has no words. Its places count from behind the document's. */
function offeredIn(
  spec: SectionSpec,
  { offered, snippet: { text } }: TemplateWords,
): Pick<SectionSpec, 'title' | 'tabStops' | 'diagrams' | 'snippet' | 'guidance'> | undefined {
  const written = offered(spec.keys[0]?.replaceAll(' ', '-') ?? '')
  if (written === undefined) return undefined
  let place = 0
  // Several types have it, each with numbers of its own.
  const source = written.replace(/\$\{\d+/g, (stop) => {
    const { index } = spec.tabStops[place++] ?? {}
    return index === undefined ? stop : `\${${index}`
  })
  const snippet = parseSnippet(source)
  const { sections, comments } = createDocument(createParser().parse(snippet.text), [])
  return {
    title: sections[0]?.title ?? spec.title,
    tabStops: snippet.tabStops.map((stop) => ({ ...stop, offset: stop.offset + text.length })),
    diagrams: [],
    snippet: source.trimEnd(),
    guidance: comments.map((comment) => comment.text).join('\n\n'),
  }
}

function inWordsOf(
  { title, start, end }: Section,
  { snippet, document }: TemplateWords,
): Pick<SectionSpec, 'title' | 'tabStops' | 'diagrams' | 'snippet'> {
  const isWithin = (offset: number) => offset >= start && offset < end
  return {
    title,
    tabStops: snippet.tabStops.filter(({ offset }) => isWithin(offset)),
    diagrams: document.diagrams.filter((diagram) => isWithin(diagram.start)),
    snippet: snippet.source.slice(snippet.sourceOffset(start), snippet.sourceOffset(end)).trimEnd(),
  }
}
