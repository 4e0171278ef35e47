import type { Page } from 'playwright-core'
import { until } from './until.ts'

/** Puts a text on the browser's clipboard. */
export async function writeClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
}

/** What is on the clipboard; copying is asynchronous, so an empty one is given a moment. */
export async function readClipboard(page: Page): Promise<string> {
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  return until('a copy', async () => (await read()) || undefined, undefined, 1_000).catch(() => '')
}
