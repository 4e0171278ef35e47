import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { removeAtExit } from './cleanup.ts'

/** The root of the checkout. */
export const repository = resolve(import.meta.dirname, '../..')

/** The folder that VS Code loads as the extension, written by the build. */
export const extensionFolder = join(repository, 'out', 'extension')

/** An extension whose language models give the answers that the tests want. */
export const languageModels = join(repository, 'test', 'fixtures', 'languageModels')

/** The user's cache folder, for files that programs can download or create again. */
export const userCache = cacheOf(process.platform)

/** Everything that tests and benchmarks install, shared by all checkouts. The editor alone takes 600 MB. */
export const cache = join(userCache, 'design-docs-tests')

/** The git-ignored folder for screenshots and results. */
export const results = join(repository, 'test-results')

/** The bundled in-host suite, written by `bundleSuite`. */
export const suiteEntry = join(repository, 'out', 'test', 'index.cjs')

/** What a workspace is copied from: a folder of the repository, an absolute path, or the files themselves. */
export type WorkspaceSource = string | Readonly<Record<string, string | Uint8Array>>

function cacheOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (platform === 'win32') return process.env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local')
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
}

/** Creates an empty folder outside the repository, which is removed when the process ends. */
export function temporaryFolder(purpose: string): string {
  // The real path, because the editor reports real paths, and macOS's temporary folder is a symbolic link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `design-docs-${purpose}-`)))
  removeAtExit(folder)
  return folder
}

/** Creates a private copy of a workspace, so that no test writes into the repository. */
export function temporaryWorkspace(source: WorkspaceSource): string {
  const folder = temporaryFolder('workspace')
  if (typeof source === 'string') {
    // Its name is what the editor calls the workspace, also in the README's pictures.
    const copy = join(folder, basename(source))
    cpSync(resolve(repository, source), copy, { recursive: true })
    return copy
  }
  writeFiles(folder, source)
  return folder
}

/** Writes files into a folder, by their paths relative to it. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
