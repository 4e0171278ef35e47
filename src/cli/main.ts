import { engines, rules, templates } from './builtIn.ts'
import { wantsColors } from './colors.ts'
import { run } from './run.ts'

// A reader such as `head` that has seen enough is no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// Not `process.exit()`: what is still to be written would be lost.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  hasColors: wantsColors(process.env, process.stdout.isTTY),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  rules,
  templates,
  engines,
})
