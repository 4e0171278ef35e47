import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import { suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { CardView } from '../../src/webview/cardView.ts'
import type { Painter } from '../../src/webview/frame.ts'

// The sanitizer needs a DOM, but no drawing here is large enough for it.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './sanitize.ts'
      ? { url: 'data:text/javascript,export const prepareSvg = () => undefined', shortCircuit: true }
      : next(specifier, context),
})
const reported: unknown[] = []
Object.assign(globalThis, { window: { innerHeight: 100 }, reportError: (error: unknown) => reported.push(error) })
const { createDrawingQueue } = await import('../../src/webview/drawingQueue.ts')

/** As much of a card's view as the queue uses, with a list of what is shown. */
function createView(source: string, shown: string[]): CardView {
  const view = {
    root: { ariaBusy: 'false', getBoundingClientRect: () => ({ top: 0, bottom: 10 }) },
    card: { engine: 'mermaid', source },
    isVisible: true,
    settled: undefined,
    picture: undefined,
    show() {
      if (source === 'bad') throw new Error('It cannot be shown')
      shown.push(source)
    },
  }
  return view as unknown as CardView
}

const createQueue = (views: readonly CardView[], draw: Painter['draw']) =>
  createDrawingQueue({
    views: () => views,
    theme: () => ({}) as ReturnType<Parameters<typeof createDrawingQueue>[0]['theme']>,
    painterOf: () => ({ isReady: true, draw }),
    needsAll: () => false,
    onSettled: () => undefined,
  })

suite('the queue of drawings works on', () => {
  test('after a picture that cannot be shown', async () => {
    const shown: string[] = []
    const views = ['bad', 'a', 'b'].map((source) => createView(source, shown))
    createQueue(views, async () => ({ type: 'broken', message: 'x' })).refresh()
    await setTimeout(20)
    assert.deepEqual(shown, ['a', 'b'])
    assert.match(String(reported.splice(0)), /It cannot be shown/)
  })

  test('after a painter that fails', async () => {
    const shown: string[] = []
    let isBroken = true
    const views = ['a', 'b'].map((source) => createView(source, shown))
    const queue = createQueue(views, async () => {
      if (isBroken) throw new Error('It failed')
      return { type: 'broken', message: 'x' }
    })
    queue.refresh()
    await setTimeout(20)
    isBroken = false
    queue.refresh()
    await setTimeout(20)
    assert.deepEqual(shown, ['a', 'b'])
    assert.match(String(reported.splice(0)), /It failed/)
  })
})
