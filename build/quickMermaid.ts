import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { merge, settings, sharedChunk } from '../src/diagrams/mermaid/inside/bundle.ts'

/** A file of ours, as a module names it. */
const inside = (name: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../src/diagrams/mermaid/inside/${name}.ts`, import.meta.url)))

const imports = `import { copyOnRead } from ${inside('copyOnRead')};\nimport { withQuickCopies } from ${inside('quickCopies')};\n`

/** Gives mermaid, as it is bundled, quicker ways of copying settings. Fails where mermaid has changed too much for that. */
export const quickMermaid: Plugin = {
  name: 'quick-mermaid',
  setup(build) {
    let places = 0
    build.onStart(() => {
      places = 0
    })
    build.onLoad({ filter: sharedChunk }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (![merge, settings].every(({ original }) => text.includes(original))) return undefined
      places++
      const contents = [merge, settings].reduce((all, { original, quick }) => all.replace(original, quick), text)
      return { contents: imports + contents, loader: 'js' }
    })
    build.onEnd(() =>
      places === 1 ? {} : { errors: [{ text: `mermaid copies its settings in ${places} modules, expected 1` }] },
    )
  },
}
