/** Surveys which documents a workspace folder keeps, when somebody is about to make one. */

import * as vscode from 'vscode'
import { createDocument } from '../core/document/document.ts'
import type { Workspace } from '../core/lint/workspace.ts'
import { createParser } from '../core/markdown/slices.ts'
import { chooseSamples, type Survey, sumUp } from '../core/recognition/survey.ts'
import { isNamedByPath } from '../core/template/detect.ts'
import { isLeftOut, typeOf } from '../core/template/typeOf.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { pathOf } from './paths.ts'
import { within } from './platform.ts'
import { inTurns } from './turns.ts'
import { onOwnChange } from './watchTeamFiles.ts'
import { readText, type Workspaces } from './workspaces.ts'

/** Knows what workspace folders keep. */
export interface Surveys extends vscode.Disposable {
  /** What a folder keeps, as far as can be told in a moment: an empty survey where it takes longer. Never rejects. */
  of(folder: vscode.WorkspaceFolder): Promise<Survey>
}

/** So many Markdown files are looked at by their names. */
const mostFiles = 3000
/** A longer file is no document that tells a type, in bytes; and of one so many characters are read. */
const maxBytes = 300_000
const maxLength = 60_000
/** A list does not wait longer than this for its order, in milliseconds. */
const patience = 1500

const nothing: Survey = { types: [], folders: [] }

/** Create the surveys. One is made when it is first asked for, and kept until a Markdown file or the team's files change. */
export function createSurveys(workspaces: Pick<Workspaces, 'in' | 'onDidChange'>): Surveys {
  const known = new Map<string, Promise<Survey>>()
  const listeners = vscode.Disposable.from(
    workspaces.onDidChange(() => known.clear()),
    onOwnChange(({ path }) => {
      if (/\.(?:md|markdown)$/i.test(path)) known.clear()
    }),
  )
  return {
    of(folder) {
      const key = folder.uri.toString()
      const survey = known.get(key) ?? make(workspaces, folder).catch(() => nothing)
      known.set(key, survey)
      return within(patience, survey, nothing)
    },
    dispose: () => listeners.dispose(),
  }
}

async function make(workspaces: Pick<Workspaces, 'in'>, folder: vscode.WorkspaceFolder): Promise<Survey> {
  const [workspace, files] = await Promise.all([
    workspaces.in(folder),
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, '**/*.{md,markdown}'),
      '**/{node_modules,vendor,third_party,dist,build,out,target,.*}/**',
      mostFiles,
    ),
  ])
  const paths = files.flatMap((file) => pathOf(file) ?? []).filter((path) => !isLeftOut(workspace, path))
  const sampled = await Promise.all(
    chooseSamples(paths, claimsOf(workspace)).map(async (each) => ({
      ...each,
      typeIds: await Promise.all(each.samples.map((path) => typeIdOf(workspace, folder, path))),
    })),
  )
  return sumUp(sampled)
}

/** Whether the config, or a template of the team, says by its path what a file is. */
const claimsOf =
  ({ config, types }: Workspace) =>
  (path: string): boolean =>
    isNamedByPath(config.types ?? [], path) ||
    isNamedByPath(
      types.filter((type) => type.path !== undefined).map(({ id, files }) => [files, id] as const),
      path,
    )

async function typeIdOf(
  workspace: Workspace,
  folder: vscode.WorkspaceFolder,
  path: string,
): Promise<string | undefined> {
  const file = vscode.Uri.joinPath(folder.uri, path)
  const size = await vscode.workspace.fs.stat(file).then(
    (found) => found.size,
    () => maxBytes + 1,
  )
  const text = size > maxBytes ? undefined : await readText(file)
  if (text === undefined) return undefined
  const parsed = await inTurns(createParser().steps(text.slice(0, maxLength)))
  return typeOf(workspace, createDocument(parsed, syntaxes), path)?.id
}
