import { format } from 'node:util'
import { workbenchAddress } from './address.ts'
import { launchChromium } from './chromium.ts'
import { type Counts, inWords } from './counts.ts'
import { extensionFolder, languageModels, suiteEntry, temporaryWorkspace } from './paths.ts'
import { main } from './plainError.ts'
import { startServer } from './server.ts'
import { bundleSuite, type SuiteKind, suiteReport } from './suite.ts'
import { drawNothing } from './unseen.ts'

/** A suite that takes longer counts as hanging, in milliseconds. */
const timeout = 10 * 60_000

/** The prefix that tells the suite's lines from the workbench's. */
const mark = 'design-docs|'

interface Options {
  readonly kind?: SuiteKind
  /** The folder to open: a copy of one in the repository, or files by name. */
  readonly workspace?: Parameters<typeof temporaryWorkspace>[0]
}

/** Runs the Mocha suite inside the extension host of the VS Code from npm, whose workbench is in Chromium. */
export async function runInHost({ kind = 'test', workspace = 'examples' }: Options = {}): Promise<Counts> {
  await bundleSuite(kind)
  const report = suiteReport()
  const server = await startServer({
    development: true,
    extensions: [languageModels],
    env: { ...report.env, DESIGN_DOCS_MARK: mark },
  })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    if (kind === 'test') await drawNothing(page)
    // The workbench calls these two when it runs tests: the first for the suite's console output, the other at its end.
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      const line = format(...args)
      if (line.startsWith(mark)) console.log(line.slice(mark.length))
      else if (process.env['DESIGN_DOCS_VERBOSE']) console.log(line)
    })
    const ended = Promise.withResolvers<void>()
    await page.exposeFunction('codeAutomationExit', () => ended.resolve())
    page.once('crash', () => ended.reject(new Error('The browser page of the extension host crashed.')))
    const timer = setTimeout(() => ended.reject(new Error('The suite in the extension host did not end.')), timeout)
    const folder = temporaryWorkspace(workspace)
    const address = workbenchAddress(server.authority, { folder, extension: extensionFolder, tests: suiteEntry })
    await page.goto(address, { waitUntil: 'commit' })
    await ended.promise
    clearTimeout(timer)
    return report.read()
  } finally {
    await browser.close()
    await server.close()
  }
}

if (import.meta.main) {
  await main(async () => {
    const counts = await runInHost()
    console.log(inWords(counts))
    return counts.failed === 0 ? 0 : 1
  })
}
