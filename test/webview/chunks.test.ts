import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { answerChunkRequests } from '../../src/webview/chunkRequests.ts'
import { sharedChromium } from './browser.ts'
import { openPanel } from './page.ts'

describe('a drawing frame that requests chunks', () => {
  /** Sends the requests one after the other. Returns the addresses that were read, and the last answer. */
  async function ask(...requests: readonly unknown[]): Promise<{ read: string[]; answer: unknown }> {
    const { port1, port2 } = new MessageChannel()
    const read: string[] = []
    const text = async (address: string) => {
      read.push(address)
      if (address.endsWith('gone.js')) throw new Error('There is no such file')
      return `code of ${address}`
    }
    answerChunkRequests(port1 as MessagePort, 'https://host/dist/mermaid-frame.js', () => undefined, text)
    let answer: unknown
    for (const request of requests) {
      const { port1: reply, port2: theirs } = new MessageChannel()
      const answered = new Promise((resolve) => {
        reply.onmessage = ({ data }) => resolve(data)
        setTimeout(resolve, 100)
      })
      port2.postMessage(request, [theirs])
      answer = await answered
      reply.close()
    }
    port1.close()
    return { read, answer }
  }

  it('receives chunks of its own engine', async () => {
    const { read, answer } = await ask(['chunk-AB12', 'pieDiagram-X'])
    assert.deepEqual(read, ['https://host/dist/mermaid/chunk-AB12.js', 'https://host/dist/mermaid/pieDiagram-X.js'])
    assert.deepEqual(
      answer,
      read.map((address) => `code of ${address}`),
    )
  })

  for (const bad of [
    ['../panel'],
    ['a/b'],
    ['a.b'],
    [''],
    [1],
    ['%2e%2e'],
    'chunk-A',
    undefined,
    { length: 1, 0: 'a' },
  ])
    it(`receives nothing for the invalid request ${JSON.stringify(bad)}`, async () => {
      assert.deepEqual(await ask(bad), { read: [], answer: undefined })
    })

  it('receives each chunk only once, because a delivery extends its time limit', async () => {
    assert.deepEqual(await ask(['a'], ['a']), { read: ['https://host/dist/mermaid/a.js'], answer: undefined })
  })

  it('receives an empty list if a chunk does not exist', async () => {
    assert.deepEqual((await ask(['gone'])).answer, [])
  })
})

describe('an engine split into chunks', () => {
  let browser: Browser
  before(async () => {
    browser = await sharedChromium()
  })

  it('loads no extra chunks for a flowchart, and loads others once, when a diagram first needs them', async () => {
    const panel = await openPanel(browser)
    const requests: string[] = []
    panel.page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    const chunks = () => requests.filter((path) => path.startsWith('/mermaid/'))
    await panel.show(['flowchart LR\n  a --> b'])
    await panel.settled()
    assert.deepEqual(chunks(), [])
    await panel.show(['pie\n  "a" : 1\n  "b" : 2'])
    await panel.settled()
    const { length } = chunks()
    assert.ok(length > 0, 'a pie has a parser of its own')
    await panel.show(['pie\n  "a" : 1\n  "b" : 3', 'gitGraph\n  commit'])
    await panel.settled()
    assert.ok(chunks().length > length, 'a gitGraph has a chunk of its own')
    assert.equal(new Set(chunks()).size, chunks().length)
    const states = await panel.page.locator('.card').evaluateAll((all) => all.map((card) => card.dataset['state']))
    assert.deepEqual(states, ['drawn', 'drawn'])
    await panel.close()
  })

  it('draws a diagram that requests the same chunk from several places at once', async () => {
    const panel = await openPanel(browser)
    await panel.show(['flowchart LR\n  a["$$x^2$$"] -->|"$$x+3$$"| b["$$y$$"]'])
    await panel.settled()
    assert.equal(await panel.page.locator('.card').getAttribute('data-state'), 'drawn')
    await panel.close()
  })
})
