/** Reads the files of this repository and what they import, each only once. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The paths, relative to the root, of all files that git tracks or would track. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(join(root, file)))

/** Caches the result of a function for each file. */
function once<T>(make: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>()
  return (file) => {
    const value = known.has(file) ? (known.get(file) as T) : make(file)
    known.set(file, value)
    return value
  }
}

/** The text of a file. */
export const read = once((file) => readFileSync(join(root, file), 'utf8'))

/** The module specifiers in the imports of a file, as written. */
export const importsOf = once((file): readonly string[] =>
  Array.from(
    read(file).matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm),
    (match) => match[1] ?? match[2] ?? '',
  ),
)

const targetsOf = once((file) =>
  importsOf(file).map((name) => {
    const target = name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name
    return { target, isOurs: name.startsWith('.') && existsSync(join(root, target)) }
  }),
)

/** Everything that a file imports, directly or through other files of ours. Packages are listed by name. */
export function reachable(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { target, isOurs } of targetsOf(file))
    if (isOurs) reachable(target, seen)
    else seen.add(target)
  return seen
}
