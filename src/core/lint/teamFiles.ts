/** Reads the files of a `.design-docs` folder, however an environment reaches them. */

import { configPath, findTemplateFiles, type ListFolder, namedTemplates } from '../template/files.ts'
import { baselinePath } from './baseline.ts'
import type { WorkspaceFile, WorkspaceOptions } from './workspace.ts'

/** A folder that may hold a `.design-docs`, as an environment reaches it. Neither rejects; paths are those of `ListFolder`. */
export interface TeamFolderAccess {
  /** Without links to folders, which may lead in a circle; empty for a folder that cannot be listed. */
  readonly list: ListFolder
  /** Undefined for a file that is not there or cannot be read. */
  read(path: string): Promise<string | undefined>
}

/** What the team says of its documents, as it lies on the disk; for `createWorkspace`. */
export interface TeamFiles extends Pick<WorkspaceOptions, 'configText' | 'baselineText'> {
  readonly templates: readonly WorkspaceFile[]
  /** What templates were looked for with, besides their own folder. */
  readonly globs: readonly string[]
}

/**
 * Read the team's files one after the other: config, baseline, then the templates by path.
 *
 * @param globs of templates that are named elsewhere than in the config, as `templateGlobs` gives them
 */
export async function readTeamFiles(
  { list, read }: TeamFolderAccess,
  globs: readonly string[] = [],
): Promise<TeamFiles> {
  const configText = await read(configPath)
  const baselineText = await read(baselinePath)
  const all = [...namedTemplates(configText), ...globs]
  const templates: WorkspaceFile[] = []
  for (const path of await findTemplateFiles(all, list)) {
    const text = await read(path)
    if (text !== undefined) templates.push({ path, text })
  }
  return { configText, baselineText, templates, globs: all }
}
