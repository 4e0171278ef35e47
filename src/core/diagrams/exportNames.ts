/** Creates unique file names for the pictures of a document. */

import { isReserved, slug } from '../text/slug.ts'
import { normalize } from './link.ts'

/** The variables of a file name. */
export interface NameParts {
  /** Name of the document, without extension. */
  readonly file: string
  /** The heading above the diagram; empty if there is none. */
  readonly heading: string
  /** Position in the document, from 1. */
  readonly index: number
}

/** Maximum length of a name, without the suffix that makes it unique and the extension. */
const maxLength = 80

/**
 * Names for the pictures of a document, without folder and extension; unique, even with `-dark` appended. Whatever the
 * pattern and the headings, names contain only letters, digits, `-` and `_`, so they cannot lead to another folder.
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

/** The name of a picture for dark backgrounds. */
export const darkName = (name: string): string => `${name}-dark`

/**
 * The folder for pictures, as an absolute path with `/`.
 *
 * @param setting relative to the document or, with a leading `/`, to the workspace folder
 * @param place absolute paths of the document's folder and of the workspace folder, which defaults to the former
 * @returns undefined for a folder outside the workspace folder
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
