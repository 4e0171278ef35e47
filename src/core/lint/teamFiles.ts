/** Reads the files of a `.design-docs` folder through an environment's file access. */

import { configPath, findTemplateFiles, type ListFolder, namedTemplates } from '../template/files.ts'
import { baselinePath } from './baseline.ts'
import type { WorkspaceFile, WorkspaceOptions } from './workspace.ts'

/** Access to a folder that may contain `.design-docs`. Neither function rejects; paths are those of `ListFolder`. */
export interface TeamFolderAccess {
  /** Omits symbolic links to folders, which may be circular; empty for a folder that cannot be listed. */
  readonly list: ListFolder
  /** Undefined for a file that does not exist or cannot be read. */
  read(path: string): Promise<string | undefined>
}

/** The team's files as they are on disk, for `createWorkspace`. */
export interface TeamFiles extends Pick<WorkspaceOptions, 'configText' | 'baselineText'> {
  readonly templates: readonly WorkspaceFile[]
  /** The globs that templates were searched with, besides their own folder. */
  readonly globs: readonly string[]
}

/**
 * Read the team's files sequentially: config, baseline, then the templates by path.
 *
 * @param globs of templates that are named outside the config, as returned by `templateGlobs`
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
