/** What every command of the program provides: name, help, options and action. */

import type { Context, ExitCode } from './context.ts'
import type { Arguments, Options } from './options.ts'

/** A command of the program. */
export interface Command {
  readonly name: string
  /** Name and arguments, without the program's name. */
  readonly usage: string
  /** One sentence without a full stop. */
  readonly summary: string
  readonly options: Options
  run(args: Arguments, context: Context): Promise<ExitCode>
}
