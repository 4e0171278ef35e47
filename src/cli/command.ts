/** What every command of the program provides: name, help, options and what it does. */

import type { Context, ExitCode } from './context.ts'
import type { Arguments, Options } from './options.ts'

/** What the program can be asked to do. */
export interface Command {
  readonly name: string
  /** How it is called, without the program's name. */
  readonly usage: string
  /** One sentence without full stop. */
  readonly summary: string
  readonly options: Options
  run(args: Arguments, context: Context): Promise<ExitCode>
}
