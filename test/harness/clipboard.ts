import type { Page } from 'playwright-core'
import { until } from './until.ts'

/** Writes a text to the browser's clipboard. */
export async function writeClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
}

/** Returns the text on the clipboard. Copying is asynchronous, so an empty clipboard is read again for up to 1 s. */
export async function readClipboard(page: Page): Promise<string> {
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  return until('a copy', async () => (await read()) || undefined, undefined, 1_000).catch(() => '')
}
