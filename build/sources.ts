import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Rule } from '../src/core/lint/rule.ts'
import { inRoot, namesIn, read } from './files.ts'
import { readRuleHeader } from './ruleHeader.ts'

/** A template file in `snippets/`; a fragment has a group. */
export interface TemplateFile {
  readonly name: string
  readonly group?: string
  readonly text: string
}

/** The IDs of all rules. */
export const ruleIds = (): Promise<readonly string[]> => namesIn('src/rules/', '.ts')

/** All rules with the Markdown of their headers. */
export const loadRules = async (): Promise<readonly { readonly rule: Rule; readonly header: string }[]> =>
  Promise.all(
    (await ruleIds()).map(async (id) => {
      const file = `src/rules/${id}.ts`
      const module = (await import(inRoot(file).href)) as { default: Rule }
      return { rule: module.default, header: readRuleHeader(await read(file)) }
    }),
  )

/** All built-in templates: document types first, then the fragments by group. */
export async function readTemplates(): Promise<readonly TemplateFile[]> {
  const types = await namesIn('snippets/', '.md')
  return Promise.all(
    [...types, ...(await fragments())].map(async (path) => {
      const group = /^fragments\/(.+)\//.exec(path)?.[1]
      return { name: basename(path), ...(group && { group }), text: await read(`snippets/${path}.md`) }
    }),
  )
}

const fragments = (): Promise<readonly string[]> => fragmentsIn('snippets/')

/** The fragments in a folder of templates, as paths relative to it, without the ending; empty if there are none. */
export async function fragmentsIn(folder: string): Promise<readonly string[]> {
  const paths = await readdir(inRoot(`${folder}fragments/`), { recursive: true }).catch(() => [])
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .map((path) => `fragments/${path.slice(0, -'.md'.length)}`)
    .toSorted()
}
