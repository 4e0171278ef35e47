/** Finds the other decision records in a folder. */

import type { RuleContext } from '../lint/rule.ts'
import { isInside } from '../text/insidePath.ts'
import { isMarkdown } from '../text/isMarkdown.ts'
import { resolveFrom } from '../text/relativePath.ts'
import { isRecordName, numberOfName, readFileName } from './fileName.ts'
import { type Neighbour, readNeighbour } from './neighbour.ts'
import type { Reference } from './references.ts'

/** The records in the folder of a decision. */
export interface OtherDecisions {
  /** Reads a record, at most once; undefined for one that does not exist. @param path as returned by `pathOf` */
  read(path: string): Promise<Neighbour | undefined>
  /** Path of the folder, relative to that of the config; empty for that folder itself. */
  readonly folder: string
  /** The decision's own file name. */
  readonly name: string
  /** Names of the Markdown files in the folder, including its own. */
  readonly names: readonly string[]
  /** Whether the decision has its own folder, such as `0007-use-a-queue/README.md`: the other records are elsewhere. */
  readonly hasOwnFolder: boolean
}

/** Undefined for a decision without a file, and if the host has no file access. */
export async function otherDecisions({ path, host }: RuleContext): Promise<OtherDecisions | undefined> {
  const { files } = host
  if (path === undefined || !files) return undefined
  const cut = path.lastIndexOf('/')
  const folder = path.slice(0, Math.max(cut, 0))
  const names = (await files.list(folder)).filter(isRecordName)
  const found = new Map<string, Promise<Neighbour | undefined>>()
  const read = async (place: string) => {
    const text = await files.read(place)
    return text === undefined ? undefined : readNeighbour(place, text)
  }
  return {
    read(place) {
      const known = found.get(place) ?? read(place)
      found.set(place, known)
      return known
    },
    folder,
    name: path.slice(cut + 1),
    names,
    hasOwnFolder: readFileName(path).isFolder,
  }
}

/**
 * The path of the record that a reference refers to, relative to the folder of the config. Undefined if there is none, or
 * if it is outside that folder on this or another operating system.
 */
export function pathOf({ target, number }: Reference, { folder, name, names }: OtherDecisions): string | undefined {
  const inFolder = (file: string) => (folder === '' ? file : `${folder}/${file}`)
  if (target !== undefined && isMarkdown(target)) {
    const path = resolveFrom(inFolder(name), target)
    return isInside(path) ? path : undefined
  }
  const other = number === undefined ? undefined : names.find((each) => numberOfName(each) === number)
  return other === undefined ? undefined : inFolder(other)
}
