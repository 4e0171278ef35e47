import { globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'
import { canInstallPackages, installPackages } from './debian.ts'
import { temporaryFolder } from './paths.ts'
import { PlainError } from './plainError.ts'
import { findOnPath, isProgram } from './processes.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge']

/** Finds Chromium, installing it where we may. */
export async function ensureChromium(): Promise<string> {
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
  return chromium.launch(await options())
}

/** The same with one window and a profile of its own, as people have it: some habits a browser has nowhere else. */
export async function launchProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(temporaryFolder('profile'), await options())
}

async function options(): Promise<LaunchOptions> {
  return {
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
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
  const asked = process.env['CHROMIUM_PATH']
  if (asked !== undefined && asked !== '') {
    if (isProgram(asked)) return asked
    throw new PlainError(`CHROMIUM_PATH says ${asked}, but no program is there.`)
  }
  return findOnPath(...names) ?? [...applications(), ...playwrightDownloads()].find(isProgram)
}

function applications(): string[] {
  if (process.platform !== 'darwin') return []
  return macApplications.map((name) => join('/Applications', `${name}.app`, 'Contents', 'MacOS', name))
}

function playwrightDownloads(): string[] {
  const byPlatform = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  } as Readonly<Record<string, string>>
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    byPlatform[process.platform] ??
    join(homedir(), '.cache', 'ms-playwright')
  return globSync(
    ['chromium-*/chrome-*/{chrome,chrome.exe}', 'chromium-*/chrome-*/*.app/Contents/MacOS/*'].map((pattern) =>
      join(folder, pattern),
    ),
  ).sort()
}
