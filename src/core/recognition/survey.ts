/** Determines which document types a repository uses, and where, from its paths and a few of its files. */

import { groupBy } from '../data/groupBy.ts'
import { readPath } from './path.ts'

/** A folder that contains design documents, with samples of them. */
export interface SampledFolder {
  /** Relative to the workspace folder, with `/`; empty for that folder itself. */
  readonly path: string
  /** Number of documents. */
  readonly count: number
  readonly samples: readonly string[]
}

/** A folder with the type of most of its documents. */
export interface UsedFolder {
  readonly path: string
  readonly count: number
  readonly typeId: string
}

/** The types and folders that a repository uses. */
export interface Survey {
  /** Type ids, most frequent first. */
  readonly types: readonly string[]
  /** Those with the most documents first. */
  readonly folders: readonly UsedFolder[]
}

const mostFolders = 12
const samplesEach = 3

/**
 * Choose the files to examine: a few from each folder with likely documents, judging by names; the folders with the
 * most files first.
 *
 * @param paths relative to the workspace folder, with `/`
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

/** Summarise the samples. @param folders with the type ids of their samples; undefined for a sample without a type */
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

/**
 * The folder that contains a document; for a readme, which is likely the only document in its folder, the one above.
 */
function homeOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  return folders.slice(0, /(?:^|\/)(?:readme|index)\.\w+$/i.test(path) ? -1 : undefined).join('/')
}

/** The first, the last, and some in between. */
const spread = (files: readonly string[]): readonly string[] =>
  files.length <= samplesEach
    ? files
    : Array.from(
        { length: samplesEach },
        (_, index) => files[Math.round((index * (files.length - 1)) / (samplesEach - 1))] ?? '',
      )
