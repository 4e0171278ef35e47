/**
 * Imports VS Code's API by a plain `require`. For `import * as vscode`, esbuild copies every name of the API to a
 * namespace object, for each file that imports it, which took two thirds of the time to run the bundle.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** @throws Error if a file imports the API in another way */
export const plainApi: Plugin = {
  name: 'plain-api',
  setup(build) {
    build.onLoad({ filter: /[/\\]src[/\\]extension[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text.replace("import * as vscode from 'vscode'", "const vscode = require('vscode')")
      if (/^import (?!type )[^\n]*'vscode'/m.test(contents))
        throw new Error(`${path} must import the API as \`import * as vscode from 'vscode'\`.`)
      return { contents, loader: 'ts' }
    })
  },
}
