/** The command `review`: goes through the reviewer's checklist for one document. */

import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { reviewFormats } from '../formatters/index.ts'
import { styleOf } from '../formatters/style.ts'
import { chooseFrom, UsageError } from '../options.ts'
import { tally } from '../report.ts'
import { inputOptions, sourceFromInput } from '../standardInput.ts'
import { exitCode } from './lint.ts'
import { oneFileOptions, tellOfFile } from './oneFile.ts'

export const review: Command = {
  name: 'review',
  usage: 'review FILE [OPTION…]',
  summary: 'Review one document: what a reviewer would look for, whatever its headings are called',
  options: {
    ...oneFileOptions(reviewFormats),
    ...inputOptions,
    hints: { type: 'boolean', help: 'list hints too, instead of only counting them' },
  },
  async run(args, context) {
    const format = chooseFrom(reviewFormats, args.value('format') ?? 'text', 'format')
    const source = (await sourceFromInput(args, context)) ?? { file: resolve(context.cwd, oneOf(args.positionals)) }
    return tellOfFile(source, args, context, async ({ report: document }, session) => {
      const report = { documents: [document], teamFiles: await session.teamFiles(), fixed: 0 }
      context.out(format(report, styleOf(context, { isVerbose: true, showsHints: args.has('hints') })))
      return exitCode(session, tally(report).error > 0)
    })
  },
}

function oneOf([path, ...more]: readonly string[]): string {
  if (path === undefined || more.length > 0) throw new UsageError('Name one file: `design-docs review FILE`')
  return path
}
