/** Makes unique file names for the pictures of a document. */

import { isReserved, slug } from '../text/naming.ts'
import { normalize } from './link.ts'

/** What a file's name is made of. */
export interface NameParts {
  /** Name of the document, without its ending. */
  readonly file: string
  /** The heading above the diagram; empty where there is none. */
  readonly heading: string
  /** Place in the document, from 1. */
  readonly index: number
}

/** Longest name, without what makes it unique and its ending. */
const maxLength = 80

/**
 * Names for the pictures of a document, without folder and ending; no two are alike, and no `-dark` after one of them is
 * another. They hold letters, digits, `-` and `_` alone, whatever pattern and headings say, so they lead nowhere.
 *
 * @param pattern with `${file}`, `${heading}` and `${index}`
 */
export function exportNames(pattern: string, diagrams: readonly NameParts[]): string[] {
  const used = new Set<string>()
  return diagrams.map((parts) => {
    const filled = pattern.replace(/\$\{(file|heading|index)\}/g, (_, name: keyof NameParts) => `${parts[name]}`)
    const words = slug(filled, maxLength)
    const base = words === '' || isReserved(words) ? slug(`diagram-${words || parts.index}`, maxLength) : words
    let name = base
    for (let count = 2; used.has(name) || used.has(darkName(name)); count++) name = `${base}-${count}`
    used.add(name).add(darkName(name))
    return name
  })
}

/** The name of a picture made for a dark ground. */
export const darkName = (name: string): string => `${name}-dark`

/**
 * The folder that pictures go into, as an absolute path with `/`.
 *
 * @param setting from the document, or with a leading `/` from the workspace folder
 * @param place absolute paths of the document's folder and of the workspace folder; without the latter, the former is all there is
 * @returns undefined for one that lies outside of the workspace folder
 */
export function exportFolder(
  setting: string,
  { document, workspace = document }: { readonly document: string; readonly workspace?: string | undefined },
): string | undefined {
  if (/[\\:\u0000-\u001f]/.test(setting)) return undefined
  const root = normalize(workspace)
  const folder = normalize(`${setting.startsWith('/') ? workspace : document}/${setting}`)
  if (folder === undefined || root === undefined) return undefined
  return folder === root || folder.startsWith(root === '/' ? root : `${root}/`) ? folder : undefined
}
