import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { Counts } from './counts.ts'
import { repository, suiteEntry, temporaryFolder } from './paths.ts'

/** What runs inside the extension host: the tests, or the measurements of `npm run bench`. */
export type SuiteKind = 'test' | 'bench'

/**
 * Bundles the in-host suite: its entry and every `test/extension/*.test.ts` (or `*.bench.ts`), each as a CommonJS file.
 * That is what VS Code and Mocha load, and the extension host must not need our sources or Node's type stripping.
 */
export async function bundleSuite(kind: SuiteKind = 'test'): Promise<void> {
  const folder = dirname(suiteEntry)
  rmSync(folder, { recursive: true, force: true })
  await build({
    entryPoints: globSync(join(repository, 'test', 'extension', `{index,*.${kind}}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
}

/** Chooses the file into which a run of the suite writes its counts. The suite gets its path through `env`. */
export function suiteReport(): { readonly env: Readonly<Record<string, string>>; read(): Counts } {
  const file = join(temporaryFolder('results'), 'in-host.json')
  return {
    env: { DESIGN_DOCS_RESULTS: file },
    read() {
      // Without the file, the suite has not finished, which counts as a failure.
      if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] }
      return JSON.parse(readFileSync(file, 'utf8')) as Counts
    },
  }
}
