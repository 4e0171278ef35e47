/** Runs one command line, from its arguments to the exit code. */

import { printable } from '../core/text/printable.ts'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import type { Context, ExitCode } from './context.ts'
import { helpFor, overview } from './help.ts'
import { readVersion } from './installation.ts'
import { readArguments, UsageError } from './options.ts'
import { didYouMean, printableLines } from './words.ts'

/** Runs one command line. @param args after the program's name */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await runCommand(args, context)
  } catch (error) {
    // Anything else is a bug: print the stack for whoever fixes it. An exit code of 1 would mean findings.
    const reason = error instanceof UsageError ? printable(error.message) : error instanceof Error ? error.stack : error
    context.err(`design-docs: ${printableLines(String(reason))}\n`)
    return 2
  }
}

async function runCommand([name = 'help', ...rest]: readonly string[], context: Context): Promise<ExitCode> {
  const say = (text: string): ExitCode => {
    context.out(text)
    return 0
  }
  if (name === '--version' || name === '-v') return say(`${readVersion()}\n`)
  if (name === 'help' || name === '--help' || name === '-h')
    return say(rest[0] === undefined || rest[0] === 'help' ? overview(commands) : helpFor(find(rest[0])))
  const command = find(name)
  const args = readArguments(rest, { ...command.options, help: { type: 'boolean', short: 'h', help: '' } })
  return args.has('help') ? say(helpFor(command)) : command.run(args, context)
}

function find(name: string): Command {
  const command = commands.find((each) => each.name === name)
  if (command) return command
  if (name.startsWith('-'))
    throw new UsageError(`Unknown option \`${name}\`; a command comes first, see \`design-docs help\``)
  const names = [...commands.map((each) => each.name), 'help']
  throw new UsageError(`Unknown command \`${name}\`: ${didYouMean(name, names)}`)
}
