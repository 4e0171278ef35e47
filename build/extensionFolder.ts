/**
 * Writes what VS Code reads besides the bundles: the pages of the rules, the templates, the schema of the config, and
 * the folder that it loads as the extension. The manifest there is package.json with the settings of the rules filled
 * in: VS Code needs them in the manifest, where they would only be in the way of a reader.
 */
import { readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, rm, symlink } from 'node:fs/promises'
import type { Rule } from '../src/core/lint/rule.ts'
import { summarise } from '../src/core/template/summary.ts'
import { parseTemplate, type Template } from '../src/core/template/template.ts'
import { packed } from '../src/reading/opinion/weights.ts'
import { extensionPage } from './extensionPage.ts'
import { inRoot, read, write } from './files.ts'
import { fileTemplates } from './fileTemplates.ts'
import { writeGrammars } from './grammars.ts'
import { readKeywords } from './keywords.ts'
import { writeRemarkPackage } from './remarkPackage.ts'
import { rulePage } from './ruleHeader.ts'
import { ruleSettingsSchema, severityByStatusSchema } from './settings.ts'
import { loadRules, readTemplates, type TemplateFile } from './sources.ts'
import { tolerantSchema } from './tolerantSchema.ts'
import { writeTranslatedTemplates, writeTranslations } from './translations.ts'

const folder = 'out/extension'

/** Creates an empty folder for the extension, with an empty `dist` for its bundles, and a link to it in the root. */
export async function emptyExtensionFolder(): Promise<void> {
  for (const path of ['dist', folder]) await rm(inRoot(path), { recursive: true, force: true })
  await mkdir(inRoot(`${folder}/dist`), { recursive: true })
  // The files are in the folder and the link in the root: Node resolves links, and has to end up inside the extension.
  await symlink(`${folder}/dist`, inRoot('dist'), 'junction')
}

export async function writeExtensionFolder(): Promise<void> {
  const loaded = await loadRules()
  const rules = loaded.map(({ rule }) => rule)
  for (const { rule, header } of loaded) await write(`dist/rules/${rule.id}.md`, rulePage(rule, header))

  await writeRemarkPackage(rules)
  await writeGrammars()

  const templates = await readTemplates()
  const parsed = templates.map(({ name, text }) => parseTemplate(text, name, []))
  // The extension reads these when it needs them, rather than at startup.
  await write('dist/templates.json', JSON.stringify(templates.map((file, index) => withSummary(file, parsed[index]))))
  await write('dist/opinion.json', JSON.stringify(packed))
  await write('dist/keywords.json', JSON.stringify(await readKeywords()))
  await writeTranslatedTemplates('dist')
  await write('dist/file-templates.json', JSON.stringify(fileTemplates(parsed)))

  await write(
    'dist/config.schema.json',
    inJson(tolerantSchema(configSchema(JSON.parse(await read('build/config.schema.json')), rules))),
  )
  const manifest = JSON.parse(await read('package.json'))
  await writeTranslations(folder, extensionManifest(manifest, rules))
  for (const name of ['README.md', 'CHANGELOG.md'])
    await write(
      `${folder}/${name}`,
      extensionPage(await read(name), manifest.repository, (path) => readFileSync(inRoot(path))),
    )
  for (const name of ['LICENSE', '.vscodeignore']) await copyFile(inRoot(name), inRoot(`${folder}/${name}`))
  for (const name of ['media', 'skills', 'agents'])
    await cp(inRoot(name), inRoot(`${folder}/${name}`), {
      recursive: true,
      filter: (path) => !path.endsWith('gallery'),
    })
}

/** Adds what the editor needs to recognise the documents of a type, so that it parses a template only on demand. */
const withSummary = (file: TemplateFile, template: Template | undefined) =>
  template && file.group === undefined ? { ...file, summary: summarise(template) } : file

/** The parts of a manifest that are changed here. */
interface Manifest {
  /** For npm only; vsce has its own list. */
  readonly files?: readonly string[]
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, object>> } }
}

/** The manifest for VS Code: package.json with the settings of the rules, and without what only npm needs. */
export function extensionManifest<T extends Manifest>({ files: _, ...manifest }: T, rules: readonly Rule[]) {
  const { contributes } = manifest
  const { configuration } = contributes
  const { properties } = configuration
  const filled = {
    ...properties,
    'designDocs.rules': { ...properties['designDocs.rules'], ...ruleSettingsSchema(rules, false) },
    'designDocs.severityByStatus': { ...properties['designDocs.severityByStatus'], ...severityByStatusSchema(rules) },
  }
  return { ...manifest, contributes: { ...contributes, configuration: { ...configuration, properties: filled } } }
}

/** The schema of the team's config file, with the settings of the rules. */
export const configSchema = (schema: object, rules: readonly Rule[]): Readonly<Record<string, unknown>> => ({
  ...schema,
  definitions: {
    // Unknown properties are reported by our own reader, in better words, and need not be reported twice.
    rules: { ...ruleSettingsSchema(rules, true), additionalProperties: true },
    severityByStatus: severityByStatusSchema(rules),
  },
})

const inJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
