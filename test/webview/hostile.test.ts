import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { hostile, hostileGraphviz, hostilePlantuml, hostileSvg, notDrawn } from './hostile.ts'
import { openPanel, type PanelPage } from './page.ts'

const harmless = 'flowchart LR\n  good --> neighbour'

describe('the panel with hostile diagrams', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
  })
  after(async () => {
    await panel.close()
  })

  /** Returns what an attack would change: styles of the panel and of the neighbouring drawing, globals, prototypes. */
  const look = () =>
    panel.page.evaluate(() => {
      const looks = ['body', '.top', '.card', '.card h2', 'button'].map((selector) => {
        const found = document.querySelector(selector)
        const style = found && getComputedStyle(found)
        return style && [style.display, style.color, style.backgroundColor, style.position, style.fontFamily].join(' ')
      })
      const neighbour = [...document.querySelectorAll('.stage')].at(-1)?.shadowRoot
      for (const selector of ['svg', '.node rect', '.nodeLabel']) {
        const found = neighbour?.querySelector(selector)
        const style = found && getComputedStyle(found)
        looks.push(
          style ? [style.display, style.color, style.fill, style.backgroundImage, style.fontFamily].join(' ') : null,
        )
      }
      return { looks, attacked: 'attacked' in globalThis, polluted: 'polluted' in {}, address: location.pathname }
    })

  /** Returns elements and attributes of the first drawing that could run code, load something or navigate. */
  const dangers = () =>
    panel.page
      .locator('.stage')
      .first()
      .evaluate((host) => {
        const followable = /^(?:https?:|#|[^:]*$)/i
        return [...(host.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => [
          ...(/^(?:script|iframe|object|embed|form|style|link)$/i.test(element.localName) ? [element.localName] : []),
          ...[...element.attributes].flatMap(({ localName, value }) =>
            /^on/i.test(localName) ||
            (localName === 'href' && !value.startsWith('#')) ||
            (localName === 'data-link' && !followable.test(value)) ||
            (localName === 'src' && !value.startsWith('data:image/'))
              ? [`${element.localName} ${localName}=${value}`]
              : [],
          ),
        ])
      })

  /** Clicks everything that may be a link in the first drawing. */
  const clickLinks = () =>
    panel.page
      .locator('.stage')
      .first()
      .evaluate((host) => {
        const click = () => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
        for (const link of host.shadowRoot?.querySelectorAll('a, [data-link]') ?? []) link.dispatchEvent(click())
      })

  let count = 0
  const attacks = Object.entries({ mermaid: hostile, graphviz: hostileGraphviz, plantuml: hostilePlantuml }).flatMap(
    ([engine, sources]) => Object.entries(sources).map(([name, source]) => ({ engine, name, source })),
  )
  for (const { engine, name, source } of attacks) {
    it(`is unharmed and sends no request: ${engine}, ${name}`, async () => {
      // A new label, because a cached drawing would not show whether the engine still works.
      const fresh = harmless.replace('good', `good${count++}`)
      await panel.show([harmless, harmless])
      await panel.settled()
      const expected = await look()
      await panel.show([{ engine, source }, fresh])
      await panel.settled()
      await clickLinks()
      assert.deepEqual(await look(), expected)
      assert.equal(await panel.page.locator('.card').last().getAttribute('data-state'), 'drawn')
      assert.deepEqual(panel.strayRequests, [])
      assert.deepEqual(await dangers(), [])
      const drawing = await panel.page.locator('body > iframe.drawing').count()
      assert.equal(panel.page.frames().length, 1 + drawing, 'no frame but the page and the drawing frames')
      // A drawing that covers the panel would receive the pointer in place of the toolbar.
      const top = await panel.page.evaluate(() => document.elementFromPoint(30, 16)?.closest('.top') !== null)
      assert.ok(top, 'the header is not covered')
    })
  }

  for (const [engine, source] of Object.entries(notDrawn))
    it(`shows a notice in place of a ${engine} diagram, which it cannot draw`, async () => {
      await panel.show([{ engine, source }, harmless])
      await panel.settled()
      assert.match(await panel.page.locator('.card').first().innerText(), /cannot be drawn here/)
      assert.equal((await look()).attacked, false)
      assert.deepEqual(panel.strayRequests, [])
    })

  it('passes an activated link to the host and does not navigate', async () => {
    await panel.show(['flowchart LR\n  a --> b\n  click a href "https://example.com/page"'])
    await panel.settled()
    const earlier = (await panel.messages()).length
    await panel.page.locator('.stage [data-link]').first().click()
    await panel.page.locator('.stage [data-link]').first().focus()
    await panel.page.keyboard.press('Enter')
    const links = (await panel.messages()).slice(earlier).filter((message) => message.type === 'openLink')
    assert.deepEqual(
      links.map(({ href }) => href),
      ['https://example.com/page', 'https://example.com/page'],
    )
    assert.equal(new URL(panel.page.url()).pathname, '/')
  })

  it('ignores messages of a frame that imitates the host', async () => {
    await panel.show([harmless])
    await panel.settled()
    const origin = await panel.page.evaluate(async () => {
      const heard = new Promise<string>((resolve) =>
        addEventListener('message', (event) => resolve(event.origin), { once: true }),
      )
      const frame = document.createElement('iframe')
      frame.sandbox.value = 'allow-scripts'
      frame.srcdoc = `<script nonce="${document.querySelector('script')?.nonce}">parent.postMessage({ type: 'update', diagrams: [] }, '*')</script>`
      document.body.append(frame)
      const said = await heard
      frame.remove()
      return said
    })
    assert.equal(origin, 'null')
    assert.equal(await panel.page.locator('.card').count(), 1)
  })

  it('removes everything dangerous from SVG that an engine did not sanitize', async () => {
    const clean = await panel.page.evaluate(async (svg) => {
      // Replaces the engine by a frame that answers every request with this drawing.
      const engine = `panelPort.onmessage = () => panelPort.postMessage({ type: 'drawn', svg: ${JSON.stringify(svg)} }); panelPort.postMessage({ type: 'ready' })`
      globalThis.fetch = async () => new Response(engine)
      const diagrams = [{ id: 'x', engine: 'careless', source: '', title: 'Careless', line: 1 }]
      window.postMessage({ type: 'update', document: { name: 'd', uri: 'd' }, diagrams }, '*')
      for (let wait = 0; wait < 100; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        const root = document.querySelector('.card[data-state=drawn] .stage')?.shadowRoot
        if (!root || root.querySelectorAll('text').length < 4) continue
        const sheet = [...(root.adoptedStyleSheets[1]?.cssRules ?? [])].map((rule) => rule.cssText).join()
        return { markup: root.innerHTML, sheet }
      }
      return { markup: document.body.innerHTML, sheet: 'never drawn' }
    }, hostileSvg)
    assert.equal(clean.sheet, '.a { stroke: red; }')
    assert.doesNotMatch(clean.markup, /attacker|script:|<script|<use|<iframe|<form|<input|\son\w+=/i)
    assert.match(clean.markup, /data-link="https:\/\/example.com\/"/)
    assert.match(clean.markup, /stroke-width: 2/)
    assert.match(clean.markup, /clip-path="url\(#ok\)"/)
    assert.match(clean.markup, /<b>bold<\/b>/)
    assert.equal(clean.markup.match(/data-link/g)?.length, 1)
    assert.deepEqual(panel.strayRequests, [])
  })
})
