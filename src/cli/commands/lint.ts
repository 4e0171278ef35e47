/** The command `lint`: checks documents, applies safe fixes and updates the baseline. */

import { dirname, relative } from 'node:path'
import { baselinePath } from '../../core/lint/baseline.ts'
import { count } from '../../core/text/count.ts'
import { printable } from '../../core/text/printable.ts'
import { type CacheFile, cacheFolder, openCacheFile, usualCacheFile } from '../cacheFile.ts'
import { compareWith } from '../changed.ts'
import type { Command } from '../command.ts'
import type { Context, ExitCode } from '../context.ts'
import { findDocuments } from '../findDocuments.ts'
import { lintFormats } from '../formatters/index.ts'
import { type Style, styleOf } from '../formatters/style.ts'
import { stylish } from '../formatters/stylish.ts'
import { type Arguments, chooseFrom, readCount, UsageError } from '../options.ts'
import { pathFrom } from '../pathFrom.ts'
import { type DocumentReport, onlyErrors, type Report, tally } from '../report.ts'
import { createSession, type Session } from '../session.ts'
import { inputOptions, type Source, sourceFromInput } from '../standardInput.ts'
import { becauseOfBug, didYouMean, withDefault } from '../words.ts'

export const lint: Command = {
  name: 'lint',
  usage: 'lint [PATH…] [OPTION…]',
  summary: 'Lint design documents: files, globs, or the Markdown files in folders (by default the current one)',
  options: {
    type: { type: 'string', value: 'ID', help: 'treat all files as documents of this type; see `design-docs types`' },
    format: { type: 'string', value: 'NAME', help: withDefault(Object.keys(lintFormats)) },
    changed: {
      type: 'string',
      value: 'REF',
      implied: 'HEAD',
      help: 'only files that differ from a git reference or are not in it; without REF, the last commit',
    },
    fix: { type: 'boolean', help: 'apply all fixes that need no answer, and write the files' },
    'max-warnings': { type: 'string', value: 'N', help: 'exit with 1 if there are more warnings than this' },
    baseline: { type: 'boolean', help: 'leave out findings recorded in `.design-docs/baseline.json`' },
    'update-baseline': { type: 'boolean', help: 'record all findings in `.design-docs/baseline.json`' },
    cache: { type: 'boolean', help: 'lint only what has changed since the last run with this option' },
    'cache-location': {
      type: 'string',
      value: 'FILE',
      help: `where the cache is kept, by default in ${cacheFolder} or, without packages, in ${usualCacheFile}`,
    },
    hints: { type: 'boolean', help: 'list hints too, instead of only counting them' },
    ...inputOptions,
    quiet: { type: 'boolean', help: 'show errors only' },
    verbose: { type: 'boolean', help: 'show which document type each file was taken for' },
  },
  async run(args, context) {
    const format = chooseFrom(lintFormats, args.value('format') ?? 'stylish', 'format')
    const maxWarnings = readCount(args.value('max-warnings'), 'max-warnings') ?? Number.POSITIVE_INFINITY
    const isUpdating = args.has('update-baseline')
    if (args.value('cache-location') !== undefined && !args.has('cache'))
      throw new UsageError('`--cache-location` needs `--cache`: give both')
    const session = createSession(context, isUpdating ? 'update' : args.has('baseline') ? 'apply' : undefined)
    try {
      const cacheFile = args.has('cache') ? await openCacheFile(context, args.value('cache-location')) : undefined
      const report = await lintAll(args, context, session, cacheFile)
      const failure = await cacheFile?.save()
      if (failure !== undefined) context.err(`design-docs: ${printable(failure)}\n`)
      const style = styleOf(context, { isVerbose: args.has('verbose'), showsHints: args.has('hints') })
      if (isUpdating) return await updateBaselines(report, style, context, session)
      const { error, warning } = tally(report)
      const shown = args.has('quiet') ? { ...report, documents: onlyErrors(report.documents) } : report
      context.out(format(shown, style))
      sayBaseline(context, session)
      if (warning > maxWarnings) sayTooMany(warning, maxWarnings, context)
      return exitCode(session, error > 0 || warning > maxWarnings)
    } finally {
      session.dispose()
    }
  },
}

