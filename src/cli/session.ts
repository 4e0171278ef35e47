/** The state of one run: the team's files, linters, diagram workers and baselines. */

import { dirname, join } from 'node:path'
import { reviewChecklist } from '../checklist/index.ts'
import { statusOfName } from '../core/decisions/fileName.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { statusOf } from '../core/decisions/status.ts'
import { createDiagramChecker, type DiagramChecker } from '../core/diagrams/checker.ts'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import { baselineOf, baselinePath, type DocumentBaseline } from '../core/lint/baseline.ts'
import { fixText } from '../core/lint/fixText.ts'
import type { LintMessage, LintResult } from '../core/lint/lint.ts'
import { createParser } from '../core/markdown/slices.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist, isDesignType } from '../core/template/hasChecklist.ts'
import { isLeftOut } from '../core/template/typeOf.ts'
import { printable } from '../core/text/printable.ts'
import { updateBaselineFile } from './baselineFile.ts'
import type { Context } from './context.ts'
import { wholeDisk } from './disk.ts'
import { workerFile } from './installation.ts'
import type { LintCache } from './lintCache.ts'
import { createLinters, type Linters } from './linters.ts'
import { spawnNodeWorker } from './nodeWorker.ts'
import { pathFrom } from './pathFrom.ts'
import { expectText } from './quickParser.ts'
import { type DocumentReport, reportChecklist, reportFacts, reportMessages, reportTeamFile } from './report.ts'
import type { Source } from './standardInput.ts'
import { inTurns } from './turns.ts'
import { createWorkspaces, type TeamFolder, type Workspaces } from './workspaces.ts'
import { replaceText } from './writing/files.ts'

/** How a run uses the baselines: leave out the findings they record, or rewrite them. */
export type BaselineUse = 'apply' | 'update'

