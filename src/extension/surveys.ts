/** Surveys which documents a workspace folder contains, when the user is about to create one. */

import * as vscode from 'vscode'
import { createDocument } from '../core/document/document.ts'
import type { Workspace } from '../core/lint/workspace.ts'
import { createParser } from '../core/markdown/slices.ts'
import { chooseSamples, type Survey, sumUp } from '../core/recognition/survey.ts'
import { isNamedByPath } from '../core/template/detect.ts'
import { isLeftOut, typeOf } from '../core/template/typeOf.ts'
import { isMarkdown, markdownGlob } from '../core/text/isMarkdown.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { pathOf } from './paths.ts'
import { now, within } from './platform.ts'
import { inTurns } from './turns.ts'
import { onOwnChange } from './watchTeamFiles.ts'
import { readText, type Workspaces } from './workspaces.ts'

/** Surveys of workspace folders. */
export interface Surveys extends vscode.Disposable {
  /** What a folder contains; an empty survey if it takes too long. Never rejects. */
  of(folder: vscode.WorkspaceFolder): Promise<Survey>
}

/** Maximum number of Markdown files whose names are considered. */
const mostFiles = 3000
/** Maximum bytes of a file that is read to find its type, and how many UTF-16 units of it are parsed. */
const maxBytes = 300_000
const maxLength = 60_000
/** How long a list may wait for its order, in milliseconds. */
const patience = 1500
/** How long a survey is kept, in milliseconds: other programs change files too, such as git. */
const longest = 30_000

const nothing: Survey = { types: [], folders: [] }

/** Creates the surveys. Each is made on request, and kept until this window changes files, but not for long. */
export function createSurveys(workspaces: Pick<Workspaces, 'in' | 'onDidChange'>): Surveys {
  const known = new Map<string, { readonly survey: Promise<Survey>; readonly madeAt: number }>()
  const listeners = vscode.Disposable.from(
    workspaces.onDidChange(() => known.clear()),
    onOwnChange(({ path }) => {
      if (isMarkdown(path)) known.clear()
    }),
    vscode.workspace.onDidRenameFiles(() => known.clear()),
  )
  return {
    of(folder) {
      const key = folder.uri.toString()
      const last = known.get(key)
      const isOld = last === undefined || now() - last.madeAt > longest
      const kept = isOld ? { survey: make(workspaces, folder).catch(() => nothing), madeAt: now() } : last
      known.set(key, kept)
      return within(patience, kept.survey, nothing)
    },
    dispose: () => listeners.dispose(),
  }
}

async function make(workspaces: Pick<Workspaces, 'in'>, folder: vscode.WorkspaceFolder): Promise<Survey> {
  const [workspace, files] = await Promise.all([
    workspaces.in(folder),
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, `**/${markdownGlob}`),
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

/** Whether the config, or a template of the team, determines a file's type by its path. */
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
