/** Shares one Chromium among all tests of a process, because starting it takes longer than most tests. */
import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../harness/chromium.ts'

let browser: Promise<Browser> | undefined

after(async () => (await browser)?.close())

/** Callers open their own context in it, and close only that. */
export const sharedChromium = (): Promise<Browser> => {
  browser ??= launchChromium()
  return browser
}
