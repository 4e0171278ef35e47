import '../noDom.ts'
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { Mermaid } from 'mermaid'

/** A change to the text of mermaid's package, as another version of it might have. */
export interface Patch {
  /** The text that is replaced, wherever it stands. */
  readonly find: string
  readonly with: string
}

/** Mermaid, as it is installed or with a change made to it in memory. */
export interface Inside {
  readonly mermaid: Mermaid
  /** The text of each module that is loaded where all kinds are drawn, by file name: mermaid's own and its parser's. */
  readonly texts: ReadonlyMap<string, string>
}

export interface Contract {
  /** The file in `src/diagrams/mermaid/inside/` that would have to change. */
  readonly usedBy: string
  /** What is relied on, as a sentence. */
  readonly relies: string
  /** Fails with an assertion where that is not so. */
  check(inside: Inside): unknown
  /** A change that must make the check fail, so that none can only pass. */
  readonly broken: Patch
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

/** Patches by the number that the addresses of a patched copy's modules carry. */
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
    return patch && loaded.source ? { ...loaded, source: patched(String(loaded.source), patch) } : loaded
  },
})

const patched = (text: string, patch: Patch | undefined): string =>
  patch ? text.replaceAll(patch.find, () => patch.with) : text

/** Loads mermaid, a copy of its own where it is to be patched. Fails where the patch finds nothing to change. */
async function load(patch?: Patch): Promise<Inside> {
  const texts = new Map(modules.map((file) => [file.split(/[\\/]/).at(-1) ?? '', readFileSync(file, 'utf8')]))
  if (patch) {
    assert.ok(
      [...texts.values()].some((text) => text.includes(patch.find)),
      `Nothing to patch: ${patch.find}`,
    )
    patches.push(patch)
  }
  const entry = join(folderOf('mermaid'), 'mermaid.core.mjs')
  const { default: mermaid } = await import(patch ? `${entry}?copy=${patches.length - 1}` : entry)
  Object.assign(globalThis, { window: { CSS: { supports: () => true } } })
  // Kinds are known from the first call on.
  await mermaid.parse('info')
  return { mermaid, texts: new Map([...texts].map(([name, text]) => [name, patched(text, patch)])) }
}

let installed: Promise<Inside> | undefined

/** Tests that mermaid is as we rely on it, and that a mermaid that is not would be noticed. */
export function contract({ usedBy, relies, check, broken }: Contract): void {
  test(`${usedBy} relies on this: ${relies}`, async () => {
    installed ??= load()
    await check(await installed)
  })
  test(`noticed if it were not so: ${relies}`, async () => {
    const other = await load(broken)
    await assert.rejects(async () => check(other), assert.AssertionError)
  })
}

/** What an error is thrown as; undefined where there is none. */
export const errorOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}

/** The text that a parser gets of a source, or why it gets none, told by a kind of diagram that does nothing but listen: it begins with `spy`. */
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
