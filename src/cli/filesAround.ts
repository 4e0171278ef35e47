/** Lets rules read and list files in the folder that a team's config applies to. */

import { join } from 'node:path'
import type { RuleFiles } from '../core/lint/rule.ts'
import { isInside } from '../core/text/insidePath.ts'
import { type Disk, wholeDisk } from './disk.ts'

/** A folder's files, as rules see them. Listings are cached, so that one run sees one state. @param root absolute */
export function filesAround(root: string, disk: Disk = wholeDisk): RuleFiles {
  const listings = new Map<string, Promise<readonly string[]>>()
  const list = async (folder: string): Promise<readonly string[]> => {
    const entries = await disk.list(join(root, folder)).catch(() => [])
    return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  }
  return {
    async list(folder) {
      if (!isInside(folder)) return []
      const known = listings.get(folder) ?? list(folder)
      listings.set(folder, known)
      return known
    },
    async read(path) {
      const found = isInside(path) ? await disk.readText(join(root, path)) : undefined
      return found?.failure === undefined ? found?.text : undefined
    },
  }
}
