/** Finds the files that ship with the program: workers, rule pages, the version. */

import { readFileSync } from 'node:fs'

/** The folder of the built files: that of the bundle, or `dist` if this runs from source. */
export const installed = new URL(import.meta.url.endsWith('.ts') ? '../../dist/' : './', import.meta.url)

/** The worker that runs an engine's parser in a thread. */
export const workerFile = (engine: string): URL => new URL(`${engine}-worker.js`, installed)

/** The page that explains a rule. */
export const rulePageFile = (id: string): URL => new URL(`rules/${id}.md`, installed)

/** Read at run time: an import would put the whole manifest into the bundle. */
export const readVersion = (): string => {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', installed), 'utf8'))
  return manifest.version
}
