/** The command `review`: goes through the reviewer's checklist for one document. */

import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { reviewFormats } from '../formatters/index.ts'
import { styleOf } from '../formatters/style.ts'
import { chooseFrom, UsageError } from '../options.ts'
import { tally } from '../report.ts'
import { createSession } from '../session.ts'
import { checkType, exitCode } from './lint.ts'

export const review: Command = {
  name: 'review',
  usage: 'review FILE [OPTION…]',
  summary: 'Review one document: what a reviewer would look for, whatever its headings are called',
  options: {
    type: { type: 'string', value: 'ID', help: 'take it for a document of this type; see `design-docs types`' },
    format: { type: 'string', value: 'NAME', help: `${Object.keys(reviewFormats).join(' or ')}` },
  },
  async run(args, context) {
    const [path, ...more] = args.positionals
    if (path === undefined || more.length > 0) throw new UsageError('Expected one file: `design-docs review FILE`')
    const format = chooseFrom(reviewFormats, args.value('format') ?? 'text', 'format')
    const file = resolve(context.cwd, path)
    const session = createSession(context)
    try {
      const typeId = args.value('type')
      await checkType(typeId, [file], session)
      const linted = await session.lintFile(file, { typeId, needsChecklist: true })
      if (!linted) return 2
      const report = { documents: [linted.report], teamFiles: await session.teamFiles(), fixed: 0 }
      context.out(format(report, styleOf(context, true)))
      return exitCode(session, tally(report).error > 0)
    } finally {
      session.dispose()
    }
  },
}
