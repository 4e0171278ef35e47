import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { cardsOf } from '../../src/core/diagrams/cards.ts'
import {
  type DiagramCard,
  type FromWebviewMessage,
  firstView,
  type PanelView,
  type ToWebviewMessage,
} from '../../src/core/diagrams/protocol.ts'
import { previewHtml } from '../../src/extension/features/diagrams/previewHtml.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { repository } from '../harness/paths.ts'
import { drawNothing } from '../harness/unseen.ts'
import { until } from '../harness/until.ts'
import { themes, type WebviewTheme } from './themes.ts'

const nonce = 'test-nonce'
/** How long many drawings, or one slow drawing that was requested anyway, may take, in milliseconds. */
const timeout = 2 * 60_000
/** The paths of the engines' scripts, by engine id. */
const engines = Object.fromEntries(syntaxes.map(({ id }) => [id, `/${id}-frame.js`]))

/** Returns the path inside `dist` of an engine's chunk. */
const chunkOf = (path: string): string | undefined => /^\/(mermaid\/[\w-]+\.js)$/.exec(path)?.[1]

/** The panel with the page and policy that it has in VS Code, but served by the test, which acts as its host. */
export interface PanelPage {
  readonly page: Page
  /** All requests of the page for anything but the panel's own files. Must stay empty. */
  readonly strayRequests: readonly string[]
  /** What the browser blocked because of the policy. */
  violations(): Promise<string[]>
  /** The sources that were sent to a drawing frame since the last call. */
  drawn(): Promise<string[]>
  /** All messages of the panel to its host. */
  messages(): Promise<FromWebviewMessage[]>
  show(sources: readonly (string | Partial<DiagramCard>)[], view?: PanelView): Promise<void>
  /** Sends a message to the panel, as its host does. */
  say(message: ToWebviewMessage): Promise<void>
  /**
   * Resolves when each card shows a drawing or a notice. Clicks “Draw Anyway” on drawings that were stopped as too
   * slow, because a busy machine is no failure.
   *
   * @param stopped the indexes of the cards that are expected to be stopped, from 0
   */
  settled(stopped?: readonly number[]): Promise<void>
  close(): Promise<void>
}

export interface PanelOptions {
  readonly theme?: keyof typeof themes
  /** The folder of the bundles. */
  readonly dist?: string
  /** The state that an earlier panel saved. */
  readonly state?: unknown
  /** The scripts of additional engines, by engine id. */
  readonly engines?: Readonly<Record<string, string>>
  /** `true` paints the page, for tests that depend on what is visible. */
  readonly isDrawn?: boolean
}

/** Creates cards as the extension does. A string is a mermaid source. */
export function cards(sources: readonly (string | Partial<DiagramCard>)[]): DiagramCard[] {
  const given = sources.map((each) => (typeof each === 'string' ? { source: each } : each))
  const text = given.map(({ source }) => `${source}\n`).join('')
  let start = 0
  const diagrams = given.map(({ engine = 'mermaid', source = '', kind }) => {
    const graph = syntaxes.find(({ id }) => id === engine)?.graphOf?.(source)
    const diagram = { language: engine, engine, source, start, graph, ...(kind && { kind }) }
    start += source.length + 1
    return diagram
  })
  return cardsOf({ text, diagrams }, 'document.md').map((card, index) => ({ ...card, ...given[index] }))
}

export async function openPanel(browser: Pick<Browser, 'newContext'>, options: PanelOptions = {}): Promise<PanelPage> {
  const { server, context, leave } = await placeFor(browser, options)
  const page = await context.newPage()
  const strayRequests: string[] = []
  const own = ['/', '/panel.js', '/panel.css', ...Object.values(engines)]
  const note = (request: Request) => {
    const url = new URL(request.url())
    // Requests that the policy blocks are reported here, but never sent.
    if (url.protocol === 'data:' || url.protocol === 'about:' || request.failure()?.errorText === 'csp') return
    const isOwn = own.includes(url.pathname) || chunkOf(url.pathname) !== undefined
    if (url.origin !== server.origin || !isOwn) strayRequests.push(request.url())
  }
  context.on('requestfinished', note)
  context.on('requestfailed', note)
  const theme = themes[options.theme ?? 'dark']
  if (!options.isDrawn) await drawNothing(page)
  await page.addInitScript(prepare, { theme, state: options.state })
  await page.goto(server.origin)
  const say = (given: ToWebviewMessage) =>
    page.evaluate(async (message) => {
      const arrived = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }))
      window.postMessage(message, '*')
      await arrived
    }, given)
  return {
    page,
    strayRequests,
    say,
    violations: () => page.evaluate(() => globalThis.seen.violations),
    drawn: () => page.evaluate(() => globalThis.seen.drawn.splice(0)),
    messages: () => page.evaluate(() => globalThis.seen.messages as FromWebviewMessage[]),
    async show(sources, view = firstView) {
      const document = { name: 'document.md', uri: 'file:///document.md' }
      await say({ type: 'update', document, diagrams: cards(sources), view })
    },
    async settled(stopped = []) {
      // Polled from outside, because polling inside the page would depend on its animation frames.
      const busy = () => page.locator('.card[aria-busy=true]').count()
      const untilStill = () => until('no card to be busy', async () => (await busy()) === 0, busy, timeout)
      await untilStill()
      const states = await page.locator('.card').evaluateAll((all) => all.map((card) => card.dataset['state']))
      for (const [index, state] of states.entries()) {
        if (state !== 'slow' || stopped.includes(index)) continue
        await page.locator('.card').nth(index).getByRole('button', { name: 'Draw Anyway' }).click()
        await untilStill()
      }
    },
    async close() {
      context.off('requestfinished', note)
      context.off('requestfailed', note)
      await page.close()
      await leave()
    },
  }
}

