import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './paths.ts'

/**
 * The built-in extensions of VS Code that meet a design document, a config or a picture. Without the other eighty (compilers,
 * debuggers, a chat), which have no part in any test, a window costs a third less of the processor.
 */
const names = [
  'configuration-editing',
  'git',
  'git-base',
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

/**
 * Makes a folder of links to the built-in extensions that the tests need, for the server's `--builtin-extensions-dir`.
 *
 * @param serverMain the main script of the installed server
 */
export function linkBuiltIns(serverMain: string): string {
  const from = join(serverMain, '..', '..', 'extensions')
  const folder = join(temporaryFolder('built-in'), 'extensions')
  mkdirSync(folder)
  for (const name of names) symlinkSync(join(from, name), join(folder, name), 'junction')
  return folder
}
