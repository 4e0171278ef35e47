/** Names the team's files, and finds the templates among them. */

import { getNodeValue } from 'jsonc-parser'
import { readJson } from '../data/json.ts'
import { isDenial, matchesGlob } from '../text/globs.ts'
import { isInside } from '../text/insidePath.ts'
import { isMarkdown } from '../text/isMarkdown.ts'

/** Paths of the team's files, relative to the folder that contains `.design-docs`. */
export const configPath = '.design-docs/config.json'
export const templatesPath = '.design-docs/templates'

/** Lists a folder. Paths are relative to the folder that contains `.design-docs`, with `/`; empty for that folder. */
export type ListFolder = (path: string) => Promise<readonly FolderEntry[]>

export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
}

/** The most folders searched for one glob; a glob that needs more is too broad. */
const mostFolders = 2000

/** The template globs in a config, without those that lead out of its folder. */
export function namedTemplates(configText: string | undefined): readonly string[] {
  const root = configText === undefined ? undefined : readJson(configText).root
  const value: unknown = root?.type === 'object' ? (getNodeValue(root) as { templates?: unknown }).templates : undefined
  return templateGlobs(value)
}

/** Template globs from an unchecked value, such as an editor setting. */
export const templateGlobs = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [])
    .filter((glob): glob is string => typeof glob === 'string')
    .map(normalise)
    .filter((glob) => glob !== '' && !leadsOut(glob) && !isDenial(glob))

/** Trims, removes leading `./` and converts `\` to `/`. */
export const normalise = (glob: string): string =>
  glob
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')

/** Whether a path or glob leads out of the folder; `~`, for the home directory, does too. */
export const leadsOut = (glob: string): boolean => glob.startsWith('~') || !isInside(glob)

export const isGlob = (path: string): boolean => /[*?[\]{}!]/.test(path)

/**
 * Find the team's templates: the Markdown files in `.design-docs/templates`, and those that globs name. A folder that
 * cannot be listed counts as empty.
 *
 * @param globs as returned by `templateGlobs`
 * @returns their paths, sorted, without duplicates
 */
export async function findTemplateFiles(globs: readonly string[], list: ListFolder): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const { name, isFolder } of await list(templatesPath))
    if (!isFolder && isMarkdown(name)) found.add(`${templatesPath}/${name}`)
  for (const glob of globs) {
    const base = glob.split('/').slice(0, -1)
    const fixed = base.findIndex(isGlob)
    const from = (fixed < 0 ? base : base.slice(0, fixed)).join('/')
    const isTemplate = templateTest(glob)
    for (const path of await walk(from, list, depthOf(glob, from))) if (isTemplate(path)) found.add(path)
  }
  return [...found].toSorted()
}

/** The files in `.design-docs` that are named as other tools name a config, and so were meant as `config.json`. */
export async function findMisnamedConfigs(list: ListFolder): Promise<readonly string[]> {
  const names = (await list('.design-docs')).filter(({ isFolder }) => !isFolder).map(({ name }) => name)
  return names
    .filter((name) => name !== 'config.json' && /^config\.(?:json[5c]?|ya?ml|toml|[cm]?[jt]s)$/i.test(name))
    .map((name) => `.design-docs/${name}`)
    .toSorted()
}

/** Returns a test for paths that a glob names. A path with brackets also matches literally. */
export function templateTest(glob: string): (path: string) => boolean {
  const globs = [normalise(glob)]
  return (path) => path === globs[0] || (isMarkdown(path) && matchesGlob(globs, path))
}

/** How many folder levels below its fixed part a glob can reach. */
const depthOf = (glob: string, from: string): number =>
  glob.includes('**') ? 12 : Math.max(0, glob.split('/').length - 1 - (from === '' ? 0 : from.split('/').length))

async function walk(from: string, list: ListFolder, depth: number): Promise<readonly string[]> {
  const files: string[] = []
  let level = [from]
  let left = mostFolders
  for (let at = 0; at <= depth && level.length > 0; at++) {
    const next: string[] = []
    for (const folder of level) {
      if (left-- <= 0) return files
      for (const { name, isFolder } of await list(folder)) {
        const path = folder === '' ? name : `${folder}/${name}`
        if (!isFolder) files.push(path)
        else if (!['node_modules', '.git'].includes(name)) next.push(path)
      }
    }
    level = next
  }
  return files
}
