import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'
import { canInstallPackages, installPackages } from './debian.ts'
import { temporaryFolder, userCache } from './paths.ts'
import { PlainError } from './plainError.ts'
import { findOnPath, isProgram } from './processes.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
/** The same engine without a browser's own windows, pages and background work around it, which nobody sees in a test. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge']

/**
 * Finds Chromium, installing it where we may, and with it the shell that most tests run in.
 *
 * @throws PlainError where there is none, which says how to get it
 */
export async function ensureChromium(): Promise<string> {
  const found = await findOrInstallChromium()
  // Without the shell the tests only take longer.
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

/** Starts a headless Chromium that keeps to itself: no updates, no sync, no background requests. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(options(findShell() ?? (await findOrInstallChromium())))
}

/** The whole browser with one window and a profile of its own, as people have it: some habits it has nowhere else. */
export async function launchProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(temporaryFolder('profile'), options(await findOrInstallChromium()))
}

function options(executablePath: string): LaunchOptions {
  return {
    executablePath,
    args: [
      '--no-sandbox',
      // As in a whole browser: a frame that hangs must not hang the page around it.
      '--site-per-process',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    // Signals are ours: cleanup.ts ends the process, and with it the browser.
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

/** The program that the environment names, which then does everything. */
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

/** What Playwright itself has downloaded. @param patterns relative to the folder where it keeps that */
function playwrightDownloads(...patterns: readonly string[]): string[] {
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(userCache, 'ms-playwright')
  return globSync(patterns.map((pattern) => join(folder, pattern))).sort()
}
