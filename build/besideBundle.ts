/** Keeps data out of a bundle that lies in a file of its own beside it. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { inRoot } from './files.ts'

/** What is imported from the weights of the second opinion comes from what the extension puts in their place. */
export const weightsBesideBundle: Plugin = {
  name: 'weights-beside-bundle',
  setup(build) {
    const path = fileURLToPath(inRoot('src/review/opinionWeights.ts'))
    build.onResolve({ filter: /\/weights\.ts$/ }, () => ({ path }))
  },
}
