/**
 * Runs in a drawing frame, ahead of an engine that was cut into chunks (`build/chunks.ts`): puts them together, and asks
 * the panel for those that a diagram turns out to need. A frame has no network, so it could not import them.
 */

/** The code of a chunk, as a CommonJS module; `load` stands where it had an `import()`. */
type Body = (
  take: (name: string) => unknown,
  exports: object,
  module: { exports: unknown },
  load: (name: string) => Promise<unknown>,
) => void

declare global {
  /** Called by each chunk as it arrives. */
  var chunk: (name: string, body: Body) => void
  /** Starts the engine with its first chunk. `needs` has, for each chunk that is imported later, the chunks it takes to run. */
  var startChunks: (first: string, needs: Readonly<Record<string, readonly string[]>>) => void
  /** The line to the panel for chunks, left here by the frame's first script. */
  var chunksPort: MessagePort | undefined
  /** Runs a script that the panel has sent; the frame's policy allows no other. */
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

/** Chunks on their way, for a drawing may want one in several places at once. */
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
