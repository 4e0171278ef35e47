/** Finds the files that ship beside the program: workers, rule pages, the version. */

import { readFileSync } from 'node:fs'

/** Where the built files lie: beside the bundle, or where the build puts them when this is run from its sources. */
export const installed = new URL(import.meta.url.endsWith('.ts') ? '../../dist/' : './', import.meta.url)

/** The parser of an engine, to be run in a thread. */
export const workerFile = (engine: string): URL => new URL(`${engine}-worker.js`, installed)

/** The file that explains a rule. */
export const rulePageFile = (id: string): URL => new URL(`rules/${id}.md`, installed)

/** Not imported: a bundle would hold the whole manifest for its version. */
export const readVersion = (): string => {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', installed), 'utf8'))
  return manifest.version
}