export interface LintFileOptions {
  /** Treat the document as this type, whatever it looks like. */
  readonly typeId?: string | undefined
  /** Apply the safe fixes and write the file. */
  readonly isFixing?: boolean
  /** Judge the checklist even for a type that does not have one by default. */
  readonly needsChecklist?: boolean
  /** Aborts linting at its next step, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** The result of linting a file. */
interface LintedFile {
  readonly report: DocumentReport
  readonly fixed: number
  readonly document: DocumentModel
  readonly type: DocumentType | undefined
  readonly messages: readonly LintMessage[]
  /** How many findings the baseline suppressed, and how many of its counts are too high. */
  readonly baseline: { readonly known: number; readonly stale: number }
}

type ReportedFile = Pick<LintedFile, 'report' | 'fixed'>

/** The state of one run: configs, linters, diagram workers. */
export interface Session {
  /** Lints one file, or the input given in its place. Undefined if it cannot be read, which is then reported. */
  lintFile(source: Source, options: LintFileOptions): Promise<LintedFile | undefined>
  /** Like `lintFile`, for the report only: a document whose result is cached is not linted again. */
  reportFile(source: Source, options: LintFileOptions, cache?: LintCache): Promise<ReportedFile | undefined>
  /** Whether the team's config excludes a file, or the file is one of the team's own. */
  isIgnored(file: string): Promise<boolean>
  /** Reads the team's files for these folders, so that their mistakes are reported even if no document is linted. */
  readTeamFiles(folders: readonly string[]): Promise<void>
  /** Ids of the document types known for at least one of the files. */
  typesAt(files: readonly string[]): Promise<readonly string[]>
  /** Writes the baselines of all folders with documents linted so far. @returns paths of the files written */
  writeBaselines(): Promise<readonly string[]>
  /** How many findings the baselines suppressed so far, and how many of their counts are too high. */
  baselineTally(): { readonly known: number; readonly stale: number }
  /** Mistakes in the configs and templates read so far. */
  teamFiles(): Promise<readonly DocumentReport[]>
  /** Reports on standard error that a file cannot be used. */
  fail(path: string, reason: string): void
  /** Whether anything failed so far. */
  hasFailed(): boolean
  /** Disposes of the diagram workers, which would keep the process running. */
  dispose(): void
}

/** What the functions of a session share. */
interface SessionState {
  readonly context: Context
  readonly baselines: BaselineUse | undefined
  readonly workspaces: Workspaces
  readonly checker: DiagramChecker
  readonly linters: Linters
  /** Whether some diagrams could not be checked, in which case results are not cached. */
  isUnsure: boolean
  /** What was found, where baselines are to be written. */
  readonly found: Map<TeamFolder, Map<string, DocumentBaseline>>
  readonly tally: { known: number; stale: number }
  readonly fail: Session['fail']
}

/** Checks diagrams in threads, which are reused. @param log receives a line on why some are not checked */
export const createChecker = (log: (message: string) => void): DiagramChecker =>
  createDiagramChecker({
    spawn: (engine) => spawnNodeWorker(workerFile(engine)),
    ahead: 50,
    // The worker starts while rules run, possibly on a busy machine, and nobody is waiting for it interactively.
    startTimeout: 60_000,
    log: (message) => log(`Some diagrams are not checked: ${message.split('\n', 1)[0]}`),
  })

/**
 * @param baselines absent: baselines are ignored
 * @param shared a checker for several sessions, disposed of by its creator; absent: the session creates its own
 */
export function createSession(context: Context, baselines?: BaselineUse, shared?: DiagramChecker): Session {
  const said = new Set<string>()
  let hasFailed = false
  const sayOnce = (line: string) => {
    if (!said.has(line)) context.err(`design-docs: ${printable(line)}\n`)
    said.add(line)
  }
  const checker =
    shared ??
    createChecker((line) => {
      state.isUnsure = true
      sayOnce(line)
    })
  const state: SessionState = {
    context,
    baselines,
    workspaces: createWorkspaces(context),
    checker,
    linters: createLinters(context, checker, baselines === 'apply'),
    isUnsure: false,
    found: new Map(),
    tally: { known: 0, stale: 0 },
    fail(path, reason) {
      hasFailed = true
      sayOnce(`${shown(context, path)} ${reason}`)
    },
  }
  return {
    lintFile: (source, options) => lintFile(state, source, options),
    reportFile: (source, options, cache) =>
      cache && !source.input && !options.isFixing && baselines !== 'update'
        ? lintChanged(state, cache, source, options)
        : lintFile(state, source, options),
    async isIgnored(file) {
      const team = await teamOf(state, file)
      return isLeftOut(team, pathFrom(team.root, file))
    },
    async readTeamFiles(folders) {
      for (const folder of new Set(folders)) await teamIn(state, folder)
    },
    typesAt: (files) => typesAt(state, files),
    writeBaselines: () => writeBaselines(state),
    baselineTally: () => state.tally,
    teamFiles: () => reportTeamFiles(state),
    fail: state.fail,
    hasFailed: () => hasFailed,
    dispose: () => (shared ? undefined : state.checker.dispose()),
  }
}

/** A path as shown to the user. */
const shown = ({ cwd }: Context, path: string): string => pathFrom(cwd, path) || '.'

const teamOf = (state: SessionState, file: string): Promise<TeamFolder> => teamIn(state, dirname(file))

async function teamIn({ workspaces, fail }: SessionState, folder: string): Promise<TeamFolder> {
  const team = await workspaces.of(folder)
  for (const { path, reason } of workspaces.failures()) fail(path, reason)
  return team
}

/** Documents must be linted one at a time, so that recorded requests belong to the right document. */
async function lintChanged(
  state: SessionState,
  cache: LintCache,
  source: Source,
  options: LintFileOptions,
): Promise<ReportedFile | undefined> {
  const { context, linters, tally } = state
  const team = await teamOf(state, source.file)
  const read = await (context.disk ?? wholeDisk).readText(source.file)
  if (read.failure !== undefined) return lintFile(state, source, options)
  const teamTexts = team.files.flatMap(({ path, text }) => [path, text])
  // The path from the team's folder affects the type, and changes with that folder.
  const made = [read.text, pathFrom(team.root, source.file), options.typeId ?? '', state.baselines ?? '', ...teamTexts]
  let linted: LintedFile | undefined
  const outcome = await cache.lint(shown(context, source.file), made, linters.filesOf(team), async (noting) => {
    linted = await linters.seeing(noting, () => lintFile(state, { ...source, input: read }, options))
    return linted && !state.isUnsure ? { report: linted.report, ...linted.baseline } : undefined
  })
  if (linted || !outcome) return linted
  tally.known += outcome.known
  tally.stale += outcome.stale
  return { report: outcome.report, fixed: 0 }
}

async function lintFile(
  state: SessionState,
  { file, input, isNameless }: Source,
  { typeId, isFixing = false, needsChecklist = false, signal }: LintFileOptions,
): ReturnType<Session['lintFile']> {
  const { context, fail } = state
  const team = await teamOf(state, file)
  const read = input ?? (await (context.disk ?? wholeDisk).readText(file))
  if (read.failure !== undefined) {
    fail(file, read.failure)
    return undefined
  }
  await expectText(read.text.length)
  const parser = createParser()
  const lint = async (text: string) => {
    const document = createDocument(parser.parse(text), context.engines)
    const path = isNameless ? undefined : pathFrom(team.root, file)
    const linter = state.linters.of(team)
    const result = signal
      ? await inTurns(linter.steps(document, path, typeId), signal)
      : await linter.lint(document, path, typeId)
    return { text, document, ...result }
  }
  const { linted, fixed } = isFixing ? await fixText(read.text, lint) : { linted: await lint(read.text), fixed: 0 }
  const { text, document, type, messages, baseline } = linted
  if (text !== read.text) {
    const failure = await replaceText(await state.workspaces.placeOf(file), read.text, text)
    // Findings in a text that was not written would mislead: report those in the text as it is.
    if (failure !== undefined) {
      fail(file, `was not fixed: it ${failure}`)
      return lintFile(state, { file, input: read }, { typeId, needsChecklist, signal })
    }
  }
  noteBaseline(state, team, file, linted)
  const isReviewed = hasChecklist(type) || (needsChecklist && (!type || isDesignType(type)))
  const isDecision = type !== undefined && isDecisionType(type)
  const status = statusOf(document) ?? (isDecision ? statusOfName(file) : undefined)
  const report: DocumentReport = {
    path: shown(context, file),
    documentType: type?.id ?? null,
    status: status ?? null,
    checklist: isReviewed ? reportChecklist(text, reviewChecklist(document, type)) : [],
    ...(isDecision && { facts: reportFacts(document, status) }),
    messages: reportMessages(text, messages),
  }
  return { report, fixed, document, type, messages, baseline: { known: 0, stale: 0, ...baseline } }
}

/** Counts what the baseline suppressed, or keeps what was found for a new one. */
function noteBaseline(
  { baselines, found, tally }: SessionState,
  team: TeamFolder,
  file: string,
  { document, messages, baseline }: LintResult & { readonly document: DocumentModel },
): void {
  tally.known += baseline?.known ?? 0
  tally.stale += baseline?.stale ?? 0
  if (baselines !== 'update') return
  const documents = found.get(team) ?? new Map<string, DocumentBaseline>()
  found.set(team, documents.set(pathFrom(team.root, file), baselineOf(document, messages)))
}

async function typesAt(state: SessionState, files: readonly string[]): Promise<readonly string[]> {
  const { templates } = state.context
  const teams = await Promise.all(files.map((file) => teamOf(state, file)))
  const types = teams.length > 0 ? teams.flatMap((team) => team.types) : templates.flatMap(({ type }) => type ?? [])
  return [...new Set(types.map(({ id }) => id))].toSorted()
}

async function writeBaselines({ context, found, workspaces, fail }: SessionState): Promise<readonly string[]> {
  const written: string[] = []
  for (const [{ root }, documents] of found) {
    const file = join(root, baselinePath)
    const failure = await updateBaselineFile(root, await workspaces.placeOf(file), documents)
    if (failure === undefined) written.push(shown(context, file))
    else fail(file, `was not written: it ${failure}`)
  }
  return written
}

async function reportTeamFiles({ context, workspaces }: SessionState): Promise<readonly DocumentReport[]> {
  const teams = await workspaces.loaded()
  return teams.flatMap(({ root, files, problems }) =>
    files.flatMap(({ path, text }) => {
      const own = problems.filter((problem) => problem.path === path)
      return own.length > 0 ? [reportTeamFile(shown(context, `${root}/${path}`), text, own)] : []
    }),
  )
}
