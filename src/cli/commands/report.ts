/** The command `report`: lists all design documents with their progress. */

import { relative } from 'node:path'
import { printable } from '../../core/text/printable.ts'
import { type Overview, type OverviewEntry, orders, overviewEntry, sortEntries } from '../../review/overview.ts'
import { createPaint } from '../colors.ts'
import type { Command } from '../command.ts'
import type { Context } from '../context.ts'
import { findDocuments } from '../findDocuments.ts'
import { overviewFormats } from '../formatters/index.ts'
import { createClock } from '../lastChange.ts'
import { type Arguments, chooseFrom } from '../options.ts'
import { createSession, type Session } from '../session.ts'
import { becauseOfBug, withDefault } from '../words.ts'

export const report: Command = {
  name: 'report',
  usage: 'report [PATH…] [OPTION…]',
  summary: 'List all design documents with type, status, checklist, age and findings, for a team page',
  options: {
    format: { type: 'string', value: 'NAME', help: withDefault(Object.keys(overviewFormats)) },
    sort: { type: 'string', value: 'NAME', help: withDefault(Object.keys(orders)) },
    baseline: { type: 'boolean', help: 'leave out findings recorded in `.design-docs/baseline.json`' },
  },
  async run(args, context) {
    const format = chooseFrom(overviewFormats, args.value('format') ?? 'text', 'format')
    const order = chooseFrom<(entry: OverviewEntry) => readonly (number | string)[]>(
      orders,
      args.value('sort') ?? 'score',
      'order',
    )
    const session = createSession(context, args.has('baseline') ? 'apply' : undefined)
    try {
      const { designs, decisions, now } = await look(args, context, session)
      for (const { path } of await session.teamFiles())
        context.err(`design-docs: ${printable(path)} has errors; \`design-docs lint\` lists them\n`)
      const overview = {
        designs: sortEntries(designs, order),
        decisions: sortEntries(decisions, args.value('sort') === undefined ? orders.path : order),
        now,
      }
      context.out(format(overview, createPaint(context.hasColors)))
      return session.hasFailed() ? 2 : 0
    } finally {
      session.dispose()
    }
  },
}

async function look(args: Arguments, { cwd, progress }: Context, session: Session): Promise<Overview> {
  const found = await findDocuments(args.positionals.length > 0 ? args.positionals : ['.'], cwd)
  for (const { path, reason } of found.failures) session.fail(path, reason)
  const clock = await createClock(cwd)
  const designs: OverviewEntry[] = []
  const decisions: OverviewEntry[] = []
  for (const [index, file] of found.files.entries()) {
    progress.show(index, found.files.length, relative(cwd, file))
    if (await session.isIgnored(file)) continue
    const linted = await session.lintFile({ file }, {}).catch((error: Error) => session.fail(file, becauseOfBug(error)))
    if (!linted) continue
    const { report, document, type } = linted
    if (!type) continue
    const { path, checklist, messages } = report
    const lastChange = await clock.lastChange(file)
    const { entry, isDecision } = overviewEntry({ path, document, type, checklist, messages, lastChange })
    ;(isDecision ? decisions : designs).push(entry)
  }
  progress.clear()
  return { designs, decisions, now: new Date() }
}
