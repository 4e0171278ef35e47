/** Runs the command line that the process was started with. */

import { engines, rules, templates } from './builtIn.ts'
import { wantsColors } from './colors.ts'
import { createWriter } from './output.ts'
import { createProgress } from './progress.ts'
import { run } from './run.ts'
import { readStandardInput } from './standardInput.ts'
import { printableLines } from './words.ts'

const progress = createProgress(process.stderr, process.env)
/** Clears the progress line before anything is written. */
const below = (write: (text: string) => void) => (text: string) => {
  progress.clear()
  write(text)
}
const err = below(createWriter({ stream: process.stderr, name: 'standard error' }, () => undefined))
const out = below(createWriter({ stream: process.stdout, name: 'standard output' }, err))

// Node's own exit code would be 1, which means findings.
process.exitCode = 2
process.on('uncaughtException', (error) => {
  err(`design-docs: ${printableLines(error.stack ?? error.message)}\n`)
  process.exit(2)
})

// Not `process.exit()`: pending output would be lost.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  hasColors: wantsColors(process.env, process.stdout.isTTY),
  out,
  err,
  progress,
  readInput: readStandardInput,
  rules,
  templates,
  engines,
})