/** Otherwise, a run that lints nothing would not say why. */
function sayLeftOut(files: readonly string[], { cwd, err }: Context): void {
  const [file, ...more] = files
  if (file === undefined) return
  const what = more.length > 0 ? `${files.length} files are` : `${printable(pathFrom(cwd, file))} is`
  err(`design-docs: ${what} left out: by \`ignore\` in the team's config, or as one of the team's own files\n`)
}

/** With `--quiet`, nothing else says why the exit status is 1. */
const sayTooMany = (warnings: number, most: number, { err }: Context): void =>
  err(`design-docs: ${count(warnings, 'warning')}, but at most ${most} ${most === 1 ? 'is' : 'are'} allowed\n`)

async function updateBaselines(report: Report, style: Style, { out }: Context, session: Session): Promise<ExitCode> {
  const written = await session.writeBaselines()
  const findings = report.documents.reduce((sum, { messages }) => sum + messages.length, 0)
  for (const path of written) out(`Wrote ${printable(path)}\n`)
  if (written.length > 0) out(`${count(findings, 'finding')} will be hidden with --baseline, and in the editor\n`)
  // Findings are recorded, mistakes in the config are not. What is wrong with a baseline has just been said.
  const teamFiles = report.teamFiles.filter(({ path }) => !path.endsWith(baselinePath))
  if (teamFiles.length > 0) out(stylish({ documents: [], teamFiles, fixed: 0 }, style))
  return exitCode(session, teamFiles.length > 0)
}

/** Writes to standard error, since standard output may be in a format for other programs. */
function sayBaseline({ err }: Context, session: Session): void {
  const { known, stale } = session.baselineTally()
  if (known > 0) err(`design-docs: the baseline hides ${count(known, 'finding')}\n`)
  if (stale > 0)
    err(`design-docs: ${count(stale, 'count')} in the baseline can be lowered; --update-baseline rewrites it\n`)
}

/** The documents to lint: the one on standard input, or the files that the arguments stand for. */
async function sourcesOf(args: Arguments, context: Context, session: Session): Promise<readonly Source[]> {
  const source = await sourceFromInput(args, context, ['fix', 'update-baseline', 'changed'])
  if (source) return [source]
  const { positionals } = args
  const found = await findDocuments(positionals.length > 0 ? positionals : ['.'], context.cwd)
  for (const { path, reason } of found.failures) session.fail(path, reason)
  // Mistakes in the config matter most where they keep documents from being linted.
  await session.readTeamFiles([...found.folders, ...found.files.map((file) => dirname(file))])
  const reference = args.value('changed')
  const comparison = reference === undefined ? undefined : await compareWith(reference, context.cwd)
  const sources: Source[] = []
  for (const file of found.files) if ((await comparison?.differs(file)) ?? true) sources.push({ file })
  return sources
}

async function lintAll(args: Arguments, context: Context, session: Session, cacheFile?: CacheFile): Promise<Report> {
  const sources = await sourcesOf(args, context, session)
  const typeId = args.value('type')
  const files = sources.map(({ file }) => file)
  await checkType(typeId, files, session)
  const documents: DocumentReport[] = []
  const leftOut: string[] = []
  let fixed = 0
  for (const [index, source] of sources.entries()) {
    const { file } = source
    context.progress.show(index, files.length, relative(context.cwd, file))
    if (!source.isNameless && (await session.isIgnored(file))) {
      leftOut.push(file)
      continue
    }
    const options = { typeId, isFixing: args.has('fix') }
    const linted = await session
      .reportFile(source, options, cacheFile?.cache)
      .catch((error: Error) => session.fail(file, becauseOfBug(error)))
    if (!linted) continue
    documents.push(linted.report)
    fixed += linted.fixed
  }
  context.progress.clear()
  if (documents.length === 0) sayLeftOut(leftOut, context)
  return { documents, teamFiles: await session.teamFiles(), fixed }
}

/** Throws a `UsageError` if none of the files' workspaces knows the requested type. */
export async function checkType(typeId: string | undefined, files: readonly string[], session: Session): Promise<void> {
  if (typeId === undefined) return
  const known = await session.typesAt(files)
  if (!known.includes(typeId)) throw new UsageError(`Unknown document type \`${typeId}\`: ${didYouMean(typeId, known)}`)
}

/** A failure takes precedence over findings. */
export const exitCode = (session: Session, hasFindings: boolean): ExitCode =>
  session.hasFailed() ? 2 : hasFindings ? 1 : 0
