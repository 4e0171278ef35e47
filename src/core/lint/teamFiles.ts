/** Reads the files of a `.design-docs` folder through an environment's file access. */

import {
  configPath,
  findMisnamedConfigs,
  findTemplateFiles,
  type ListFolder,
  namedTemplates,
} from '../template/files.ts'
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
  readonly misnamed: readonly WorkspaceFile[]
  /** The globs that templates were searched with, besides their own folder. */
  readonly globs: readonly string[]
}

/**
 * Read the team's files sequentially: config, baseline, then the templates by path. Without a config, also files that were
 * meant as one.
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
  const readAll = async (paths: readonly string[]) => {
    const files: WorkspaceFile[] = []
    for (const path of paths) {
      const text = await read(path)
      if (text !== undefined) files.push({ path, text })
    }
    return files
  }
  const templates = await readAll(await findTemplateFiles(all, list))
  // Next to a config, such a file may be what it is generated from.
  const misnamed = configText === undefined ? await readAll(await findMisnamedConfigs(list)) : []
  return { configText, baselineText, templates, misnamed, globs: all }
}
