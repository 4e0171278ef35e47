/** Finds and reads the team's files that apply to a file processed by remark. */

import { dirname, join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { createDiagramChecker } from '../../core/diagrams/checker.ts'
import { createLinter, type Linter } from '../../core/lint/lint.ts'
import type { Rule } from '../../core/lint/rule.ts'
import { isLeftOut } from '../../core/template/typeOf.ts'
import { createPositions } from '../../core/text/positions.ts'
import { engines, templates } from '../builtIn.ts'
import { filesAround } from '../filesAround.ts'
import { workerFile } from '../installation.ts'
import { spawnNodeWorker } from '../nodeWorker.ts'
import { pathFrom } from '../pathFrom.ts'
import { createWorkspaces, type TeamFolder } from '../workspaces.ts'

/** What the team's files say about one file. */
export interface FileTeam {
  readonly team: TeamFolder
  readonly linter: Linter
  /** Relative to the folder of the team's files, with `/`; absent for a text without a file. */
  readonly path?: string
  /** Whether the team's config excludes the file, or it is one of the team's own files. */
  readonly isLeftOut: boolean
  /** Mistakes in the team's files that were not reported before: sentences with their places. */
  readonly mistakes: readonly string[]
}

/**
 * Reads the team's files that apply to each file, once per folder.
 *
 * @param settings overridden by those of the team's config
 * @param rules all rules, including those that are not run
 */
export function createTeams(settings: unknown, rules: readonly Rule[]): { of(file: VFile): Promise<FileTeam> } {
  const workspacesOf = once((cwd: string) => createWorkspaces({ cwd, templates, rules, engines }))
  // An idle thread must not keep the process alive for long after the last file.
  const checker = createDiagramChecker({ spawn: (engine) => spawnNodeWorker(workerFile(engine)), idleTimeout: 200 })
  const linterOf = once(({ root, types, config }: TeamFolder) =>
    createLinter({ rules, types, config, settings, host: { checkDiagram: checker.check, files: filesAround(root) } }),
  )
  const given = new Set<string>()
  return {
    async of({ cwd, path: written }) {
      const workspaces = workspacesOf(cwd)
      const absolute = written && resolve(cwd, written)
      const team = await workspaces.of(absolute ? dirname(absolute) : cwd)
      const path = absolute && pathFrom(team.root, absolute)
      const show = (file: string) => pathFrom(cwd, file)
      const mistakes = [
        ...workspaces.failures().map((failure) => `${show(failure.path)} ${failure.reason}`),
        ...mistakesIn(team, show),
      ].filter((mistake) => !given.has(mistake))
      for (const mistake of mistakes) given.add(mistake)
      return {
        team,
        linter: linterOf(team),
        ...(path && { path }),
        isLeftOut: path ? isLeftOut(team, path) : false,
        mistakes,
      }
    },
  }
}

const mistakesIn = ({ root, files, problems }: TeamFolder, show: (file: string) => string): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const placeOf = createPositions(text)
    return problems
      .filter((problem) => problem.path === path)
      .map(({ start, reason }) => {
        const { line, column } = placeOf(start)
        return `${show(join(root, path))}:${line}:${column}: ${reason}`
      })
  })

function once<K, T>(create: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    const value = known.get(key) ?? create(key)
    known.set(key, value)
    return value
  }
}
