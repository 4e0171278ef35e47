import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { openPanel, type PanelPage } from './page.ts'
import { themes } from './themes.ts'

/** The part of axe that we use. The page loads axe as a script. */
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

const broken = 'flowchart LR\n  a[After --> b[End]'

describe('accessibility of the panel', () => {
  let browser: Browser

  before(async () => {
    browser = await sharedChromium()
  })

  const serious = async ({ page }: PanelPage) => {
    // The page's policy blocks other scripts, but not those that the debugger evaluates.
    await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8'))
    return page.evaluate(async () => {
      const { violations } = await axe.run({ iframes: false, resultTypes: ['violations'] })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
    })
  }

  // Checks both views, but not in every theme, because each axe run takes seconds.
  for (const theme of Object.keys(themes) as (keyof typeof themes)[])
    for (const mode of theme === 'dark' ? (['all', 'one'] as const) : (['all'] as const))
      it(`axe finds no serious violations in theme ${theme}, view mode ${mode}`, async () => {
        const panel = await openPanel(browser, { theme, isDrawn: true })
        await panel.show([...Object.values(kinds), broken], { locked: true, mode })
        await panel.settled()
        await panel.page.keyboard.press('Control+f')
        await panel.page.keyboard.type('a')
        assert.deepEqual(await serious(panel), [])
        await panel.close()
      })
})
