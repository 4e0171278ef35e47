/** Keeps code and data out of a bundle if it ships as a separate file beside it. */
import { readFile } from 'node:fs/promises'
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

/** Leaves each `import('./x.ts')` to be loaded from `x.js`, a bundle beside this one. */
export const importsBesideBundle: Plugin = {
  name: 'imports-beside-bundle',
  setup(build) {
    build.onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
    )
  },
}

/**
 * Imports VS Code's API by a plain `require`. For `import * as vscode`, esbuild copies every name of the API to a
 * namespace object, for each file that imports it.
 */
export const plainApi: Plugin = {
  name: 'plain-api',
  setup(build) {
    build.onLoad({ filter: /[/\\]src[/\\]extension[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text.replace("import * as vscode from 'vscode'", "const vscode = require('vscode')")
      return { contents, loader: 'ts' }
    })
  },
}
