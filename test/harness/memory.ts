import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** Returns the memory (PSS) of all renderer processes of the page's browser in KB. Undefined if it is unknown. */
export async function rendererMemory(page: Page): Promise<number | undefined> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) return undefined
  await collectGarbage(page)
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  try {
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
      .reduce((sum, each) => sum + each, 0)
  } catch {
    return undefined
  }
}

/** Collects garbage in the page, and in those of its frames that have their own process. */
async function collectGarbage(page: Page): Promise<void> {
  for (const target of [page, ...page.frames()]) {
    const session = await page
      .context()
      .newCDPSession(target)
      .catch(() => undefined)
    await session?.send('HeapProfiler.collectGarbage')
    await session?.detach()
  }
}
