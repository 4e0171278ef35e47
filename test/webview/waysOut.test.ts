import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { launchProfile } from '../harness/chromium.ts'
import { until } from '../harness/until.ts'
import { openPanel, type PanelPage } from './page.ts'
import { connecting, waysOut } from './waysOut.ts'

/** A server outside the page that counts everything that reaches it. */
interface Stranger {
  readonly url: string
  readonly stun: string
  readonly counts: { connections: number; requests: number; packets: number }
  close(): void
}

async function listen(): Promise<Stranger> {
  const counts = { connections: 0, requests: 0, packets: 0 }
  const server = createServer((_, response) => {
    counts.requests++
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/javascript')
    response.end('')
  })
  server.on('connection', () => counts.connections++)
  server.on('upgrade', (_, socket) => {
    counts.requests++
    socket.destroy()
  })
  const socket = createSocket('udp4', () => counts.packets++)
  server.listen(0, '127.0.0.1')
  socket.bind(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(socket, 'listening')])
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/way`,
    stun: `stun:127.0.0.1:${socket.address().port}`,
    counts,
    close() {
      server.closeAllConnections()
      server.close()
      socket.close()
    },
  }
}

const scriptOf = (way: string, { url, stun }: Stranger, nonce: string): string =>
  `{ const [url, stun, nonce] = ${JSON.stringify([url, stun, nonce])}; ${way} } undefined`

/** Returns the script of a hostile engine, which draws and meanwhile tries a way out. */
const engineOf = (script: string): string => `
const port = globalThis.panelPort
const answer = { type: 'drawn', svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>' }
if (port) port.onmessage = () => port.postMessage(answer)
try { ${script} } catch {}
port?.postMessage({ type: 'ready' })`

describe('ways out of a drawing frame', () => {
  let context: BrowserContext
  let panel: PanelPage
  let open: Stranger
  const everyWay = Object.entries({ ...waysOut, ...connecting })
  const strangers = new Map<string, Stranger>()

  before(async () => {
    context = await launchProfile()
    open = await listen()
    for (const [name] of everyWay) strangers.set(name, await listen())
  })
  after(async () => {
    await panel?.close()
    await context.close()
    for (const each of [open, ...strangers.values()]) each.close()
  })

  for (const [name, way] of everyWay)
    it(`${name}: reaches the server from a page without a policy`, async () => {
      const stranger = await listen()
      const page = await context.newPage()
      await page.goto(new URL('/', open.url).href)
      // A page that navigates away never answers.
      void page.evaluate(scriptOf(way, stranger, '')).catch(() => undefined)
      const { counts } = stranger
      await until('somebody to come', () => counts.connections + counts.packets > 0)
      // Closing a page that is navigating may take long.
      void page.close().catch(() => undefined)
      stranger.close()
    })

  it('engines that try them in a frame still draw', async () => {
    const engines = everyWay.map(([name, way], index) => {
      const stranger = strangers.get(name)
      assert.ok(stranger)
      return [`way-${index}`, engineOf(scriptOf(way, stranger, 'test-nonce'))] as const
    })
    panel = await openPanel({ newContext: async () => context }, { engines: Object.fromEntries(engines) })
    const usual = { source: 'x', title: 'x', dark: false, format: 'svg', scale: 1, to: 'host' } as const
    const draw = async (engine: string, order: number) => {
      await panel.say({ type: 'draw', order, engine, ...usual })
      return until('the picture', async () =>
        (await panel.messages()).find((message) => message.type === 'picture' && message.order === order),
      )
    }
    for (const [index, [engine]] of engines.entries()) {
      let answer = await draw(engine, index)
      // One slow answer may be due to a busy machine, but an engine that never draws is a failure.
      for (let more = 1; more < 3 && !('svg' in answer); more++) answer = await draw(engine, index + more * 1_000)
      assert.ok('svg' in answer, `${everyWay[index]?.[0]}: ${JSON.stringify(answer)}`)
    }
    // Waits for requests that are still on their way.
    await pause(3000)
  })

  for (const name of Object.keys(waysOut))
    it(`${name}: does not reach the server from a drawing frame`, () => {
      assert.deepEqual(strangers.get(name)?.counts, { connections: 0, requests: 0, packets: 0 })
    })

  for (const name of Object.keys(connecting))
    it(`${name}: sends no data from a drawing frame`, () => {
      const { requests, packets } = strangers.get(name)?.counts ?? {}
      assert.deepEqual({ requests, packets }, { requests: 0, packets: 0 })
    })
})
