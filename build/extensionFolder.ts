/**
 * Write what VS Code reads besides the bundles: the pages of the rules, the templates, the schema of the config, and the folder
 * that it takes for the extension. Its manifest is package.json with the settings of the rules filled in, which VS Code wants
 * in the manifest itself and no person wants to read there.
 */
import { readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, rm, symlink } from 'node:fs/promises'
import type { Rule } from '../src/core/lint/rule.ts'
import { parseTemplate } from '../src/core/template/template.ts'
import { packed } from '../src/reading/opinion/weights.ts'
import { extensionPage } from './extensionPage.ts'
import { inRoot, read, write } from './files.ts'
import { fileTemplates } from './fileTemplates.ts'
import { writeGrammars } from './grammars.ts'
import { readKeywords } from './keywords.ts'
import { writeRemarkPackage } from './remarkPackage.ts'
import { rulePage } from './ruleHeader.ts'
import { ruleSettingsSchema, severityByStatusSchema } from './settings.ts'
import { loadRules, readTemplates } from './sources.ts'
import { tolerantSchema } from './tolerantSchema.ts'
import { writeTranslatedTemplates, writeTranslations } from './translations.ts'

const folder = 'out/extension'

/** An empty folder for the extension, with its bundles still to be written to `dist` in it, and a link to that in the root. */
export async function emptyExtensionFolder(): Promise<void> {
  for (const path of ['dist', folder]) await rm(inRoot(path), { recursive: true, force: true })
  await mkdir(inRoot(`${folder}/dist`), { recursive: true })
  // The folder holds the files and the root the link: Node follows it, and must end inside of the extension.
  await symlink(`${folder}/dist`, inRoot('dist'), 'junction')
}

export async function writeExtensionFolder(): Promise<void> {
  const loaded = await loadRules()
  const rules = loaded.map(({ rule }) => rule)
  for (const { rule, header } of loaded) await write(`dist/rules/${rule.id}.md`, rulePage(rule, header))

  await writeRemarkPackage(rules)
  await writeGrammars()

  const templates = await readTemplates()
  // The extension reads them when it needs them: they are no part of what is loaded at its start.
  await write('dist/templates.json', JSON.stringify(templates))
  await write('dist/opinion.json', JSON.stringify(packed))
  await write('dist/keywords.json', JSON.stringify(await readKeywords()))
  await writeTranslatedTemplates('dist')
  const parsed = templates.map(({ name, text }) => parseTemplate(text, name, []))
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

/** As much of a manifest as is filled in here. */
interface Manifest {
  /** For npm; vsce has its own list. */
  readonly files?: readonly string[]
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, object>> } }
}

/** The manifest for VS Code: package.json, with the settings of the rules, and without what is npm's alone. */
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

/** The schema of the team's config file, with the rules. */
export const configSchema = (schema: object, rules: readonly Rule[]): Readonly<Record<string, unknown>> => ({
  ...schema,
  definitions: {
    // What the config has too much is reported by our own reader, in better words; once is enough.
    rules: { ...ruleSettingsSchema(rules, true), additionalProperties: true },
    severityByStatus: severityByStatusSchema(rules),
  },
})

const inJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
