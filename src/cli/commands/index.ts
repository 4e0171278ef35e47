/** The table of all commands. */

import type { Command } from '../command.ts'
import { adr } from './adr.ts'
import { lint } from './lint.ts'
import { mcp } from './mcp.ts'
import { newDocument } from './new.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { rules } from './rules.ts'
import { types } from './types.ts'
import { why } from './why.ts'

/** In the order in which the help lists them. */
export const commands: readonly Command[] = [lint, review, report, why, newDocument, adr, types, rules, mcp]
