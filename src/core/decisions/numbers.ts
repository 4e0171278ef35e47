/** Names new records like their neighbours, and finds numbers that are taken. */
import { groupBy } from '../data/groupBy.ts'
import { isMarkdown } from '../text/isMarkdown.ts'
import { type FileName, isRecordFile, type NamePart, numberOfName, readFileName } from './fileName.ts'

/** How the records of a folder are named. */
export interface Numbering {
  /** The name up to its words: prefix, date and number, with the separators between them. */
  readonly stem: string
  /** The next free number, with the folder's leading zeros; absent if records have only dates. */
  readonly number?: string
  /** The separator of words in a name. */
  readonly separator: '-' | '_'
  /** Whether files are named by number only, such as `ADR-7.md`. */
  readonly isBare: boolean
  /** File name within the record's folder; empty if it repeats the folder's name. Absent if records have no folders. */
  readonly file?: string
}

/**
 * The name of the next record, following the existing ones.
 *
 * @param paths file names in the folder; those in its subfolders with the subfolder: `0001-tea/index.md`
 * @param now when the record is created; absent if names do not contain dates
 */
export function nextNumber(paths: readonly string[], now?: Date): Numbering {
  const named = paths.flatMap((path) => {
    const name = isRecordFile(path) ? readFileName(path) : undefined
    return name && name.parts.length > 0 && (now || name.parts[0]?.kind === 'number') ? [{ path, name }] : []
  })
  // Follow the most frequent kind of name; without any, names are numbered.
  const like = largestGroup(named, ({ name }) => `${name.isFolder} ${name.parts.map(({ kind }) => kind).join(' ')}`)
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

const largestGroup = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  [...groupBy(items, keyOf).values()].toSorted((a, b) => b.length - a.length)[0] ?? []

const orderOf = ({ parts }: FileName): number => Number(parts.find(({ kind }) => kind === 'number')?.text ?? 0)

/** A time in the format of a date in a name: with the same separators and precision. */
function likeDate({ text }: NamePart, now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const all =
    String(now.getFullYear()) +
    [now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')
  let at = 0
  return text.replace(/\d/g, () => all.charAt(at++))
}

/** A branch, and the files that only it has. Paths start like that of the folder in question. */
export interface BranchFiles {
  readonly branch: string
  readonly paths: readonly string[]
}

/** Another branch that has already used a number. */
export interface NumberClaim {
  readonly branch: string
  /** The name of the file with that number. */
  readonly name: string
}

/**
 * Find another branch that uses a number: one with a file of that number in the same folder.
 *
 * @param folder its path, without a trailing `/`, in the form of the files' paths
 * @param here names of the files that are in the folder now, which are ignored
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
      const isIn = path === `${folder}/${name}` && isMarkdown(name) && !known.has(name)
      if (isIn && numberOfName(name) === Number(number)) return { branch, name }
    }
  return undefined
}
