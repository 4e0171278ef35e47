import { access, readdir, readFile } from 'node:fs/promises'
import { createDocument, type DocumentModel } from '../../src/core/document/document.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { parseTemplate } from '../../src/core/template/template.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { templateTexts } from '../../src/generated/templates.ts'
import { quickly } from '../quickly.ts'

/** A document of the corpus with the labels of both readers. */
export interface LabelledDocument {
  readonly name: string
  readonly document: DocumentModel
  readonly a: ReaderLabels
  readonly b: ReaderLabels
}

/** The labels that one reader assigned. */
export interface ReaderLabels {
  readonly checklist: Readonly<
    Record<string, { readonly state: string; readonly lines: readonly number[] | null; readonly why: string }>
  >
  readonly red_flags: Readonly<Record<string, { readonly raised: boolean | null; readonly why: string }>>
}

/** Every second document: one half for development, the other for an occasional check. */
export type Half = 'odd' | 'even'

/** The folder of the documents, unless another one with the same kind of labels is given. */
export const ours = new URL('../../../shared/corpus/', import.meta.url)

/** The labelled documents, or undefined if the corpus is absent. */
export async function readLabelled(half?: Half, corpus: URL = ours): Promise<readonly LabelledDocument[] | undefined> {
  const labels = new URL('labels.json', corpus)
  if (!(await exists(labels))) return undefined
  const { documents } = JSON.parse(await readFile(labels, 'utf8')) as {
    documents: Record<string, { a: ReaderLabels; b: ReaderLabels }>
  }
  const entries = Object.entries(documents).filter((_, index) => !half || index % 2 === (half === 'odd' ? 1 : 0))
  return Promise.all(
    entries.map(async ([name, { a, b }]) => ({ name, a, b, document: await readDesign(name, corpus) })),
  )
}

/** The sorted names of all design documents in the corpus, or undefined if it is absent. */
export async function listDesigns(corpus: URL = ours): Promise<readonly string[] | undefined> {
  const folder = new URL('design/', corpus)
  if (!(await exists(folder))) return undefined
  return (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
}

/** The built-in document types. */
export const types = quickly(() =>
  templateTexts.flatMap(({ name, text }) => parseTemplate(text, name, syntaxes).type ?? []),
)

/** Reads and parses a document of the corpus. */
export async function readDesign(name: string, corpus: URL = ours): Promise<DocumentModel> {
  const text = await readFile(new URL(`design/${name}`, corpus), 'utf8')
  return createDocument(
    quickly(() => createParser().parse(text)),
    syntaxes,
  )
}

const exists = (file: URL): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
