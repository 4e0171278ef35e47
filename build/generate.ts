/** `npm run generate`: write all that is derived from the sources, what git tracks included; a build writes the rest alone. */
import { parseTemplate } from '../src/core/template/template.ts'
import { read, write } from './files.ts'
import { writeIndexes } from './indexes.ts'
import { withTables } from './readmeTables.ts'
import { shippedExamples } from './shippedExamples.ts'
import { loadRules, readTemplates } from './sources.ts'

/** The derived files that git tracks, as they should be: their text by path. Nothing is written. */
export async function trackedFiles(): Promise<ReadonlyMap<string, string>> {
  const rules = (await loadRules()).map(({ rule }) => rule)
  const texts = await readTemplates()
  // No table has fragments.
  const types = texts.filter(({ group }) => group === undefined)
  const templates = types.map(({ name, text }) => parseTemplate(text, name, []))
  return new Map([
    ['README.md', withTables(await read('README.md'), rules, templates)],
    ['src/core/template/shippedExamples.ts', shippedExamples(texts)],
  ])
}

if (import.meta.main) {
  await writeIndexes()
  for (const [path, text] of await trackedFiles()) await write(path, text)
}
