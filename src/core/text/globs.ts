/** Compiles globs and matches paths against them. */

import picomatch from 'picomatch/posix.js'

export interface Glob {
  readonly pattern: string
  /** @param path relative, with `/` */
  matches(path: string): boolean
}

const compiled = new WeakMap<readonly string[], readonly Glob[]>()

/** Compile a list of globs, once for as long as the list is kept: a list belongs to a config or a document type. */
export function compileGlobs(patterns: readonly string[]): readonly Glob[] {
  const globs = compiled.get(patterns) ?? patterns.map((pattern) => ({ pattern, matches: compile(pattern) }))
  compiled.set(patterns, globs)
  return globs
}

/** Whether a path matches one of the globs. A broken glob matches nothing. */
export const matchesGlob = (patterns: readonly string[], path: string): boolean =>
  compileGlobs(patterns).some(({ matches }) => matches(path))

function compile(pattern: string): Glob['matches'] {
  try {
    // Extended globs can be built to backtrack for ever.
    return picomatch(pattern.replace(/^\.\//, ''), { noextglob: true, dot: true })
  } catch {
    return () => false
  }
}
