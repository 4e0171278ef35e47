/**
 * Checks that no regular expression in `src/` takes more than linear time on any text: either `linearRegex.ts` proves
 * it, or `knownRegexes.ts` says why it may stay. For those that are neither, `npm run regexes` also runs a checker,
 * which searches for a text that takes long. No test uses it, since its result depends on luck and on how busy the
 * machine is.
 */
import { readdir } from 'node:fs/promises'
import { check } from 'recheck'
import { inRoot, read } from './files.ts'
import { knownRegexes } from './knownRegexes.ts'
import { isLinear } from './linearRegex.ts'
import { type FoundRegex, findRegexes } from './regexSource.ts'

/** A regular expression, and where it is. */
export interface SourceRegex extends FoundRegex {
  readonly file: string
}

const keyOf = ({ file, pattern, source }: SourceRegex): string => `${file} ${pattern ?? source}`

const known = new Set(
  knownRegexes.flatMap(({ files }) =>
    Object.entries(files).flatMap(([file, patterns]) => patterns.map((pattern) => `${file} ${pattern}`)),
  ),
)

/** The expressions that are neither proven nor known. */
export const unproven = (regexes: readonly SourceRegex[]): readonly SourceRegex[] =>
  regexes.filter(
    (regex) => !known.has(keyOf(regex)) && (regex.pattern === undefined || !isLinear(regex.pattern, regex.flags)),
  )

/** Exceptions for expressions that no longer exist, as `file pattern`. */
export function unusedExceptions(regexes: readonly SourceRegex[]): readonly string[] {
  const used = new Set(regexes.map(keyOf))
  return [...known].filter((key) => !used.has(key))
}

/** All regular expressions in `src/`, by file and position. */
export async function sourceRegexes(): Promise<readonly SourceRegex[]> {
  const paths = (await readdir(inRoot('src/'), { recursive: true }))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/generated/'))
    .toSorted()
  const found = await Promise.all(
    paths.map(async (file) => findRegexes(file, await read(file)).map((regex) => ({ ...regex, file }))),
  )
  return found.flat()
}

/** The checker's verdict on an expression. */
async function opinionOn({ pattern, flags }: SourceRegex): Promise<string> {
  if (pattern === undefined) return 'its parts are known at run time only'
  const found = await check(pattern, flags.replace('d', ''), { timeout: 60_000 })
  return `the checker finds it ${found.status === 'vulnerable' ? found.complexity.summary : found.status}`
}

if (import.meta.main) {
  const regexes = await sourceRegexes()
  const open = unproven(regexes)
  for (const regex of open) console.log(`${regex.file}:${regex.line}: ${regex.source}: ${await opinionOn(regex)}`)
  const unused = unusedExceptions(regexes)
  for (const key of unused) console.log(`build/knownRegexes.ts: ${key} is not there any more`)
  // The checker's child process would otherwise keep this one alive.
  process.exit(open.length + unused.length > 0 ? 1 : 0)
}
