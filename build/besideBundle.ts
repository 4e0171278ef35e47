/** Keeps code and data out of a bundle if it ships as a separate file beside it. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { inRoot } from './files.ts'

/** Redirects imports of the second opinion's weights to a module that gets them from `opinion.json` at run time. */
export const weightsBesideBundle = (replacement: string): Plugin => ({
  name: 'weights-beside-bundle',
  setup(build) {
    const path = fileURLToPath(inRoot(replacement))
    build.onResolve({ filter: /\/weights\.ts$/ }, () => ({ path }))
  },
})

/** Leaves each `import('./x.ts')` to be loaded from `x.js`, a bundle beside this one. */
export const importsBesideBundle: Plugin = {
  name: 'imports-beside-bundle',
  setup(build) {
    build.onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
    )
  },
}
