import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { removeAtExit } from './cleanup.ts'

/** The root of the checkout. */
export const repository = resolve(import.meta.dirname, '../..')

/** What VS Code takes for the extension; made by the build. */
export const extensionFolder = join(repository, 'out', 'extension')

/** An extension whose language models answer what the in-host suite tells them to. */
export const languageModels = join(repository, 'test', 'fixtures', 'languageModels')

/** Where programs keep what they can get again: a folder of the user's. */
export const userCache = cacheOf(process.platform)

/** Everything the tests install, 600 MB, for all checkouts: the editor, and the headers its native modules build against. */
export const cache = join(userCache, 'design-docs-tests')

/** Git-ignored folder for screenshots and results. */
export const results = join(repository, 'test-results')

/** The bundled in-host suite; made by `bundleSuite`. */
export const suiteEntry = join(repository, 'out', 'test', 'index.cjs')

/** What a test works on: a folder of the repository, an absolute path, or the files themselves. */
export type WorkspaceSource = string | Readonly<Record<string, string | Uint8Array>>

function cacheOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (platform === 'win32') return process.env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local')
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
}

/** A new empty folder outside the repository; it goes when the process ends. */
export function temporaryFolder(purpose: string): string {
  // The real path, because the editor reports real paths and macOS's temporary folder is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `design-docs-${purpose}-`)))
  removeAtExit(folder)
  return folder
}

/** A private copy of a workspace, so that no test ever writes into the repository. */
export function temporaryWorkspace(source: WorkspaceSource): string {
  const folder = temporaryFolder('workspace')
  if (typeof source === 'string') {
    cpSync(resolve(repository, source), folder, { recursive: true })
    return folder
  }
  writeFiles(folder, source)
  return folder
}

/** Writes files into a folder, by their paths from there. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
