import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

const helper = fileURLToPath(new URL('../src/diagrams/mermaid/inside/quickCopies.ts', import.meta.url))

/** Where mermaid gives the name of the package's default export to its function that merges settings. */
const merge = 'var assignWithDepth_default = assignWithDepth;'

/** Gives mermaid, as it is bundled, the quicker way of copying settings. Fails where mermaid has changed too much for that. */
export const quickMermaid: Plugin = {
  name: 'quick-mermaid',
  setup(build) {
    let places = 0
    build.onStart(() => {
      places = 0
    })
    build.onLoad(
      { filter: /[\\/]mermaid[\\/]dist[\\/]chunks[\\/]mermaid\.core[\\/]chunk-[A-Z0-9]+\.mjs$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8')
        if (!text.includes(merge)) return undefined
        places++
        const contents = text.replace(merge, 'var assignWithDepth_default = withQuickCopies(assignWithDepth);')
        return { contents: `import { withQuickCopies } from ${JSON.stringify(helper)};\n${contents}`, loader: 'js' }
      },
    )
    build.onEnd(() =>
      places === 1 ? {} : { errors: [{ text: `mermaid has its merge of settings ${places} times, expected 1` }] },
    )
  },
}
