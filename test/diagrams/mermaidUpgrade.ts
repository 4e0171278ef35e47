/** `npm run mermaid-upgrade`: tests whether the installed mermaid still does what we rely on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords } from '../harness/counts.ts'
import { runNodeTests, testFiles } from '../harness/nodeTests.ts'
import { repository } from '../harness/paths.ts'
import { main } from '../harness/plainError.ts'
import { breachOf, proving } from '../util/contracts.ts'

/** The time limit for one contract, in milliseconds; enough even on a busy machine. */
const timeout = 60_000

/** Runs all contracts, or those in the given files, and their proofs. Prints each that is broken, and the file. */
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
