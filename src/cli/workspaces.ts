/** Finds and reads the `.design-docs` that holds for a folder. */

import { basename, dirname, join, relative, sep } from 'node:path'
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

/** The team's files that hold for a folder, and what comes of them. */
export interface TeamFolder extends Workspace {
  /** The folder that holds `.design-docs`; without one the repository, or else where documents are kept. */
  readonly root: string
  /** The config and the templates that were read; paths as in `Workspace.problems`. */
  readonly files: readonly WorkspaceFile[]
}

export interface Workspaces {
  /** What holds for the documents of a folder. @param folder absolute */
  of(folder: string): Promise<TeamFolder>
  /** Where a file may be written: in the workspace of the current folder, or else in its own. @param file absolute */
  placeOf(file: string): Promise<Place>
  /** All that were asked for. */
  loaded(): Promise<readonly TeamFolder[]>
  /** The team's files that cannot be read. */
  failures(): readonly Failure[]
}

/** The current folder, and what ships. */
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
    // Paths must count from the same folder wherever the command is run.
    if (!above?.hasTeamFiles && (await disk.exists(join(folder, '.git')))) return { folder, hasTeamFiles: false }
    return above
  }

  const list = async (folder: string): Promise<readonly FolderEntry[]> => {
    try {
      const entries = await disk.list(folder)
      // Links to folders are no folders here: as files they match nothing that ends in `.md`.
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
      // Nobody has to have these two; what was listed is there.
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
      // The outer one: a link in a repository may lead to another repository.
      const here = (await findRoot(cwd))?.folder ?? aboveDocuments(cwd) ?? cwd
      const own = isWithin(here, file) ? here : (await findRoot(dirname(file)))?.folder
      return { root: own ?? cwd, file }
    },
    loaded: () => Promise.all(teams.values()),
    failures: () => failures,
  }
}

/** A file's path as the config and the linter count it: from the folder of the team's files, with `/`. @param file absolute */
export const pathIn = ({ root }: TeamFolder, file: string): string => relative(root, file).split(sep).join('/')

/**
 * Where nothing says how far a project goes: the folder that holds `docs/adr` or the like, so that paths count from the same
 * folder wherever the command is run. Undefined where no folder is called so.
 */
function aboveDocuments(folder: string): string | undefined {
  // A document may have a folder of its own; what lies further up says nothing of it.
  let at = [folder, dirname(folder)].find((each) => isDocumentFolder(basename(each)))
  if (at === undefined) return undefined
  while (isDocumentFolder(basename(dirname(at)))) at = dirname(at)
  return dirname(at)
}

interface Root {
  readonly folder: string
  readonly hasTeamFiles: boolean
}
