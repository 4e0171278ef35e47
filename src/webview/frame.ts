/** Draws in sandboxed frames, one for each engine, that are thrown away when one hangs. */

import { answerChunkRequests, textAt } from './chunkRequests.ts'
import { createDeadline } from './deadline.ts'
import { element } from './dom.ts'
import { engineScript } from './engineScript.ts'
import { framePage } from './framePage.ts'
import type { DrawReply, DrawRequest } from './serve.ts'

/**
 * What became of a request: `slow` if it had to be stopped, `broken` if the diagram is not to blame, `unknown` if there is no
 * engine for it.
 */
export type Drawing =
  /** `took` is in milliseconds. */
  | (Exclude<DrawReply, { readonly type: 'ready' }> & { readonly took: number })
  | { readonly type: 'slow' }
  | { readonly type: 'broken' | 'unknown'; readonly message: string }

/** Draws with one engine in a frame that can be thrown away. Requests take turns, whichever the engine. */
export interface Painter {
  /** Whether the engine has started. */
  readonly isReady: boolean
  /** Stops after `limit` milliseconds, which count from the engine being ready. */
  draw(request: DrawRequest, limit: number): Promise<Drawing>
}

/** The painter of an engine; undefined for one that we do not have. */
export type PainterOf = (engine: string) => Painter | undefined

/** How long an engine may take to start, on a slow machine. */
const startLimit = 20_000

/** Engines that are compiled to WebAssembly. The others' frames do without it. */
const compiled: ReadonlySet<string> = new Set(['graphviz', 'plantuml'])

/**
 * A painter for each engine that has an address; its bytes are fetched when the first of its diagrams is to be drawn.
 *
 * A frame has no origin, so a browser keeps it out of our process: what hangs there does not hang here, and what breaks
 * out there finds neither our page nor a network. But all frames without an origin share one process, so when one hangs,
 * all of them are thrown away.
 */
export function createPainters(addresses: ReadonlyMap<string, string>, nonce: string): PainterOf {
  const frames = new Map<string, Promise<Frame>>()
  const ready = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  const open = (engine: string, address: string): Promise<Frame> => {
    const frame = frames.get(engine) ?? openFrame({ address, nonce, isCompiled: compiled.has(engine) })
    frames.set(engine, frame)
    return frame
  }

  const closeAll = (): void => {
    for (const frame of frames.values())
      frame.then(
        ({ close }) => close(),
        () => undefined,
      )
    frames.clear()
    ready.clear()
  }

  return (engine) => {
    const address = addresses.get(engine)
    if (address === undefined) return undefined
    const drawNow = async (request: DrawRequest, limit: number): Promise<Drawing> => {
      const current = await open(engine, address).catch(() => undefined)
      if (current) ready.add(engine)
      const start = performance.now()
      const answer = await current?.ask(request, limit)
      if (answer && answer.type !== 'ready') return { ...answer, took: performance.now() - start }
      closeAll()
      return current ? { type: 'slow' } : { type: 'broken', message: 'The drawing engine did not start' }
    }
    return {
      get isReady() {
        return ready.has(engine)
      },
      draw(request, limit) {
        const drawing = last.then(() => drawNow(request, limit))
        last = drawing.catch(() => undefined)
        return drawing
      },
    }
  }
}

interface Frame {
  /** Undefined: it took more than `limit` milliseconds, not counting those in which the engine was on its way. */
  ask(request: DrawRequest, limit: number): Promise<DrawReply | undefined>
  close(): void
}

interface FrameOptions {
  /** Of the engine's file. */
  readonly address: string
  readonly nonce: string
  readonly isCompiled: boolean
}

async function openFrame({ address, nonce, isCompiled }: FrameOptions): Promise<Frame> {
  const page = element('iframe', { sandbox: 'allow-scripts', class: 'drawing', 'aria-hidden': 'true', tabindex: '-1' })
  page.srcdoc = framePage(nonce, isCompiled)
  const { port1: port, port2 } = new MessageChannel()
  const { port1: chunks, port2: chunksPort } = new MessageChannel()
  const next = () => new Promise<DrawReply>((resolve) => (port.onmessage = ({ data }) => resolve(data)))
  const close = () => {
    port.close()
    chunks.close()
    page.remove()
  }
  let deadline = createDeadline(startLimit)
  answerChunkRequests(chunks, address, () => deadline.renew())
  const ready = next()
  const loaded = new Promise((resolve) => page.addEventListener('load', resolve, { once: true }))
  document.body.append(page)
  try {
    // The process of the frame starts while the engine is on its way.
    const [engine] = await Promise.all([textAt(address).then(engineScript), loaded])
    page.contentWindow?.postMessage(engine, '*', [port2, chunksPort])
    if ((await deadline.for(ready)) === undefined) throw new Error('The drawing frame did not answer')
  } catch (error) {
    close()
    throw error
  }
  return {
    ask(request, limit) {
      deadline = createDeadline(limit)
      const answer = next()
      port.postMessage(request)
      return deadline.for(answer)
    },
    close,
  }
}
