/** Keeps data out of a bundle if it ships as a separate file beside it. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { inRoot } from './files.ts'

/** Redirects imports of the second opinion's weights to the module by which the extension replaces them. */
export const weightsBesideBundle: Plugin = {
  name: 'weights-beside-bundle',
  setup(build) {
    const path = fileURLToPath(inRoot('src/review/opinionWeights.ts'))
    build.onResolve({ filter: /\/weights\.ts$/ }, () => ({ path }))
  },
}
