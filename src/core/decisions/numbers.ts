/** How the files of a folder are numbered. */
export interface Numbering {
  /** The word before the number with its separator, such as `ADR-`; mostly empty. */
  readonly prefix: string
  /** The next free number with the folder's leading zeros. */
  readonly number: string
  /** What stands between the words of a name. */
  readonly separator: '-' | '_'
  /** Whether the files are named by their number alone, such as `ADR-7.md`. */
  readonly isBare: boolean
}

const numbered = /^([a-z]{0,8}[-_ ]?)(\d{1,6})(?!\d)(?!-\d\d-\d\d)(?:([-_. ])|$)/i

/** The number in a file's name, such as 7 of `0007-use-a-queue.md` and `adr-007.md`; undefined without one. A date is none. */
export function numberOfName(name: string): number | undefined {
  const digits = numbered.exec(name)?.[2]
  return digits === undefined ? undefined : Number(digits)
}

/** The number after the highest one of a folder, written as the files that are there write theirs. */
export function nextNumber(names: readonly string[]): Numbering {
  const taken = names.flatMap((name) => {
    const match = /\.(?:md|markdown|adoc|rst|txt)$/i.test(name) ? numbered.exec(name) : null
    return match ? [{ prefix: match[1] ?? '', digits: match[2] ?? '', separator: match[3] }] : []
  })
  const last = taken.toSorted((a, b) => Number(a.digits) - Number(b.digits)).at(-1)
  return {
    prefix: last?.prefix ?? '',
    number: String(Number(last?.digits ?? 0) + 1).padStart(last?.digits.length ?? 4, '0'),
    separator: last?.separator === '_' ? '_' : '-',
    isBare: last?.separator === '.',
  }
}

/** A branch and the files that it has and the current one has not; paths as in the folder that is asked about. */
export interface BranchFiles {
  readonly branch: string
  readonly paths: readonly string[]
}

/** Another branch that has given a number away. */
export interface NumberClaim {
  readonly branch: string
  /** The name of its file. */
  readonly name: string
}

/**
 * Who else has a number: a file of another branch in the same folder with that number.
 *
 * @param folder its path, without `/` at the end, as those of the files begin
 * @param here the names of the files that are in the folder now: they are no news
 */
export function findClaim(
  number: string,
  folder: string,
  here: readonly string[],
  branches: readonly BranchFiles[],
): NumberClaim | undefined {
  const known = new Set(here)
  for (const { branch, paths } of branches)
    for (const path of paths) {
      const name = path.slice(path.lastIndexOf('/') + 1)
      const isIn = path === `${folder}/${name}` && /\.(?:md|markdown)$/i.test(name) && !known.has(name)
      if (isIn && numberOfName(name) === Number(number)) return { branch, name }
    }
  return undefined
}
