/** Recognises globs among a command's arguments, and matches files against them. */

import { compileGlobs } from '../core/text/globs.ts'

/** A glob as an argument: where to search, and which files it matches. */
export interface GlobArgument {
  /** The part before the first wildcard; relative to the current folder or absolute. */
  readonly folder: string
  /** Whether the glob matches a file or one of the folders it lies in. @param path relative to `folder`, with `/` */
  matches(path: string): boolean
  /** Whether it names a file extension, such as `*.txt`; otherwise it stands for Markdown files. */
  readonly hasEnding: boolean
  /** Whether it names an entry that begins with a dot. */
  readonly isHidden: boolean
}

/**
 * Parses an argument as a glob that the shell has not expanded.
 *
 * @param separator of the system; if it is a backslash, a backslash in a glob is not an escape
 * @returns undefined for a path without wildcards
 */
export function readGlobArgument(argument: string, separator: string): GlobArgument | undefined {
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
