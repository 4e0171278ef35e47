import { createHash } from 'node:crypto'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

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
 * Gives a folder of the built-in extensions that the tests need, for the server's `--builtin-extensions-dir`. It is copied once, and
 * lies beside the installed server: a page of the Markdown preview loads nothing through a link.
 *
 * @param serverMain the main script of the installed server
 */
export function copyBuiltIns(serverMain: string): string {
  const from = join(serverMain, '..', '..', 'extensions')
  const version = createHash('sha256').update(names.join()).digest('hex').slice(0, 8)
  const folder = `${from}-${version}`
  if (existsSync(folder)) return folder
  // Made beside its place and moved there whole; of two that make it at once, one is there first.
  const partial = `${folder}.partial-${process.pid}`
  for (const name of names) cpSync(join(from, name), join(partial, name), { recursive: true })
  try {
    renameSync(partial, folder)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
