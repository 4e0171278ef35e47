/**
 * Runs in a drawing frame before an engine that was split into chunks (`build/chunks.ts`): links them, and requests
 * from the panel those that a diagram needs later. A frame has no network access, so it cannot import them itself.
 */

/** The code of a chunk, as a CommonJS module; `load` replaces `import()`. */
type Body = (
  take: (name: string) => unknown,
  exports: object,
  module: { exports: unknown },
  load: (name: string) => Promise<unknown>,
) => void

declare global {
  /** Called by each chunk when it arrives. */
  var chunk: (name: string, body: Body) => void
  /**
   * Starts the engine with its first chunk. `needs` lists, for each chunk that is loaded later, the chunks required to
   * run it.
   */
  var startChunks: (first: string, needs: Readonly<Record<string, readonly string[]>>) => void
  /** The channel to the panel for chunks, set by the frame's first script. */
  var chunksPort: MessagePort | undefined
  /** Runs a script sent by the panel; the frame's policy allows no other. */
  var runScript: (code: string) => void
}

const bodies = new Map<string, Body>()
const modules = new Map<string, { exports: unknown }>()

function take(name: string): unknown {
  const known = modules.get(name)
  if (known) return known.exports
  const body = bodies.get(name)
  if (!body) throw new Error(`The engine has no chunk ${name}`)
  const module: { exports: unknown } = { exports: {} }
  modules.set(name, module)
  body(take, module.exports as object, module, load)
  return module.exports
}

let needs: Readonly<Record<string, readonly string[]>> = {}

/** Requested chunks, since a drawing may import the same chunk several times at once. */
const arriving = new Map<string, Promise<void>>()

async function load(name: string): Promise<unknown> {
  const missing = needs[name]?.filter((each) => !bodies.has(each)) ?? []
  const fresh = missing.filter((each) => !arriving.has(each))
  if (fresh.length > 0) {
    const arrival = ask(fresh).then((codes) => codes.forEach(globalThis.runScript))
    for (const each of fresh) arriving.set(each, arrival)
  }
  await Promise.all(missing.map((each) => arriving.get(each)))
  return take(name)
}

function ask(names: readonly string[]): Promise<readonly string[]> {
  const { port1: answer, port2: reply } = new MessageChannel()
  globalThis.chunksPort?.postMessage(names, [reply])
  return new Promise((resolve) => {
    answer.onmessage = ({ data }) => {
      answer.close()
      resolve(data)
    }
  })
}

globalThis.chunk = (name, body) => bodies.set(name, body)
globalThis.startChunks = (first, given) => {
  needs = given
  take(first)
}
