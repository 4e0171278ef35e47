/** Loads the function with which mermaid merges settings. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { withQuickCopies } from '../../../src/diagrams/mermaid/inside/quickCopies.ts'

export type Assign = Parameters<typeof withQuickCopies>[0]

/** Mermaid's own function, from the chunk of the package that contains it. */
export async function loadAssign(): Promise<Assign> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('mermaid/package.json')),
    'dist/chunks/mermaid.core',
  )
  const file = globSync('chunk-*.mjs', { cwd: folder }).find((name) =>
    readFileSync(join(folder, name), 'utf8').includes('var assignWithDepth_default = '),
  )
  assert.ok(file)
  const { assignWithDepth_default } = await import(pathToFileURL(join(folder, file)).href)
  assert.equal(typeof assignWithDepth_default, 'function')
  return assignWithDepth_default
}
