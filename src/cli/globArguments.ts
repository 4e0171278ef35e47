/** Tells globs among the arguments of a command, and what each of them matches. */

import { compileGlobs } from '../core/text/globs.ts'

/** A glob as an argument: where to look, and what of it is meant. */
export interface GlobArgument {
  /** What stands before the first wildcard; relative to the current folder or absolute. */
  readonly folder: string
  /** Whether a file is meant, or a folder that it lies in. @param path from `folder`, with `/` */
  matches(path: string): boolean
  /** Whether it names an ending, such as `*.txt`; else Markdown files are meant. */
  readonly hasEnding: boolean
  /** Whether it names something whose name begins with a dot. */
  readonly isHidden: boolean
}

/**
 * Read an argument as a glob, which a shell has left as it is.
 *
 * @param separator of the system: where it is a backslash, one in a glob is no escape
 * @returns undefined for a path without wildcards
 */
export function readGlob(argument: string, separator: string): GlobArgument | undefined {
  const written = separator === '\\' ? argument.replaceAll('\\', '/') : argument
  const parts = written.split('/')
  const first = parts.findIndex((part) => /[*?[{]/.test(part))
  if (first < 0) return undefined
  const wild = parts.slice(first).filter((part) => part !== '')
  const globs = compileGlobs([wild.join('/')])
  return {
    folder: parts.slice(0, first).join('/') || (first > 0 ? '/' : '.'),
    matches: (path) => foldersOf(path).some((each) => globs.some((glob) => glob.matches(each))),
    hasEnding: /\.[\w{},]+$/.test(wild.at(-1) ?? ''),
    isHidden: wild.some((part) => part.startsWith('.')),
  }
}

/** A path and the folders that it lies in. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
