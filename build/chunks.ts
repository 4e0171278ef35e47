import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin, transform } from 'esbuild'

export interface ChunksOptions {
  /** Matches the names, without hash, of the chunks that most drawings import: these are part of the engine's file. */
  readonly common: RegExp
}

/** In characters. Smaller chunks are part of the engine's file, since a request takes longer than reading them. */
const worthARequest = 8_000

/**
 * Splits an engine's bundle at its `import()` calls, so that a frame starts with what most diagrams need. That goes
 * into `dist/mermaid-frame.js`, the remaining chunks into `dist/mermaid/`, by name. A frame can run only scripts that
 * the panel passes to it and whose hashes are in the first line of the engine's file. The modules that esbuild splits
 * off therefore become functions, which `src/webview/chunks.ts` links.
 *
 * The build needs `splitting`, the format `esm`, a metafile, and `write: false`.
 */
export function chunks({ common }: ChunksOptions): Plugin {
  return {
    name: 'chunks',
    setup({ initialOptions: { entryPoints = {}, outdir = '', minify = false, target }, onEnd }) {
      onEnd(async ({ outputFiles = [], metafile }) => {
        if (!metafile) return
        const modules = readModules(metafile, Object.keys(entryPoints))
        const codes = new Map<string, string>()
        for (const { path, text } of outputFiles) {
          const name = nameOf(path)
          const { code } = await transform(text, { format: 'cjs', minify, ...(target && { target }) })
          codes.set(name, asChunk(name, code, modules.get(name) ?? noImports))
        }
        const loader = await build({
          entryPoints: ['src/webview/chunks.ts'],
          bundle: true,
          format: 'iife',
          minify,
          write: false,
          ...(target && { target }),
        })
        for (const [entry] of [...modules].filter(([, { isEntry }]) => isEntry)) {
          const together = closure(modules, [entry, ...[...modules.keys()].filter((name) => common.test(name))])
          for (const [name, code] of codes) if (code.length < worthARequest) together.add(name)
          const later = [...new Set([...modules.values()].flatMap(({ dynamic }) => dynamic))]
          const needs = Object.fromEntries(
            later.map((name) => [name, [...closure(modules, [name])].filter((each) => !together.has(each))]),
          )
          const start = `startChunks(${JSON.stringify(entry)},${JSON.stringify(needs)});`
          const parts = [...together].map((name) => codes.get(name) ?? '')
          const apart = [...codes].filter(([name]) => !together.has(name))
          const hashes = ['// chunks:', ...apart.map(([, code]) => hashOf(code))].join(' ')
          await writeFile(
            join(outdir, `${entry}.js`),
            [hashes, loader.outputFiles[0]?.text, ...parts, start].join('\n'),
          )
          const folder = join(outdir, entry.replace(/-frame$/, ''))
          await rm(folder, { recursive: true, force: true })
          await mkdir(folder, { recursive: true })
          for (const [name, code] of apart) await writeFile(join(folder, `${name}.js`), code)
        }
      })
    },
  }
}

/** What a module that esbuild has split off imports, by name: before it runs, and on demand. */
interface Module {
  readonly isEntry: boolean
  readonly before: readonly string[]
  readonly dynamic: readonly string[]
}

const noImports: Module = { isEntry: false, before: [], dynamic: [] }

/** The hash as content security policies write it. */
const hashOf = (code: string): string => `sha256-${createHash('sha256').update(code).digest('base64')}`

const nameOf = (path: string): string => basename(path, '.js')

/** @param entries names of the bundles; esbuild also has an entry for each dynamic import, but those are not ours */
function readModules({ outputs }: Metafile, entries: readonly string[]): Map<string, Module> {
  const importsOf = (path: string, wanted: string) =>
    (outputs[path]?.imports ?? []).filter(({ kind }) => kind === wanted).map(({ path }) => nameOf(path))
  return new Map(
    Object.keys(outputs).map((path) => [
      nameOf(path),
      {
        isEntry: entries.includes(nameOf(path)),
        before: importsOf(path, 'import-statement'),
        dynamic: importsOf(path, 'dynamic-import'),
      },
    ]),
  )
}

/** The given modules, and everything that they import before they run. */
function closure(modules: ReadonlyMap<string, Module>, names: readonly string[]): Set<string> {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const each of modules.get(name)?.before ?? []) visit(each)
  }
  for (const name of names) visit(name)
  return found
}

/** Wraps a module in a function of its imports. Throws unless all imports are found, since the chunk would not run. */
function asChunk(name: string, code: string, { before, dynamic }: Module): string {
  let count = 0
  const body = code.replace(/\b(require|import)\("\.\/([\w.-]+)\.js"\)/g, (_, kind: string, target: string) => {
    count++
    return `${kind === 'import' ? 'load' : 'require'}("${target}")`
  })
  if (count < new Set([...before, ...dynamic]).size) throw new Error(`${name} has imports in a form that is not known`)
  return `chunk(${JSON.stringify(name)},(function(require,exports,module,load){${body}}));`
}
