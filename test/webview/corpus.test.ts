import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { openPanel } from './page.ts'

const folder = new URL('../../../shared/corpus/mermaid/', import.meta.url)
const isPresent = existsSync(new URL('index.json', folder))

/** The whole corpus takes minutes, so by default only every fifteenth diagram is drawn. */
const every = process.env['DESIGN_DOCS_WHOLE_CORPUS'] ? 1 : 15

/** The number of diagrams shown at once, as one document. */
const page = 10

interface Shown {
  readonly state: string | undefined
  readonly notice: string
  readonly hasPlace: boolean
}

/** Draws with mermaid alone, as a page without this extension would. Returns the error message, if there is one. */
async function openMermaid(browser: Browser): Promise<(source: string) => Promise<string | undefined>> {
  const own = await browser.newPage()
  await own.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') })
  await own.evaluate(() => {
    const config = { startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true, layout: 'dagre' }
    globalThis.mermaid.initialize({ ...config, look: 'classic', logLevel: 'fatal' })
  })
  return (source) =>
    own.evaluate(async (text) => {
      try {
        await globalThis.mermaid.render(`m${Math.random().toString(36).slice(2)}`, text)
        return undefined
      } catch (error) {
        return String(error)
      }
    }, source)
}

declare global {
  var mermaid: { initialize(config: object): void; render(id: string, source: string): Promise<{ svg: string }> }
}

test('the panel draws the same real diagrams as mermaid, and shows the line of each error', {
  skip: !isPresent && 'the corpus is not here',
}, async (t) => {
  const index: readonly { readonly file: string }[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'))
  const entries = index
    .filter((_, place) => place % every === 0)
    .map(({ file }) => ({ file, source: readFileSync(new URL(file, folder), 'utf8') }))
  const browser = await sharedChromium()
  const panel = await openPanel(browser)
  t.after(() => panel.close())
  const mermaid = await openMermaid(browser)
  const counts = { both: 0, panel: 0, mermaid: 0, neither: 0, slow: 0 }
  const differing: string[] = []
  const placeless: string[] = []
  for (let start = 0; start < entries.length; start += page) {
    const group = entries.slice(start, start + page)
    await panel.show([])
    await panel.show(group.map(({ source }) => source))
    await panel.settled()
    const shown = await panel.page.locator('.card').evaluateAll((all) =>
      all.map(
        (card): Shown => ({
          state: card instanceof HTMLElement ? card.dataset['state'] : undefined,
          notice: card.querySelector('.notice p')?.textContent ?? '',
          hasPlace: card.querySelector('.notice .place') !== null,
        }),
      ),
    )
    for (const [place, { file, source }] of group.entries()) {
      const card = shown[place]
      if (card?.state === 'slow') {
        counts.slow++
        t.diagnostic(`${file}: too slow to draw`)
        continue
      }
      const refusal = await mermaid(source)
      const isDrawn = card?.state === 'drawn'
      counts[isDrawn ? (refusal ? 'panel' : 'both') : refusal ? 'neither' : 'mermaid']++
      if (isDrawn !== !refusal)
        differing.push(`${file}: ${isDrawn ? `mermaid says ${refusal}` : `we say ${card?.notice}`}`)
      if (!isDrawn && !card?.hasPlace) placeless.push(`${file}: ${card?.notice}`)
    }
  }
  const of = (count: number) => `${count} (${((100 * count) / entries.length).toFixed(1)} %)`
  t.diagnostic(
    `${entries.length} diagrams: ${of(counts.both)} drawn by both, ${of(counts.neither)} by neither, ${counts.panel} by the panel alone, ${counts.mermaid} by mermaid alone, ${counts.slow} stopped`,
  )
  assert.deepEqual(differing, [])
  assert.deepEqual(placeless, [], 'an error without a line')
  assert.deepEqual(panel.strayRequests, [])
})
