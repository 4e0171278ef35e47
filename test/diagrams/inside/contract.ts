import '../noDom.ts'
import { globSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import type { Mermaid } from 'mermaid'
import { contractsOf, type Patch, patched } from '../../util/contracts.ts'

/** Mermaid as installed, or patched in memory. */
export interface Inside {
  readonly mermaid: Mermaid
  /** The text of each module of mermaid and its parser package that is needed to draw all kinds, by file name. */
  readonly texts: ReadonlyMap<string, string>
}

const packages = ['mermaid', '@mermaid-js/parser']
const require = createRequire(import.meta.url)
const folderOf = (name: string) =>
  name === 'mermaid'
    ? join(dirname(require.resolve('mermaid/package.json')), 'dist')
    : join(dirname(dirname(require.resolve('mermaid/package.json'))), name, 'dist')
const modules = packages.flatMap((name) =>
  globSync(['*.core.mjs', 'chunks/*.core/*.mjs'], { cwd: folderOf(name) }).map((file) => join(folderOf(name), file)),
)

/** The patches, by the number in the URLs of a patched copy's modules. */
const patches: Patch[] = []

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const copy = /\?copy=\d+$/.exec(specifier)?.[0] ?? /\?copy=\d+$/.exec(context.parentURL ?? '')?.[0]
    const isOurs = packages.some((name) => found.url.includes(`/node_modules/${name}/`))
    return copy && isOurs && !found.url.endsWith(copy) ? { ...found, url: found.url + copy } : found
  },
  load(url, context, next) {
    const loaded = next(url, context)
    const patch = patches[Number(/\?copy=(\d+)$/.exec(url)?.[1] ?? -1)]
    return patch && loaded.source
      ? { ...loaded, source: String(loaded.source).replaceAll(patch.find, () => patch.with) }
      : loaded
  },
})

/** Loads mermaid, or a separate copy if it is to be patched. Throws if the patch finds nothing to change. */
async function load(patch?: Patch): Promise<Inside> {
  const texts = new Map(modules.map((file) => [file.split(/[\\/]/).at(-1) ?? '', readFileSync(file, 'utf8')]))
  const given = patched(texts, patch)
  if (patch) patches.push(patch)
  const entry = join(folderOf('mermaid'), 'mermaid.core.mjs')
  const { default: mermaid } = await import(patch ? `${entry}?copy=${patches.length - 1}` : entry)
  Object.assign(globalThis, { window: { CSS: { supports: () => true } } })
  // Diagram kinds are registered by the first call.
  await mermaid.parse('info')
  return { mermaid, texts: given }
}

/** Tests that mermaid parses in the way we rely on, and that the test fails for a mermaid that does not. */
export const contract = contractsOf(load)

/** The error that is thrown; undefined if there is none. */
export const errorOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}

/** The text that mermaid passes to the parser for a source of the kind `spy`, or why it passes none. */
export async function heardBy(mermaid: Mermaid, source: string): Promise<string> {
  const heard: string[] = []
  const id = `spy${++spies}_`
  const diagram = {
    db: {},
    renderer: { draw: () => undefined },
    parser: { parse: (text: string) => void heard.push(text) },
    styles: () => '',
  }
  const detector = (text: string) => text.trimStart().startsWith(id)
  await mermaid.registerExternalDiagrams([{ id, detector, loader: async () => ({ id, diagram }) }])
  const error = await errorOf(() => mermaid.parse(source.replace('spy', id)))
  return (heard[0] ?? `nothing: ${error}`).replace(id, 'spy')
}

let spies = 0
