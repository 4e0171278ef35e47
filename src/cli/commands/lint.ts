import type { Context, ExitCode } from '../context.ts'
import { findDocuments } from '../findDocuments.ts'
import { lintFormats, styleOf } from '../formatters/index.ts'
import { type Arguments, chooseFrom, readCount, UsageError } from '../options.ts'
import { type DocumentReport, onlyErrors, type Report, tally } from '../report.ts'
import { createSession, type Session } from '../session.ts'
import { orList } from '../words.ts'
import type { Command } from './index.ts'

export const lint: Command = {
  name: 'lint',
  usage: 'lint [PATH…] [OPTION…]',
  summary: 'Lint design documents: files, or all Markdown files in folders (by default the current one)',
  options: {
    type: { type: 'string', value: 'ID', help: 'take all files for documents of this type; see `design-docs types`' },
    format: { type: 'string', value: 'NAME', help: Object.keys(lintFormats).join(', ') },
    fix: { type: 'boolean', help: 'mend what needs no answer from you, and write the files' },
    'max-warnings': { type: 'string', value: 'N', help: 'exit with 1 when there are more warnings than this' },
    quiet: { type: 'boolean', help: 'show errors only' },
    verbose: { type: 'boolean', help: 'show for each file which document type it was taken for' },
  },
  async run(args, context) {
    const format = chooseFrom(lintFormats, args.value('format') ?? 'stylish', 'format')
    const maxWarnings = readCount(args.value('max-warnings'), 'max-warnings')
    const session = createSession(context)
    try {
      const report = await lintPaths(args, context, session)
      const { error, warning } = tally(report)
      const shown = args.has('quiet') ? { ...report, documents: onlyErrors(report.documents) } : report
      context.out(format(shown, styleOf(context, args.has('verbose'))))
      return exitCode(session, error > 0 || warning > (maxWarnings ?? Number.POSITIVE_INFINITY))
    } finally {
      session.dispose()
    }
  },
}

async function lintPaths(args: Arguments, { cwd }: Context, session: Session): Promise<Report> {
  const { positionals } = args
  const found = await findDocuments(positionals.length > 0 ? positionals : ['.'], cwd)
  for (const { path, reason } of found.failures) session.fail(path, reason)
  const typeId = args.value('type')
  await checkType(typeId, found.files, session)
  const documents: DocumentReport[] = []
  let fixed = 0
  for (const file of found.files) {
    if (await session.isIgnored(file)) continue
    const linted = await session.lintFile(file, { typeId, isFixing: args.has('fix') }).catch((error: Error) => {
      // A bug that one document brings to light must not keep the others from being linted.
      session.fail(file, `is not linted, for a bug in design-docs: ${error.stack}`)
    })
    if (!linted) continue
    documents.push(linted.report)
    fixed += linted.fixed
  }
  return { documents, teamFiles: await session.teamFiles(), fixed }
}

/** Throws when a type that was asked for is known nowhere. */
export async function checkType(typeId: string | undefined, files: readonly string[], session: Session): Promise<void> {
  if (typeId === undefined) return
  const known = await session.typesAt(files)
  if (!known.includes(typeId)) throw new UsageError(`Unknown document type \`${typeId}\`, expected ${orList(known)}`)
}

/** What could not be looked at weighs more than what was found. */
export const exitCode = (session: Session, hasFindings: boolean): ExitCode =>
  session.hasFailed() ? 2 : hasFindings ? 1 : 0
