import { dirname, join, relative, sep } from 'node:path'
import { reviewChecklist } from '../checklist/index.ts'
import { statusOf } from '../core/decisions/status.ts'
import { createDiagramChecker } from '../core/diagrams/checker.ts'
import { createDocument } from '../core/document/document.ts'
import { baselineOf, baselinePath, type DocumentBaseline } from '../core/lint/baseline.ts'
import { createLinter, type Linter } from '../core/lint/lint.ts'
import { createParser } from '../core/markdown/slices.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { isLeftOut } from '../core/template/typeOf.ts'
import { printable } from '../core/text/printable.ts'
import { updateBaselineFile } from './baselineFile.ts'
import type { Context } from './context.ts'
import { filesAround } from './filesAround.ts'
import { fixText } from './fixText.ts'
import { workerFile } from './installation.ts'
import { spawnNodeWorker } from './nodeWorker.ts'
import { readText } from './readText.ts'
import { type DocumentReport, reportChecklist, reportMessages, reportTeamFile } from './report.ts'
import { createWorkspaces, pathIn, type TeamFolder } from './workspaces.ts'
import { replaceText } from './writing/files.ts'

/** What a run does with the baselines: leave out what they know, or write anew what there is. */
export type BaselineUse = 'apply' | 'update'

export interface LintFileOptions {
  /** Take the document for this type, whatever it looks like. */
  readonly typeId?: string | undefined
  /** Apply the safe fixes and write the file. */
  readonly isFixing?: boolean
  /** Judge the checklist also where it is no matter of course. */
  readonly needsChecklist?: boolean
}

/** All that one run keeps: configs read, linters made, one diagram worker. */
export interface Session {
  /** Lint one file. Undefined when it cannot be read, which has then been said. @param file absolute */
  lintFile(
    file: string,
    options: LintFileOptions,
  ): Promise<{ readonly report: DocumentReport; readonly fixed: number } | undefined>
  /** Whether the team's config says not to look at a file, or the file is one of the team's own. */
  isIgnored(file: string): Promise<boolean>
  /** Ids of the document types known at one of the files. */
  typesAt(files: readonly string[]): Promise<readonly string[]>
  /** Write the baselines of the folders that the documents linted so far belong to. @returns paths of the files */
  writeBaselines(): Promise<readonly string[]>
  /** What the baselines left out so far, and how many of their counts are too high. */
  baselineTally(): { readonly known: number; readonly stale: number }
  /** Mistakes in the configs and templates met so far. */
  teamFiles(): Promise<readonly DocumentReport[]>
  /** Says on standard error that a file cannot be used. */
  fail(path: string, reason: string): void
  /** Whether anything failed so far. */
  hasFailed(): boolean
  /** Lets go of the diagram worker, without which the process could not end. */
  dispose(): void
}

/** @param baselines absent: they are not looked at */
export function createSession(context: Context, baselines?: BaselineUse): Session {
  const { cwd, rules, engines, err } = context
  const workspaces = createWorkspaces(context)
  const linters = new Map<TeamFolder, Linter>()
  const said = new Set<string>()
  const found = new Map<TeamFolder, Map<string, DocumentBaseline>>()
  const tally = { known: 0, stale: 0 }
  let hasFailed = false

  const show = (path: string) => relative(cwd, path).split(sep).join('/') || '.'
  const sayOnce = (line: string) => {
    if (!said.has(line)) err(`design-docs: ${printable(line)}\n`)
    said.add(line)
  }
  const fail: Session['fail'] = (path, reason) => {
    hasFailed = true
    sayOnce(`${show(path)} ${reason}`)
  }
  const checker = createDiagramChecker({
    spawn: (engine) => spawnNodeWorker(workerFile(engine)),
    log: (message) => sayOnce(`Some diagrams are not checked: ${message.split('\n', 1)[0]}`),
  })
  const teamOf = async (file: string) => {
    const team = await workspaces.of(dirname(file))
    for (const { path, reason } of workspaces.failures()) fail(path, reason)
    return team
  }
  const linterOf = (team: TeamFolder): Linter => {
    const { config, types } = team
    const baseline = baselines === 'apply' ? (team.baseline ?? {}) : undefined
    const host = { checkDiagram: checker.check, files: filesAround(team.root) }
    const linter = linters.get(team) ?? createLinter({ rules, types, config, host, baseline })
    linters.set(team, linter)
    return linter
  }

  return {
    async lintFile(file, { typeId, isFixing = false, needsChecklist = false }) {
      const team = await teamOf(file)
      const read = await readText(file)
      if (read.failure !== undefined) {
        fail(file, read.failure)
        return undefined
      }
      const parser = createParser()
      const lint = async (text: string) => {
        const document = createDocument(parser.parse(text), engines)
        return { text, document, ...(await linterOf(team).lint(document, pathIn(team, file), typeId)) }
      }
      const { linted, fixed } = isFixing ? await fixText(read.text, lint) : { linted: await lint(read.text), fixed: 0 }
      const { text, document, type, messages, baseline } = linted
      tally.known += baseline?.known ?? 0
      tally.stale += baseline?.stale ?? 0
      if (baselines === 'update') {
        const documents = found.get(team) ?? new Map<string, DocumentBaseline>()
        found.set(team, documents.set(pathIn(team, file), baselineOf(document, messages)))
      }
      if (text !== read.text) {
        const failure = await replaceText(await workspaces.placeOf(file), read.text, text)
        // What was found in a text that is nowhere to be seen would mislead.
        if (failure !== undefined) {
          fail(file, `is not fixed: it ${failure}`)
          return undefined
        }
      }
      const isReviewed = needsChecklist || hasChecklist(type)
      const report: DocumentReport = {
        path: show(file),
        documentType: type?.id ?? null,
        status: statusOf(document) ?? null,
        checklist: isReviewed ? reportChecklist(text, reviewChecklist(document)) : [],
        messages: reportMessages(text, messages),
      }
      return { report, fixed }
    },
    async isIgnored(file) {
      const team = await teamOf(file)
      return isLeftOut(team, pathIn(team, file))
    },
    async typesAt(files) {
      const teams = await Promise.all(files.map(teamOf))
      const types =
        teams.length > 0 ? teams.flatMap((team) => team.types) : context.templates.flatMap(({ type }) => type ?? [])
      return [...new Set(types.map(({ id }) => id))].toSorted()
    },
    async writeBaselines() {
      const written: string[] = []
      for (const [{ root }, documents] of found) {
        const file = join(root, baselinePath)
        const failure = await updateBaselineFile(root, await workspaces.placeOf(file), documents)
        if (failure === undefined) written.push(show(file))
        else fail(file, `is not written: it ${failure}`)
      }
      return written
    },
    baselineTally: () => tally,
    async teamFiles() {
      const teams = await workspaces.loaded()
      return teams.flatMap(({ root, files, problems }) =>
        files.flatMap(({ path, text }) => {
          const own = problems.filter((problem) => problem.path === path)
          return own.length > 0 ? [reportTeamFile(show(`${root}/${path}`), text, own)] : []
        }),
      )
    },
    fail,
    hasFailed: () => hasFailed,
    dispose: checker.dispose,
  }
}
