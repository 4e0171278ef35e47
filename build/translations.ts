/**
 * Writes what VS Code reads for display languages other than English: the texts of the manifest, which become keys in
 * it, and those of the extension. `l10n/` has a folder per language, keyed by the English text.
 */
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Catalogue, createTranslator } from '../src/core/text/translate.ts'
import { inRoot, namesIn, read, write } from './files.ts'
import { fragmentsIn } from './sources.ts'

/** The IDs of the languages, as VS Code writes them, such as `de` and `zh-cn`. */
export async function languages(): Promise<readonly string[]> {
  const entries = await readdir(inRoot('l10n'), { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).toSorted()
}

/** The translations into a language, by the name of their file, such as `findings`. */
export async function readCatalogues(language: string): Promise<ReadonlyMap<string, Catalogue>> {
  const names = await namesIn(`l10n/${language}`, '.json')
  const parsed = names.map(async (name) => [name, JSON.parse(await read(`l10n/${language}/${name}.json`))] as const)
  return new Map(await Promise.all(parsed))
}

/** Merges catalogues into one. @param except the names of files to leave out */
export const inOne = (catalogues: ReadonlyMap<string, Catalogue>, except: readonly string[] = []): Catalogue =>
  Object.fromEntries([...catalogues].flatMap(([name, texts]) => (except.includes(name) ? [] : Object.entries(texts))))

/** The file in `l10n/` that explains the keywords of notations. The extension reads it when a keyword is first needed. */
const keywordsFile = 'keywords'

/** Writes a manifest with keys for texts, and the texts by key for each language. @param folder of the extension */
export async function writeTranslations(folder: string, manifest: object): Promise<void> {
  const { localized, texts } = localizeManifest(manifest)
  await write(`${folder}/package.json`, inJson({ ...localized, l10n: './l10n' }))
  await write(`${folder}/package.nls.json`, inJson(texts))
  for (const language of await languages()) {
    const catalogues = await readCatalogues(language)
    const translate = createTranslator(inOne(catalogues))
    const said = Object.entries(texts).map(([key, text]) => [key, translate(text)])
    await write(`${folder}/package.nls.${language}.json`, inJson(Object.fromEntries(said)))
    // Texts used only in the manifest need not be loaded by the extension, and keywords are loaded separately.
    const loaded = inOne(catalogues, ['manifest', keywordsFile])
    await write(`${folder}/l10n/bundle.l10n.${language}.json`, inJson(loaded))
    await write(`${folder}/dist/keywords.${language}.json`, JSON.stringify(catalogues.get(keywordsFile) ?? {}))
  }
}

/** Writes the translated templates and fragments by ID, in one file per language. @param folder to write to */
export async function writeTranslatedTemplates(folder: string): Promise<void> {
  for (const language of await languages()) {
    const texts = {
      ...(await translatedTemplates(language)),
      ...(await translatedFragments(language)),
      ...(await translatedOffered(language)),
    }
    await write(`${folder}/templates.${language}.json`, JSON.stringify(texts))
  }
}

/** The initial text of new documents in a language, by type ID, in snippet syntax. All else is in the English one. */
export async function translatedTemplates(language: string): Promise<Readonly<Record<string, string>>> {
  const ids = await namesIn(`snippets/${language}/`, '.md')
  const texts = ids.map(async (id) => [id, await read(`snippets/${language}/${id}.md`)] as const)
  return Object.fromEntries(await Promise.all(texts))
}

/** The fragments in a language, by ID, in snippet syntax. */
export async function translatedFragments(language: string): Promise<Readonly<Record<string, string>>> {
  const paths = await fragmentsIn(`snippets/${language}/`)
  const texts = paths.map(async (path) => [basename(path), await read(`snippets/${language}/${path}.md`)] as const)
  return Object.fromEntries(await Promise.all(texts))
}

/** The sections in a language that are only offered, by `offered/KEY` or `offered/TYPE.KEY`, in snippet syntax. */
async function translatedOffered(language: string): Promise<Readonly<Record<string, string>>> {
  const names = await namesIn(`snippets/${language}/offered/`, '.md')
  const texts = names.map(
    async (name) => [`offered/${name}`, await read(`snippets/${language}/offered/${name}.md`)] as const,
  )
  return Object.fromEntries(await Promise.all(texts))
}

/** The properties of a manifest that people read. Texts for language models and the product's name stay English. */
const shown: ReadonlySet<string> = new Set([
  'title',
  'shortTitle',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'contents',
  'altText',
  'displayName',
  'userDescription',
])

/** A manifest with keys in place of its texts, and the texts by these keys. */
export function localizeManifest(manifest: object): {
  readonly localized: object
  readonly texts: Readonly<Record<string, string>>
} {
  const keys = new Map<string, string>()
  const product = 'displayName' in manifest ? manifest.displayName : undefined

  function keyOf(text: string, path: string): string {
    const known = keys.get(text)
    if (known !== undefined) return `%${known}%`
    // The extension packager allows no other characters in a key.
    const key = path.replace(/[^\w.]/g, '_')
    keys.set(text, key)
    return `%${key}%`
  }

  function replace(value: unknown, path: string, isShown: boolean): unknown {
    if (typeof value === 'string') return isShown && value !== product ? keyOf(value, path) : value
    if (Array.isArray(value))
      return value.map((each, index) => replace(each, `${path}.${nameOf(each, index)}`, isShown))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        // Texts for models, and the snippets that are listed for a setting, are not translated.
        /^(?:inputSchema|defaultSnippets|tags)$/.test(key)
          ? each
          : replace(each, `${path}.${key}`, isTextOf(key, path)),
      ]),
    )
  }

  const { contributes, description, ...rest } = manifest as Readonly<Record<string, unknown>>
  const localized = {
    ...rest,
    description: replace(description, 'description', true),
    contributes: replace(contributes, 'contributes', false),
  }
  return { localized, texts: Object.fromEntries([...keys].map(([text, key]) => [key, text])) }
}

/** Whether a property is a text. The names of views are shown, those of tools and problem matchers are not. */
const isTextOf = (key: string, path: string): boolean =>
  shown.has(key) || (key === 'name' && /^contributes\.views\./.test(path))

const nameOf = (value: unknown, index: number): string =>
  typeof value === 'object' && value !== null
    ? String(Object.entries(value).find(([key]) => /^(?:command|id|name)$/.test(key))?.[1] ?? index)
    : String(index)

const inJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
