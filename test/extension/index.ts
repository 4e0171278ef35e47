import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import Mocha from 'mocha'

/** The results that the suite writes for the harness into the file that `DESIGN_DOCS_RESULTS` names. */
interface Counts {
  passed: number
  failed: number
  skipped: { title: string }[]
  failures: { title: string; message: string }[]
}

/**
 * Runs every `*.test.ts` of this folder, or every `*.bench.ts`. Each is a separate bundle next to this one. VS Code
 * calls this function inside the extension host, because `extensionTestsPath` is the path of this module's bundle.
 */
export async function run(): Promise<void> {
  markReport(process.env['DESIGN_DOCS_MARK'] ?? '')
  // The output passes through the workbench's log, which would turn colour codes into text.
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 120_000, slow: 2_000 })
  const grep = process.env['DESIGN_DOCS_GREP']
  if (grep) mocha.grep(new RegExp(grep))
  for (const name of readdirSync(__dirname).sort()) {
    if (/\.(?:test|bench)\.cjs$/.test(name)) mocha.addFile(join(__dirname, name))
  }
  const counts: Counts = { passed: 0, failed: 0, skipped: [], failures: [] }
  await new Promise<void>((done) => {
    mocha
      .run(() => done())
      .on('pass', () => counts.passed++)
      .on('fail', (test, { message }: Error) => {
        counts.failed++
        counts.failures.push({ title: test.fullTitle(), message })
      })
      .on('pending', (test) => counts.skipped.push({ title: test.fullTitle() }))
  })
  const file = process.env['DESIGN_DOCS_RESULTS']
  if (file) writeFileSync(file, JSON.stringify(counts))
  if (counts.failed > 0) throw new Error(`${counts.failed} of the tests in the extension host failed.`)
}

/**
 * Prefixes each line from Mocha with a mark, so that the harness can tell it from the workbench's own output. In a
 * browser, both arrive through the same pipe.
 */
function markReport(mark: string): void {
  const consoleLog = (...args: unknown[]): void => console.log(`${mark}${format(...args)}`)
  Object.assign(Mocha.reporters.Base, { consoleLog })
}
