/** Draws in sandboxed frames, one per engine, which are discarded when one hangs. */

import { answerChunkRequests, textAt } from './chunkRequests.ts'
import { createDeadline } from './deadline.ts'
import { element } from './dom.ts'
import { engineScript } from './engineScript.ts'
import { framePage } from './framePage.ts'
import type { DrawReply, DrawRequest } from './serve.ts'

/**
 * The result of a request: `slow` if it had to be stopped, `broken` if the diagram is not at fault, `unknown` if there
 * is no engine for it.
 */
export type Drawing =
  /** `took` is in milliseconds. */
  | (Exclude<DrawReply, { readonly type: 'ready' }> & { readonly took: number })
  | { readonly type: 'slow' }
  | { readonly type: 'broken' | 'unknown'; readonly message: string }

/** Draws with one engine in a sandboxed frame. All engines' requests are handled one at a time. */
export interface Painter {
  /** Whether the engine has started. */
  readonly isReady: boolean
  /** Stops after `limit` milliseconds, counted from when the engine is ready. */
  draw(request: DrawRequest, limit: number): Promise<Drawing>
}

/** Returns the painter of an engine; undefined for an unknown one. */
export type PainterOf = (engine: string) => Painter | undefined

/** How long a frame may take to load, and an engine to start in it, on a slow machine; in milliseconds. */
const limits = { load: 10_000, start: 20_000 }

/** Engines compiled to WebAssembly. The frames of others do not allow it. */
const compiled: ReadonlySet<string> = new Set(['graphviz', 'plantuml'])

/**
 * Creates a painter for each engine with an address; the engine is fetched when its first diagram is drawn.
 *
 * A frame has an opaque origin, so a browser runs it in another process: if it hangs, the panel does not, and code that
 * breaks out of the engine reaches neither the panel nor the network. But all frames with an opaque origin share one
 * process, so when one hangs, all of them are discarded.
 */
export function createPainters(addresses: ReadonlyMap<string, string>, nonce: string): PainterOf {
  const frames = new Map<string, Promise<Frame>>()
  const ready = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  const open = (engine: string, address: string): Promise<Frame> => {
    const options = { address, nonce, isCompiled: compiled.has(engine) }
    // A browser may put a frame into a process that is about to end, because of the frame before: then it never loads.
    const frame = frames.get(engine) ?? openFrame(options).catch(() => openFrame(options))
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
  /** Undefined: it took more than `limit` milliseconds, not counting the loading of chunks. */
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
  let deadline = createDeadline(limits.start)
  answerChunkRequests(chunks, address, () => deadline.renew())
  const ready = next()
  const loaded = new Promise((resolve) => page.addEventListener('load', resolve, { once: true }))
  document.body.append(page)
  try {
    // The frame's process starts while the engine is fetched.
    const [engine] =
      (await createDeadline(limits.load).for(Promise.all([textAt(address).then(engineScript), loaded]))) ?? []
    if (engine === undefined) throw new Error('The drawing frame did not answer')
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
