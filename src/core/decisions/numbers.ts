/** Names a new record as its neighbours are named, and tells which numbers are taken. */
import { type FileName, type NamePart, numberOfName, readFileName } from './fileName.ts'

/** How the records of a folder are named. */
export interface Numbering {
  /** What stands before the words of the name: prefix, date, number, each with the sign behind it, the last without. */
  readonly stem: string
  /** The next free number with the folder's leading zeros; absent where dates alone are counted by. */
  readonly number?: string
  /** What stands between the words of a name. */
  readonly separator: '-' | '_'
  /** Whether the files are named by their number alone, such as `ADR-7.md`. */
  readonly isBare: boolean
  /** The name of the file in a folder of its own; empty where it is the folder's name again. Absent where records are files. */
  readonly file?: string
}

/**
 * The name of the next record, after those that are there.
 *
 * @param paths names in the folder; those in folders of it with theirs: `0001-tea/index.md`
 * @param now when the record is made; absent where nobody names by dates
 */
export function nextNumber(paths: readonly string[], now?: Date): Numbering {
  const named = paths.flatMap((path) => {
    const name = /\.(?:md|markdown|adoc|rst|txt)$/i.test(path) ? readFileName(path) : undefined
    return name && name.parts.length > 0 && (now || name.parts[0]?.kind === 'number') ? [{ path, name }] : []
  })
  // What is named by its number and what by its date are counted apart; where there is nothing, the number counts.
  const like = mostOf(named, ({ name }) => `${name.isFolder} ${name.parts.map(({ kind }) => kind).join(' ')}`)
  const highest = named.reduce((most, { path }) => Math.max(most, numberOfName(path) ?? 0), 0)
  const model = like.toSorted((a, b) => orderOf(a.name) - orderOf(b.name) || (a.path < b.path ? -1 : 1)).at(-1)
  if (!model) return { stem: '0001', number: '0001', separator: '-', isBare: false }
  const { prefix, parts, rest, isFolder } = model.name
  const number = parts.find(({ kind }) => kind === 'number')
  const next = number && String(highest + 1).padStart(number.text.length, '0')
  const stem = parts.map((part, index) => {
    const text = part.kind === 'number' ? (next ?? '') : likeDate(part, now ?? new Date(0))
    return index < parts.length - 1 ? text + part.sign : text
  })
  const file = model.path.slice(model.path.lastIndexOf('/') + 1)
  return {
    stem: prefix + stem.join(''),
    ...(next !== undefined && { number: next }),
    separator: parts.at(-1)?.sign === '_' ? '_' : '-',
    isBare: rest === '',
    ...(isFolder && { file: model.path.includes(`${file.replace(/\.\w+$/, '')}/`) ? '' : file }),
  }
}

function mostOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

const orderOf = ({ parts }: FileName): number => Number(parts.find(({ kind }) => kind === 'number')?.text ?? 0)

/** A moment as a date in a name is written: with the same signs, and as exactly. */
function likeDate({ text }: NamePart, now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const all =
    String(now.getFullYear()) +
    [now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')
  let at = 0
  return text.replace(/\d/g, () => all.charAt(at++))
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
