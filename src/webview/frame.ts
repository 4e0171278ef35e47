import { element } from './dom.ts'
import type { DrawReply, DrawRequest } from './serve.ts'

/** What became of a request: `slow` if it had to be stopped, `broken` if the diagram is not to blame. */
export type Drawing =
  | Exclude<DrawReply, { readonly type: 'ready' }>
  | { readonly type: 'slow' }
  | { readonly type: 'broken'; readonly message: string }

/** Draws with one engine in a frame that can be thrown away. Requests take turns, whichever the engine. */
export interface Painter {
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
  let last: Promise<unknown> = Promise.resolve()

  const open = (engine: string, address: string): Promise<Frame> => {
    const load = async () => (await fetch(address)).text()
    const frame = frames.get(engine) ?? openFrame(load, nonce, compiled.has(engine))
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
  }

  return (engine) => {
    const address = addresses.get(engine)
    if (address === undefined) return undefined
    const drawNow = async (request: DrawRequest, limit: number): Promise<Drawing> => {
      const current = await open(engine, address).catch(() => undefined)
      const answer = current && (await within(limit, current.ask(request)))
      if (answer && answer.type !== 'ready') return answer
      closeAll()
      return current ? { type: 'slow' } : { type: 'broken', message: 'The drawing engine does not start' }
    }
    return {
      draw(request, limit) {
        const drawing = last.then(() => drawNow(request, limit))
        last = drawing.catch(() => undefined)
        return drawing
      },
    }
  }
}

interface Frame {
  ask(request: DrawRequest): Promise<DrawReply>
  close(): void
}

async function openFrame(loadEngine: () => Promise<string>, nonce: string, isCompiled: boolean): Promise<Frame> {
  const page = element('iframe', { sandbox: 'allow-scripts', class: 'drawing', 'aria-hidden': 'true', tabindex: '-1' })
  page.srcdoc = frameText(nonce, isCompiled)
  const { port1: port, port2 } = new MessageChannel()
  const next = () => new Promise<DrawReply>((resolve) => (port.onmessage = ({ data }) => resolve(data)))
  const close = () => {
    port.close()
    page.remove()
  }
  const ready = next()
  const loaded = new Promise((resolve) => page.addEventListener('load', resolve, { once: true }))
  document.body.append(page)
  try {
    // The process of the frame starts while the engine is on its way.
    const [code] = await Promise.all([loadEngine(), loaded])
    page.contentWindow?.postMessage(code, '*', [port2])
    if ((await within(startLimit, ready)) === undefined) throw new Error('The drawing frame did not answer')
  } catch (error) {
    close()
    throw error
  }
  return {
    ask(request) {
      const answer = next()
      port.postMessage(request)
      return answer
    },
    close,
  }
}

/**
 * The frame inherits the panel's policy, which knows scripts and style elements by nonce alone; engines know nothing
 * of nonces, so their style elements get it as they are made. One frame draws diagram after diagram, so what all objects
 * share takes nothing new: mermaid would leave a `rank` there for a node called `__proto__`, and draw nothing any more.
 */
function frameText(nonce: string, isCompiled: boolean): string {
  const compilation = isCompiled ? " 'wasm-unsafe-eval'" : ''
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'${compilation}; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src data:`
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<body><script nonce="${nonce}">
for (const { prototype } of [Object, Array, Function]) Object.seal(prototype)
for (const name of ['createElement', 'createElementNS']) {
  const make = Document.prototype[name]
  Document.prototype[name] = function (...args) {
    const made = make.apply(this, args)
    if (made.localName === 'style') made.nonce = '${nonce}'
    return made
  }
}
addEventListener('message', ({ data, ports }) => {
  globalThis.panelPort = ports[0]
  const engine = document.createElement('script')
  engine.nonce = '${nonce}'
  engine.textContent = data
  document.head.append(engine)
}, { once: true })
</script>`
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
