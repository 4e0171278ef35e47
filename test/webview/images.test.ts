import assert from 'node:assert/strict'
import { test } from 'node:test'
import { imageSource } from '../../src/core/diagrams/imageSource.ts'
import { until } from '../harness/until.ts'
import { sharedChromium } from './browser.ts'
import { hostileSvg } from './hostile.ts'
import { openPanel } from './page.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

test('the panel requests each picture of a document once, and shows either it or why it cannot', async () => {
  const panel = await openPanel(await sharedChromium())
  const { page } = panel
  const names = ['a.svg', 'b.png', 'gone.png', 'broken.png', 'evil.svg']
  const sources = names.map((name) => imageSource(name, 0))
  const data = [
    `data:image/svg+xml;base64,${base64('<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text y="20">Größe</text></svg>')}`,
    `data:image/png;base64,${pixel}`,
    undefined,
    'data:image/png;base64,AAAA',
    `data:image/svg+xml;base64,${base64(hostileSvg)}`,
  ]
  await panel.show(sources.map((source, at) => ({ engine: 'image', source, title: names[at] ?? '' })))
  for (const [at, source] of sources.entries()) {
    await page.waitForFunction(
      (wanted) =>
        globalThis.seen.messages.some(
          (message) =>
            (message as { type: string }).type === 'readImage' && (message as { source: string }).source === wanted,
        ),
      source,
    )
    const given = data[at]
    await panel.say({ type: 'image', source, ...(given !== undefined && { data: given }) })
  }
  await panel.settled()
  const states = await page.locator('.card').evaluateAll((all) => all.map((card) => card.dataset['state']))
  assert.deepEqual(states.slice(0, 4), ['drawn', 'drawn', 'failed', 'failed'])
  await page.locator('.card').first().getByText('Größe').waitFor()
  assert.match((await page.locator('.card').nth(1).locator('image').getAttribute('href')) ?? '', /^data:image\/png/)
  // Pictures are usually made for white paper, so they have it in a dark theme too.
  assert.equal(await page.locator('.card .ground[data-paper="light"]').count(), 3)
  assert.match(
    (await page.locator('.card').nth(2).locator('.notice').textContent()) ?? '',
    /does not exist in the workspace/,
  )
  assert.equal(await page.evaluate(() => (globalThis as { attacked?: number }).attacked), undefined)
  assert.equal(await page.getByRole('button', { name: 'Export and Copy' }).count(), 0)
  assert.equal((await panel.messages()).filter(({ type }) => type === 'readImage').length, 5)
  assert.deepEqual(panel.strayRequests, [])
  await panel.close()
})

test('an image that arrives too late is shown, and so is one for which the reader asks again', async () => {
  const panel = await openPanel(await sharedChromium())
  const source = imageSource('a.svg', 0)
  const svg = (word: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text y="20">${word}</text></svg>`
  const data = `data:image/svg+xml;base64,${base64(svg('Quay'))}`
  const requests = async () => (await panel.messages()).filter(({ type }) => type === 'readImage').length
  const card = panel.page.locator('.card')
  await panel.show([{ engine: 'image', source }])
  await card.getByText('Reading this image takes too long').waitFor()
  await card.getByRole('button', { name: 'Try Again' }).click()
  await until('the second request', async () => (await requests()) === 2)
  await panel.say({ type: 'image', source })
  await card.getByText('does not exist in the workspace').waitFor()
  await panel.say({ type: 'image', source, data })
  await card.getByText('Quay').waitFor()
  assert.equal(await requests(), 2)
  assert.equal(await card.getByRole('button', { name: 'Try Again' }).count(), 0)
  await panel.close()
})
