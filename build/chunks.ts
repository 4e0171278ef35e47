import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin, transform } from 'esbuild'

export interface ChunksOptions {
  /** Names, without their hash, of what most drawings import: it comes with the engine's file. */
  readonly common: RegExp
}

/** Smaller chunks come with the engine's file, for a request takes longer than reading them; in characters. */
const worthARequest = 8_000

/**
 * Cuts an engine's bundle where it has an `import()`, so that a drawing frame starts with what most diagrams need:
 * `dist/mermaid-frame.js`, and the rest by name in `dist/mermaid/`. A frame can run nothing but scripts that the panel
 * hands it and whose hashes stand in the first line of the engine's file, so the modules that esbuild cuts become
 * functions, which `src/webview/chunks.ts` puts together.
 * For a build with `splitting`, in the format `esm`, with a metafile, that writes nothing itself.
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

/** What a module that esbuild has cut imports, by name: before it runs, and when it asks for it. */
interface Module {
  readonly isEntry: boolean
  readonly before: readonly string[]
  readonly dynamic: readonly string[]
}

const noImports: Module = { isEntry: false, before: [], dynamic: [] }

/** As policies write it. */
const hashOf = (code: string): string => `sha256-${createHash('sha256').update(code).digest('base64')}`

const nameOf = (path: string): string => basename(path, '.js')

/** @param entries names of the bundles; what is imported later is an entry to esbuild too, but not one of ours */
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

/** The names, and all that they import before they run. */
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

/** A module as a function of what it takes. Fails when not every import was found: such a chunk would not run. */
function asChunk(name: string, code: string, { before, dynamic }: Module): string {
  let count = 0
  const body = code.replace(/\b(require|import)\("\.\/([\w.-]+)\.js"\)/g, (_, kind: string, target: string) => {
    count++
    return `${kind === 'import' ? 'load' : 'require'}("${target}")`
  })
  if (count < new Set([...before, ...dynamic]).size) throw new Error(`${name} has imports in a form that is not known`)
  return `chunk(${JSON.stringify(name)},(function(require,exports,module,load){${body}}));`
}
