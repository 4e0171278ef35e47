/** One Chromium for all tests of a process, for starting it takes longer than most of them. */
import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../harness/chromium.ts'

let browser: Promise<Browser> | undefined

after(async () => (await browser)?.close())

/** Open a context of your own in it, and close that. */
export const sharedChromium = (): Promise<Browser> => {
  browser ??= launchChromium()
  return browser
}
