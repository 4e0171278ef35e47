import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { until } from '../harness/until.ts'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { cards, openPanel, type PanelOptions, type PanelPage } from './page.ts'
import { themes } from './themes.ts'
import { takesTurnsWhileDrawing } from './turns.ts'

const flow = (label: string) => `flowchart LR\n  a[${label}] --> b[End]`

describe('the diagram panel', () => {
  let browser: Browser
  const open: PanelPage[] = []

  before(async () => {
    browser = await sharedChromium()
  })
  after(async () => {
    for (const panel of open) await panel.close()
  })

  async function panelWith(sources: Parameters<PanelPage['show']>[0], options?: PanelOptions): Promise<PanelPage> {
    const panel = await openPanel(browser, options)
    open.push(panel)
    await panel.show(sources)
    await panel.settled()
    return panel
  }

  const states = ({ page }: PanelPage) =>
    page.locator('.card').evaluateAll((all) => all.map((card) => card.getAttribute('data-state')))
  const pictures = ({ page }: PanelPage) =>
    page
      .locator('.stage')
      .evaluateAll((all) => all.map((stage) => stage.shadowRoot?.querySelector('svg')?.textContent ?? ''))

  it('draws every kind without policy violations or network requests', async () => {
    const panel = await panelWith(Object.values(kinds))
    assert.deepEqual(
      await states(panel),
      Object.values(kinds).map(() => 'drawn'),
    )
    assert.deepEqual(await panel.violations(), [])
    assert.deepEqual(panel.strayRequests, [])
  })

  it('names each card after its heading, and opens its source by key and button', async () => {
    const panel = await panelWith([{ source: flow('Start'), title: 'Components', kind: 'flowchart', line: 12 }])
    const card = panel.page.getByRole('region', { name: 'Components, Flowchart' })
    await card.focus()
    await panel.page.keyboard.press('Enter')
    await card.getByRole('button', { name: 'Go to Source, Line 12' }).click()
    const [first] = cards([flow('Start')])
    assert.deepEqual(await panel.messages(), [
      { type: 'ready' },
      { type: 'openSource', id: first?.id },
      { type: 'openSource', id: first?.id },
    ])
  })

  it('redraws only the diagrams that changed', async () => {
    const panel = await panelWith([flow('One'), flow('Two'), flow('Three')])
    assert.equal((await panel.drawn()).length, 3)
    await panel.page
      .locator('.card')
      .nth(2)
      .evaluate((card) => card.setAttribute('data-mark', 'kept'))

    await panel.show([flow('New'), flow('One'), flow('Changed'), flow('Three')])
    await panel.settled()
    assert.deepEqual((await panel.drawn()).sort(), [flow('Changed'), flow('New')])
    assert.equal(await panel.page.locator('.card').nth(3).getAttribute('data-mark'), 'kept')

    await panel.show([flow('One'), flow('Two'), flow('Three')])
    await panel.settled()
    assert.deepEqual(await panel.drawn(), [], 'what was drawn before comes from the cache')
    assert.match((await pictures(panel)).join(), /One.*Two.*Three/s)
  })

  it('shows a diagram that occurs twice in both places, drawn once', async () => {
    const source = kinds['sequenceDiagram'] ?? ''
    const panel = await panelWith([source, source])
    const [first, second] = await pictures(panel)
    assert.equal((await panel.drawn()).length, 1)
    assert.ok(first)
    assert.equal(first, second)
  })

  it('keeps the drawing, its height and zoom while an edited diagram has an error', async () => {
    const panel = await panelWith([flow('Before'), flow('Other')])
    const stage = panel.page.locator('.stage').first()
    await panel.page.locator('.card').first().focus()
    await panel.page.keyboard.press('+')
    const width = () => stage.evaluate((host) => host.shadowRoot?.querySelector('svg')?.clientWidth)
    const zoomed = await width()
    const height = await stage.evaluate((host) => host.getBoundingClientRect().height)

    await panel.show(['flowchart LR\n  a[After --> b[End]', flow('Other')])
    await panel.settled()
    assert.deepEqual(await states(panel), ['failed', 'drawn'])
    assert.match((await pictures(panel))[0] ?? '', /Before/)
    await panel.page.getByRole('button', { name: 'Go to Line 3' }).click()
    assert.deepEqual((await panel.messages()).at(-1), {
      type: 'openSource',
      id: await panel.page.locator('.card').first().getAttribute('data-id'),
      line: 2,
    })
    assert.equal(await stage.evaluate((host) => host.getBoundingClientRect().height), height)
    assert.equal(await width(), zoomed)

    await panel.show([flow('After!'), flow('Other')])
    await panel.settled()
    assert.deepEqual(await states(panel), ['drawn', 'drawn'])
    assert.match((await pictures(panel))[0] ?? '', /After!/)
    const said = (await panel.messages()).filter(({ type }) => type === 'renderResult')
    assert.deepEqual(
      said.map((message) => 'error' in message && message.error !== undefined),
      [true, false],
    )
  })

  it('reports an error in a half-typed diagram only after a pause in typing', async () => {
    const half = 'flowchart LR\n  a -->|'
    const panel = await panelWith(['flowchart LR\n  a --> b'])
    await panel.drawn()
    await panel.page.locator('.card').evaluate((card) => {
      const states = new Set<string>()
      new MutationObserver(() => states.add(card.dataset['state'] ?? '')).observe(card, { attributes: true })
      Object.assign(globalThis, { states })
    })
    const seenStates = () => panel.page.evaluate(() => [...(globalThis as unknown as { states: Set<string> }).states])
    await panel.show([half])
    await until('the half diagram in the frame', async () => (await panel.drawn()).includes(half))
    await panel.show(['flowchart LR\n  a -->|yes| b'])
    await panel.settled()
    assert.deepEqual(await seenStates(), ['drawn'])
    await panel.show([half])
    await panel.settled()
    assert.deepEqual(await seenStates(), ['drawn', 'failed'])
    assert.match(await panel.page.locator('.notice').innerText(), /Line 3/)
  })

  it('zooms around the pointer, and moves the drawing when it is dragged', async () => {
    const panel = await panelWith([kinds['flowchart'] ?? ''])
    const { mouse, keyboard } = panel.page
    const stage = panel.page.locator('.stage')
    const picture = () =>
      stage.evaluate((host) => {
        const box = host.shadowRoot?.querySelector('svg')?.getBoundingClientRect()
        return { left: box?.left ?? 0, width: box?.width ?? 0, page: window.scrollY }
      })
    const box = await stage.boundingBox()
    assert.ok(box)
    const fitted = await picture()
    await mouse.move(box.x + 200, box.y + 80)
    await mouse.wheel(0, -400)
    assert.deepEqual(await picture(), fitted, 'without Ctrl the wheel is for the page')
    await keyboard.down('Control')
    await mouse.wheel(0, -300)
    await keyboard.up('Control')
    await panel.page.waitForTimeout(100)
    const zoomed = await picture()
    assert.ok(Math.abs(zoomed.width / fitted.width - Math.E) < 0.05)
    const under = (each: { left: number; width: number }) => (box.x + 200 - each.left) / each.width
    assert.ok(Math.abs(under(zoomed) - under(fitted)) < 0.02, 'the point under the pointer stays there')

    await mouse.down()
    await mouse.move(box.x + 150, box.y + 60, { steps: 4 })
    await mouse.up()
    assert.ok(Math.abs((await picture()).left - (zoomed.left - 50)) < 8)
    await panel.page.getByRole('button', { name: 'Fit' }).click()
    assert.equal((await picture()).width, fitted.width)
  })

  it('stops a diagram that hangs, stays responsive, and draws the others', async () => {
    const hanging = `mindmap\n  root\n${Array.from({ length: 800 }, (_, index) => `    n${index}\n`).join('')}`
    const panel = await panelWith([flow('First')])
    const isAwake = takesTurnsWhileDrawing(panel, 1)
    await panel.show([flow('First'), hanging, flow('Last')])
    await panel.settled([1])
    assert.deepEqual(await states(panel), ['drawn', 'slow', 'drawn'])
    assert.ok(await isAwake, 'the panel stood still')
    await panel.page.getByRole('button', { name: 'Draw Anyway' }).waitFor()

    await panel.drawn()
    await panel.show([flow('First'), hanging, flow('Last'), flow('More')])
    await panel.settled([1])
    assert.deepEqual(await panel.drawn(), [flow('More')], 'it is not tried again')
  })

  it('opens another drawing frame if one never loads', async () => {
    const panel = await panelWith([])
    await panel.page.evaluate(() => {
      const { addEventListener } = HTMLIFrameElement.prototype
      HTMLIFrameElement.prototype.addEventListener = function (this: HTMLIFrameElement, ...args: unknown[]) {
        if (args[0] === 'load') Reflect.deleteProperty(HTMLIFrameElement.prototype, 'addEventListener')
        else Reflect.apply(addEventListener, this, args)
      }
    })
    await panel.show([flow('First')])
    await panel.settled()
    assert.deepEqual(await states(panel), ['drawn'])
  })

  it('redraws in the colours of the new theme', async () => {
    const panel = await panelWith([flow('Start')])
    const fill = () =>
      panel.page.locator('.stage').evaluate((host) => {
        const box = host.shadowRoot?.querySelector('.node rect')
        return box ? getComputedStyle(box).fill : ''
      })
    const dark = await fill()
    await panel.page.evaluate((theme) => setTheme(theme), themes.light)
    await panel.page
      .locator('.card[aria-busy=true]')
      .waitFor({ state: 'attached' })
      .catch(() => {})
    await panel.settled()
    const light = await fill()
    assert.notEqual(light, dark)
    await panel.page.evaluate((theme) => setTheme(theme), themes.highContrast)
    await panel.page.waitForFunction(() => document.querySelector('.card')?.ariaBusy === 'false')
    await panel.page.waitForTimeout(300)
    assert.equal(await fill(), 'rgb(0, 0, 0)')
  })

  it('shows a message if the document has no diagrams', async () => {
    const panel = await panelWith([])
    assert.match(await panel.page.locator('.empty').innerText(), /No diagrams yet/)
  })
})
