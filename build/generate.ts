/** `npm run generate`: writes all derived files, including those that git tracks, which a build leaves alone. */
import { parseTemplate } from '../src/core/template/template.ts'
import { read, write } from './files.ts'
import { writeIndexes } from './indexes.ts'
import { withTables } from './readmeTables.ts'
import { shippedExamples } from './shippedExamples.ts'
import { loadRules, readTemplates } from './sources.ts'

/** The correct text, by path, of the derived files that git tracks. Writes nothing. */
export async function trackedFiles(): Promise<ReadonlyMap<string, string>> {
  const rules = (await loadRules()).map(({ rule }) => rule)
  const texts = await readTemplates()
  // The tables list no fragments.
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