/** The server and browser context of a page, and what to do with them when the page is closed. */
interface Place {
  readonly server: Awaited<ReturnType<typeof serve>>
  readonly context: BrowserContext
  leave(): Promise<void>
}

const shared = new WeakMap<object, Promise<Place>>()

/** Panels with default bundles and engines share a place, so that the browser caches what one of them has loaded. */
function placeFor(browser: Pick<Browser, 'newContext'>, { dist, engines }: PanelOptions): Promise<Place> {
  const open = async (close: Place['leave'] | undefined): Promise<Place> => {
    const server = await serve(dist ?? process.env['PANEL_DIST'] ?? join(repository, 'dist'), engines)
    const context = await browser.newContext({ viewport: { width: 760, height: 900 } })
    const end = async () => {
      await context.close()
      server.close()
    }
    return { server, context, leave: close ?? end }
  }
  if (dist !== undefined || engines !== undefined) return open(undefined)
  // The shared place ends with its browser.
  const place = shared.get(browser) ?? open(async () => undefined)
  shared.set(browser, place)
  return place
}

declare global {
  var seen: { violations: string[]; messages: unknown[]; state: unknown; longestStall: number; drawn: string[] }
  var setTheme: (theme: WebviewTheme) => void
}

/** Runs in the page before anything else. Provides VS Code's side of the webview, and records what the tests read. */
function prepare({ theme, state }: { theme: WebviewTheme; state: unknown }): void {
  // This script also runs in the drawing frames, which need none of it.
  if (window !== window.top) return
  globalThis.seen = { violations: [], messages: [], state, longestStall: 0, drawn: [] }
  const { seen } = globalThis
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    seen.violations.push(`${effectiveDirective} ${blockedURI}`)
  })
  const send = MessagePort.prototype.postMessage
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    const source = typeof message === 'object' && message !== null && 'source' in message ? message.source : undefined
    if (typeof source === 'string') seen.drawn.push(source)
    send.call(this, message)
  }
  let last = performance.now()
  setInterval(() => {
    seen.longestStall = Math.max(seen.longestStall, performance.now() - last)
    last = performance.now()
  }, 5)
  globalThis.setTheme = ({ body, variables }) => {
    document.body.className = body
    for (const [name, value] of Object.entries(variables))
      document.documentElement.style.setProperty(`--vscode-${name}`, value)
  }
  const whenBody = new MutationObserver(() => {
    if (!document.body) return
    whenBody.disconnect()
    globalThis.setTheme(theme)
  })
  whenBody.observe(document, { childList: true, subtree: true })
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => seen.messages.push(message),
      getState: () => seen.state,
      setState: (state: unknown) => {
        seen.state = state
      },
    }),
  })
}

async function serve(dist: string, more: PanelOptions['engines'] = {}): Promise<{ origin: string; close(): void }> {
  const files: Record<string, [string, string]> = {
    '/panel.js': [join(dist, 'panel.js'), 'text/javascript'],
    ...Object.fromEntries(Object.values(engines).map((path) => [path, [join(dist, path), 'text/javascript']])),
    '/panel.css': [join(repository, 'media/panel.css'), 'text/css'],
  }
  const server: Server = createServer(async ({ url = '/' }, response) => {
    const chunk = chunkOf(url)
    const file = chunk === undefined ? files[url] : ([join(dist, chunk), 'text/javascript'] as const)
    if (url === '/') {
      const parts = {
        cspSource: origin,
        nonce,
        script: '/panel.js',
        style: '/panel.css',
        engines: {
          ...engines,
          careless: '/careless.js',
          ...Object.fromEntries(Object.keys(more).map((id) => [id, `/more/${id}`])),
        },
      }
      response.setHeader('content-type', 'text/html')
      response.end(previewHtml(parts))
    } else if (file) {
      response.setHeader('content-type', file[1])
      response.setHeader('cache-control', 'max-age=3600')
      response.end(await readFile(file[0]))
    } else {
      const script = more[url.replace('/more/', '')]
      if (script === undefined) response.writeHead(404)
      response.end(script)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  server.unref()
  return { origin, close: () => server.closeAllConnections() }
}
