/** Finds and reads the `.design-docs` that applies to a folder. */

import { basename, dirname, join } from 'node:path'
import { baselinePath } from '../core/lint/baseline.ts'
import { readTeamFiles } from '../core/lint/teamFiles.ts'
import { createWorkspace, type Workspace, type WorkspaceFile } from '../core/lint/workspace.ts'
import { isDocumentFolder } from '../core/recognition/path.ts'
import { configPath, type FolderEntry } from '../core/template/files.ts'
import type { Context } from './context.ts'
import { wholeDisk } from './disk.ts'
import type { Failure } from './findDocuments.ts'
import { whyUnreadable } from './readText.ts'
import { isWithin, type Place } from './writing/place.ts'

/** The team's files that apply to a folder, and what is derived from them. */
export interface TeamFolder extends Workspace {
  /** Contains `.design-docs`; otherwise the repository, the project folder by `aboveDocuments`, or the current one. */
  readonly root: string
  /** The config and the templates that were read; paths as in `Workspace.problems`. */
  readonly files: readonly WorkspaceFile[]
}

export interface Workspaces {
  /** The workspace of the documents in a folder. @param folder absolute */
  of(folder: string): Promise<TeamFolder>
  /** Where a file may be written: in the workspace of the current folder, or else in its own. @param file absolute */
  placeOf(file: string): Promise<Place>
  /** All workspaces requested so far. */
  loaded(): Promise<readonly TeamFolder[]>
  /** The team's files that cannot be read. */
  failures(): readonly Failure[]
}

/** The current folder, and everything built in. */
type Surroundings = Pick<Context, 'cwd' | 'disk' | 'templates' | 'rules' | 'engines'>

/** Finds the nearest `.design-docs` upwards from a folder, and reads each one once. */
export function createWorkspaces({ cwd, disk = wholeDisk, templates, rules, engines }: Surroundings): Workspaces {
  const roots = new Map<string, Promise<Root | undefined>>()
  const teams = new Map<string, Promise<TeamFolder>>()
  const failures: Failure[] = []

  const findRoot = (folder: string): Promise<Root | undefined> => {
    const known = roots.get(folder) ?? lookFor(folder)
    roots.set(folder, known)
    return known
  }

  const lookFor = async (folder: string): Promise<Root | undefined> => {
    if (await disk.isFolder(join(folder, '.design-docs'))) return { folder, hasTeamFiles: true }
    const above = dirname(folder) === folder ? undefined : await findRoot(dirname(folder))
    // Paths must be relative to the same folder wherever the command runs.
    if (!above?.hasTeamFiles && (await disk.exists(join(folder, '.git')))) return { folder, hasTeamFiles: false }
    return above
  }

  const list = async (folder: string): Promise<readonly FolderEntry[]> => {
    try {
      const entries = await disk.list(folder)
      // A link to a folder counts as a file here, which matches nothing that ends in `.md`.
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    } catch (error) {
      if (await disk.exists(folder)) failures.push({ path: folder, reason: await whyUnreadable(folder, error) })
      return []
    }
  }

  const load = async ({ folder, hasTeamFiles }: Root): Promise<TeamFolder> => {
    const options = { builtIn: templates, rules, engines }
    if (!hasTeamFiles) return { ...createWorkspace(options), root: folder, files: [] }
    const files: WorkspaceFile[] = []
    const read = async (path: string) => {
      const file = join(folder, path)
      // Both files are optional; listed files do exist.
      if ((path === configPath || path === baselinePath) && !(await disk.exists(file))) return undefined
      const { text, failure } = await disk.readText(file)
      if (failure === undefined) files.push({ path, text })
      else failures.push({ path: file, reason: failure })
      return text
    }
    const team = await readTeamFiles({ list: (path) => list(join(folder, path)), read })
    return { ...createWorkspace({ ...options, ...team }), root: folder, files }
  }

  return {
    async of(folder) {
      const root = (await findRoot(folder)) ?? { folder: aboveDocuments(folder) ?? cwd, hasTeamFiles: false }
      const team = teams.get(root.folder) ?? load(root)
      teams.set(root.folder, team)
      return team
    },
    async placeOf(file) {
      // The outer workspace, since a link in a repository may lead to another repository.
      const here = (await findRoot(cwd))?.folder ?? aboveDocuments(cwd) ?? cwd
      const own = isWithin(here, file) ? here : (await findRoot(dirname(file)))?.folder
      return { root: own ?? cwd, file }
    },
    loaded: () => Promise.all(teams.values()),
    failures: () => failures,
  }
}

/**
 * Without a marker of the project's root: the folder that contains `docs/adr` or similar, so that paths are relative to
 * the same folder wherever the command runs. Undefined if no folder has such a name.
 */
function aboveDocuments(folder: string): string | undefined {
  // A document may have a folder of its own; folders further up say nothing about it.
  let at = [folder, dirname(folder)].find((each) => isDocumentFolder(basename(each)))
  if (at === undefined) return undefined
  while (isDocumentFolder(basename(dirname(at)))) at = dirname(at)
  return dirname(at)
}

interface Root {
  readonly folder: string
  readonly hasTeamFiles: boolean
}
