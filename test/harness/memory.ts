import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** What all renderer processes of the page's browser hold, shared memory by its share, in KB; undefined where nothing tells. */
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

/** In the page and in those of its frames that have a process of their own. */
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
