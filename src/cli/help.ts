/** Writes the help of the program and of each command. */

import { largest } from '../core/data/longLists.ts'
import type { Command } from './command.ts'
import type { Option } from './options.ts'

/** The output of `design-docs help`. */
export const overview = (commands: readonly Command[]): string => `Lint, review and create design documents.

${table(commands.map(({ usage, summary }) => [`design-docs ${usage}`, summary]))}
  design-docs help COMMAND
  design-docs --version

Exit status: 0 clean; 1 errors, more warnings than allowed, or an outdated table; 2 wrong usage, or something could not be read or written.
`

/** The output of `design-docs help COMMAND`. */
export const helpFor = ({ usage, summary, options }: Command): string => {
  const rows = Object.entries(options).map(([name, option]) => [signature(name, option), option.help] as const)
  return `design-docs ${usage}\n\n${summary}.\n${rows.length > 0 ? `\n${table(rows)}\n` : ''}`
}

const signature = (name: string, { value, implied }: Option): string =>
  `--${name}${value ? ` ${implied === undefined ? value : `[${value}]`}` : ''}`

function table(rows: readonly (readonly [string, string])[]): string {
  const width = largest(rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
