/**
 * Check that no regular expression of `src/` takes more than linear time on any text. A checker takes seconds for some of
 * them, so what it found safe is remembered: `node build/regexes.ts` writes it, and checks only what is new.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { checkSync } from 'recheck'
import { knownRegexes } from './knownRegexes.ts'
import { findRegexes } from './regexSource.ts'

const root = new URL('../', import.meta.url)
const safeList = new URL('build/safeRegexes.txt', root)

/** How long the checker may take for one, in milliseconds. */
const patience = 10_000

/** What is wrong: places and reasons, a line each. Empty when nothing is. */
export async function checkRegexes(): Promise<{
  readonly problems: readonly string[]
  readonly safe: readonly string[]
}> {
  const remembered = new Set((await readFile(safeList, 'utf8').catch(() => '')).split('\n'))
  const known = new Set(
    knownRegexes.flatMap(({ files }) =>
      Object.entries(files).flatMap(([file, patterns]) => patterns.map((pattern) => `${file} ${pattern}`)),
    ),
  )
  const unseen = new Set(known)
  const safe = new Set<string>()
  const problems: string[] = []
  for (const file of await sourceFiles())
    for (const { line, source, pattern, flags } of findRegexes(file, await readFile(new URL(file, root), 'utf8'))) {
      const key = `${file} ${pattern ?? source}`
      unseen.delete(key)
      if (known.has(key)) continue
      const hash = createHash('sha256').update(`/${pattern}/${flags}`).digest('hex').slice(0, 12)
      const reason =
        pattern === undefined
          ? 'its parts are known at run time only'
          : remembered.has(hash)
            ? ''
            : judge(pattern, flags)
      if (reason) problems.push(`${file}:${line}: ${source}: ${reason}`)
      else safe.add(hash)
    }
  for (const key of unseen) problems.push(`build/knownRegexes.ts: ${key} is not there any more`)
  return { problems, safe: [...safe].toSorted() }
}

/** Why a pattern is not safe; empty when it is. */
function judge(pattern: string, flags: string): string {
  const { status, complexity } = checkSync(pattern, flags.replace('d', ''), { timeout: patience }) as {
    status: string
    complexity?: { summary: string }
  }
  if (status === 'safe') return ''
  return status === 'unknown' ? 'the checker cannot tell' : `its time is ${complexity?.summary}`
}

async function sourceFiles(): Promise<readonly string[]> {
  const paths = await readdir(new URL('src/', root), { recursive: true })
  return paths
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/generated/'))
    .toSorted()
}

if (import.meta.main) {
  const { problems, safe } = await checkRegexes()
  await writeFile(safeList, `${safe.join('\n')}\n`)
  for (const problem of problems) console.log(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
