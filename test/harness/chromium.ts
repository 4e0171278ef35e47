import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'
import { canInstallPackages, installPackages } from './debian.ts'
import { temporaryFolder, userCache } from './paths.ts'
import { PlainError } from './plainError.ts'
import { findOnPath, isProgram } from './processes.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
/** The same engine without a browser's own windows, pages and background work, which tests do not need. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge']

/**
 * Finds Chromium. Installs it if possible, together with the headless shell that most tests run in.
 *
 * @throws PlainError if there is none, with instructions to get it
 */
export async function ensureChromium(): Promise<string> {
  const found = await findOrInstallChromium()
  // The shell is optional and only makes the tests faster.
  if (findShell() === undefined && asked() === undefined && canInstallPackages())
    await installPackages('chromium-headless-shell')
  return found
}

async function findOrInstallChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  if (canInstallPackages() && (await installPackages('chromium', 'fonts-dejavu-core'))) {
    const installed = findChromium()
    if (installed) return installed
  }
  throw new PlainError(
    'Chromium is missing: install it (Debian: `apt-get install chromium`; elsewhere: `npx playwright-core install chromium` or Google Chrome), or set CHROMIUM_PATH to it.',
  )
}

/** Starts a headless Chromium without updates, sync or background requests. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(options(findShell() ?? (await findOrInstallChromium())))
}

/** Starts the full browser with its own profile and one window, as users have it. Some behaviour occurs only there. */
export async function launchProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(temporaryFolder('profile'), options(await findOrInstallChromium()))
}

function options(executablePath: string): LaunchOptions {
  return {
    executablePath,
    args: [
      '--no-sandbox',
      // As in the full browser, a frame that hangs must not block the page around it.
      '--site-per-process',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    // cleanup.ts handles signals: it ends the process, and with it the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
}

function findChromium(): string | undefined {
  return asked() ?? findOnPath(...names) ?? [...applications(), ...chromiumDownloads()].find(isProgram)
}

function findShell(): string | undefined {
  return asked() ?? findOnPath(...shells) ?? shellDownloads().find(isProgram)
}

/** Returns the program that `CHROMIUM_PATH` names, which then serves all purposes. */
function asked(): string | undefined {
  const path = process.env['CHROMIUM_PATH']
  if (path === undefined || path === '') return undefined
  if (isProgram(path)) return path
  throw new PlainError(`CHROMIUM_PATH says ${path}, but no program is there.`)
}

function applications(): string[] {
  if (process.platform !== 'darwin') return []
  return macApplications.map((name) => join('/Applications', `${name}.app`, 'Contents', 'MacOS', name))
}

const chromiumDownloads = (): string[] =>
  playwrightDownloads('chromium-*/chrome-*/{chrome,chrome.exe}', 'chromium-*/chrome-*/*.app/Contents/MacOS/*')

const shellDownloads = (): string[] =>
  playwrightDownloads('chromium_headless_shell-*/*/{chrome-headless-shell,headless_shell}{,.exe}')

/** Returns the programs that Playwright has downloaded. @param patterns relative to its download folder */
function playwrightDownloads(...patterns: readonly string[]): string[] {
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(userCache, 'ms-playwright')
  return globSync(patterns.map((pattern) => join(folder, pattern))).sort()
}
