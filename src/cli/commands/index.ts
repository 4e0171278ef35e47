import type { Context, ExitCode } from '../context.ts'
import type { Arguments, Options } from '../options.ts'
import { adr } from './adr.ts'
import { lint } from './lint.ts'
import { newDocument } from './new.ts'
import { review } from './review.ts'
import { rules } from './rules.ts'
import { types } from './types.ts'

export interface Command {
  readonly name: string
  /** How it is called, without the program's name. */
  readonly usage: string
  /** One sentence without full stop. */
  readonly summary: string
  readonly options: Options
  run(args: Arguments, context: Context): Promise<ExitCode>
}

/** In the order of the help. */
export const commands: readonly Command[] = [lint, review, newDocument, adr, types, rules]
