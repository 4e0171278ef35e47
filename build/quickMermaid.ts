import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { merge, settings, sharedChunk } from '../src/diagrams/mermaid/inside/bundle.ts'

/**
 * The text of one of mermaid's modules, with quicker ways of copying settings; undefined if it copies none.
 *
 * @param specifierOf returns the import specifier for a file of ours
 */
export function withQuickSettings(text: string, specifierOf: (file: URL) => string): string | undefined {
  if (![merge, settings].every(({ original }) => text.includes(original))) return undefined
  const inside = (name: string) =>
    JSON.stringify(specifierOf(new URL(`../src/diagrams/mermaid/inside/${name}.ts`, import.meta.url)))
  const imports = `import { copyOnRead } from ${inside('copyOnRead')};\nimport { withQuickCopies } from ${inside('quickCopies')};\n`
  return imports + [merge, settings].reduce((all, { original, quick }) => all.replace(original, quick), text)
}

/** Bundles mermaid with quicker ways of copying settings. The build fails if mermaid has changed too much. */
export const quickMermaid: Plugin = {
  name: 'quick-mermaid',
  setup(build) {
    let places = 0
    build.onStart(() => {
      places = 0
    })
    build.onLoad({ filter: sharedChunk }, async ({ path }) => {
      const contents = withQuickSettings(await readFile(path, 'utf8'), fileURLToPath)
      if (contents === undefined) return undefined
      places++
      return { contents, loader: 'js' }
    })
    build.onEnd(() =>
      places === 1 ? {} : { errors: [{ text: `mermaid copies its settings in ${places} modules, expected 1` }] },
    )
  },
}
