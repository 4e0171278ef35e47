/**
 * Translates a document type for a document in another language: the same requirements, in the words of that language.
 */

import { groupBy } from '../data/groupBy.ts'
import { remember } from '../data/remember.ts'
import { variantOf } from '../data/variantOf.ts'
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
    // Lazy, since inserting a fragment needs only its snippet.
    get document() {
      document ??= createDocument(createParser().parse(snippet.text), engines)
      return document
    },
  }
}

/**
 * Create a lookup for the translations of templates; each is parsed once.
 *
 * @param textsIn the texts of a language by template id, in snippet syntax; undefined if there are none. Offered
 * sections have the key `offered/KEY`, or `offered/ID.KEY` for the translation of a single type
 * @returns the translations of a template by its id
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

/** A template for a new document or fragment in a language; unchanged if there is no translation. */
export function templateIn<T extends Template>(template: T, language: Language): T {
  const words = template.wordsIn?.(language)
  return words ? (variantOf<Template>(template, { snippet: words.snippet }) as T) : template
}

/**
 * The type in the language of a document: with titles, guidance, tab stops and whole sections translated, as far as
 * translations exist. What is required, and the titles that identify a section, stay the same.
 *
 * @param otherwise the language of a document with too little text to detect its own; English when absent
 * @returns always the same object for a type and language, since caches are keyed by type
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
    const changes = {
      ...(section && inWordsOf(section, words)),
      ...(section && { guidance: (guidance.get(section) ?? []).map(({ text }) => text).join('\n\n') }),
      ...offered,
      ...(parent && { parent }),
    }
    specs.set(spec, variantOf(spec, changes))
  }
  return variantOf(type, { sections: [...specs.values()], tabStops: stops, document: words.document })
}

/**
 * Translates an offered section; undefined without a translation. Tab stop offsets continue after the document's text.
 */
function offeredIn(
  spec: SectionSpec,
  { offered, snippet: { text } }: TemplateWords,
): Pick<SectionSpec, 'title' | 'tabStops' | 'diagrams' | 'snippet' | 'guidance'> | undefined {
  const written = offered(spec.keys[0]?.replaceAll(' ', '-') ?? '')
  if (written === undefined) return undefined
  let place = 0
  // Types share the translation, but each numbers its tab stops differently.
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
