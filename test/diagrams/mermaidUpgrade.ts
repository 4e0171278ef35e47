/** `npm run mermaid-upgrade`: tells whether mermaid, as it is installed, still is as we rely on it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords } from '../harness/counts.ts'
import { runNodeTests, testFiles } from '../harness/nodeTests.ts'
import { repository } from '../harness/paths.ts'
import { main } from '../harness/plainError.ts'
import { breachOf, proving } from '../util/contracts.ts'

/** Milliseconds for one contract on a machine that is busy with other things. */
const timeout = 60_000

/** Runs the contracts with their proofs, or those in some files, and prints a line for each that is broken: what we rely on, and where. */
await main(async () => {
  process.env[proving] = '1'
  const all = () => [...testFiles('diagrams/inside/*.test.ts'), ...testFiles('webview/inside/*.test.ts')]
  const asked = process.argv.slice(2)
  const counts = await runNodeTests({
    files: asked.length > 0 ? asked : all(),
    atOnce: 2,
    timeout,
    onlyFailures: (title) => console.log(breachOf(title)),
  })
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/mermaid/package.json'), 'utf8'))
  console.log(`mermaid ${version}: ${inWords(counts)}`)
  return counts.failed > 0 ? 1 : 0
})
