import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { merge, sharedChunk } from '../src/diagrams/mermaid/inside/bundle.ts'

const helper = fileURLToPath(new URL('../src/diagrams/mermaid/inside/quickCopies.ts', import.meta.url))

/** Gives mermaid, as it is bundled, the quicker way of copying settings. Fails where mermaid has changed too much for that. */
export const quickMermaid: Plugin = {
  name: 'quick-mermaid',
  setup(build) {
    let places = 0
    build.onStart(() => {
      places = 0
    })
    build.onLoad({ filter: sharedChunk }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes(merge.original)) return undefined
      places++
      const contents = text.replace(merge.original, merge.quick)
      return { contents: `import { withQuickCopies } from ${JSON.stringify(helper)};\n${contents}`, loader: 'js' }
    })
    build.onEnd(() =>
      places === 1 ? {} : { errors: [{ text: `mermaid has its merge of settings ${places} times, expected 1` }] },
    )
  },
}
