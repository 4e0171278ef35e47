/** Creates the linters of a run, one per team's folder, with the files that their rules see. */

import type { DiagramChecker } from '../core/diagrams/checker.ts'
import { createLinter, type Linter } from '../core/lint/lint.ts'
import type { RuleFiles } from '../core/lint/rule.ts'
import type { Context } from './context.ts'
import { filesAround } from './filesAround.ts'
import type { TeamFolder } from './workspaces.ts'

export interface Linters {
  of(team: TeamFolder): Linter
  /** A folder's files, as rules see them. */
  filesOf(team: TeamFolder): RuleFiles
  /** Lets rules see other files for the duration of some work, such as files that record requests. */
  seeing<T>(files: RuleFiles, work: () => Promise<T>): Promise<T>
}

/** @param usesBaselines whether findings in a team's baseline are left out */
export function createLinters(
  { rules, disk }: Pick<Context, 'rules' | 'disk'>,
  { check }: DiagramChecker,
  usesBaselines: boolean,
): Linters {
  const linters = new Map<TeamFolder, Linter>()
  const around = new Map<TeamFolder, RuleFiles>()
  let instead: RuleFiles | undefined

  const filesOf = (team: TeamFolder): RuleFiles => {
    const files = around.get(team) ?? filesAround(team.root, disk)
    around.set(team, files)
    return files
  }
  const create = (team: TeamFolder): Linter => {
    const files: RuleFiles = {
      list: (folder) => (instead ?? filesOf(team)).list(folder),
      read: (path) => (instead ?? filesOf(team)).read(path),
    }
    const { types, config } = team
    const baseline = usesBaselines ? (team.baseline ?? {}) : undefined
    return createLinter({ rules, types, config, host: { checkDiagram: check, files }, baseline })
  }
  return {
    of(team) {
      const linter = linters.get(team) ?? create(team)
      linters.set(team, linter)
      return linter
    },
    filesOf,
    async seeing(files, work) {
      instead = files
      try {
        return await work()
      } finally {
        instead = undefined
      }
    },
  }
}
