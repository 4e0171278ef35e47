import { createHash } from 'node:crypto'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The built-in extensions of VS Code that handle a design document, a config or a picture. The other 80 (compilers,
 * debuggers, a chat) matter to no test, and without them a window takes a third less CPU time.
 */
const names = [
  'configuration-editing',
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'markdown-math',
  'media-preview',
  'mermaid-markdown-features',
  'references-view',
  'search-result',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
  'yaml',
]

/** Those of a window that works with Git. They start with the window, which takes another two seconds. */
const gitNames = ['git', 'git-base']

/**
 * Returns a folder with only the built-in extensions that the tests need, for the server's `--builtin-extensions-dir`.
 * They are copied once, next to the installed server, because a page of the Markdown preview loads nothing through a
 * symbolic link.
 *
 * @param serverMain the main script of the installed server
 * @param withGit whether to include the support for Git
 */
export function copyBuiltIns(serverMain: string, withGit: boolean): string {
  const from = join(serverMain, '..', '..', 'extensions')
  const wanted = withGit ? [...names, ...gitNames] : names
  const version = createHash('sha256').update(wanted.join()).digest('hex').slice(0, 8)
  const folder = `${from}-${version}`
  if (existsSync(folder)) return folder
  // Copied next to its final place and then renamed, so that it is complete. If two processes do so, the first wins.
  const partial = `${folder}.partial-${process.pid}`
  for (const name of wanted) cpSync(join(from, name), join(partial, name), { recursive: true })
  try {
    renameSync(partial, folder)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
