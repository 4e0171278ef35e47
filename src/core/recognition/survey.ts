/** Tells from the paths of a repository and a few of its files which documents it keeps, and where. */

import { groupBy } from '../data/groupBy.ts'
import { readPath } from './path.ts'

/** A folder that holds design documents, and some of them. */
export interface SampledFolder {
  /** From the workspace folder, with `/`; empty for that folder itself. */
  readonly path: string
  /** How many there are. */
  readonly count: number
  readonly samples: readonly string[]
}

/** A folder with the type that most of its documents are of. */
export interface UsedFolder {
  readonly path: string
  readonly count: number
  readonly typeId: string
}

/** What a repository keeps. */
export interface Survey {
  /** Ids of types, the commonest first. */
  readonly types: readonly string[]
  /** The fullest first. */
  readonly folders: readonly UsedFolder[]
}

const mostFolders = 12
const samplesEach = 3

/**
 * Choose which files to look into: a few of each folder that holds documents by its name and theirs, the fullest folders first.
 *
 * @param paths from the workspace folder, with `/`
 * @param isClaimed whether a template or the config claims a file by its path
 */
export function chooseSamples(
  paths: readonly string[],
  isClaimed: (path: string) => boolean,
): readonly SampledFolder[] {
  const byHome = groupBy(
    paths.filter((path) => isLikely(path) || isClaimed(path)),
    homeOf,
  )
  return [...byHome]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostFolders)
    .map(([path, files]) => ({ path, count: files.length, samples: spread(files.toSorted()) }))
}

/** Sum up what the samples are. @param folders with the ids of their samples' types; undefined for a sample that has none */
export function sumUp(
  folders: readonly (SampledFolder & { readonly typeIds: readonly (string | undefined)[] })[],
): Survey {
  const weights = new Map<string, number>()
  const used = folders.flatMap(({ path, count, typeIds }): UsedFolder[] => {
    const found = groupBy(
      typeIds.flatMap((id) => id ?? []),
      (id) => id,
    )
    for (const [id, { length }] of found) weights.set(id, (weights.get(id) ?? 0) + (count * length) / typeIds.length)
    const [most] = [...found].toSorted(([, a], [, b]) => b.length - a.length)
    return most ? [{ path, count, typeId: most[0] }] : []
  })
  return {
    types: [...weights].toSorted(([, a], [, b]) => b - a).map(([id]) => id),
    folders: used.toSorted((a, b) => b.count - a.count),
  }
}

function isLikely(path: string): boolean {
  const { isNone, isRootReadme, isElsewhere, folder, name } = readPath(path)
  return !isNone && !isRootReadme && !isElsewhere && (folder ?? name) !== undefined
}

/** The folder that holds a document; of a readme, which is likely as the one document of its folder, the one above. */
function homeOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  return folders.slice(0, /(?:^|\/)(?:readme|index)\.\w+$/i.test(path) ? -1 : undefined).join('/')
}

/** The first, the last and some between. */
const spread = (files: readonly string[]): readonly string[] =>
  files.length <= samplesEach
    ? files
    : Array.from(
        { length: samplesEach },
        (_, index) => files[Math.round((index * (files.length - 1)) / (samplesEach - 1))] ?? '',
      )
