/** Warns if another branch already uses a decision number. */

import * as vscode from 'vscode'
import { type BranchFiles, findClaim } from '../../../core/decisions/numbers.ts'
import { printable } from '../../../core/text/printable.ts'
import { type Repository, repositoryOf } from '../../git.ts'
import { t } from '../../localize.ts'
import { now } from '../../platform.ts'

/** Maximum number of branches, milliseconds to spend on them, and milliseconds to cache the result. */
const limits = { branches: 30, timeLimit: 2000, memory: 10_000 }

const remembered = new WeakMap<Repository, { readonly at: number; readonly files: Promise<readonly BranchFiles[]> }>()

/**
 * A warning if another local branch already uses the number of a new decision, since git would merge both files without
 * a conflict. Undefined if none does, or without git.
 */
export async function warnOfNumber(folder: vscode.Uri, number: string | undefined): Promise<string | undefined> {
  if (number === undefined) return undefined
  try {
    const repository = repositoryOf(folder)
    if (!repository) return undefined
    const here = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => [])
    const names = here.map(([name]) => name)
    const claim = findClaim(number, folder.path.replace(/\/$/, ''), names, await branchFiles(repository))
    return claim && printable(t`Number ${number} is already used on branch “${claim.branch}”: ${claim.name}`)
  } catch {
    // A failing repository gives no warning.
    return undefined
  }
}

function branchFiles(repository: Repository): Promise<readonly BranchFiles[]> {
  const known = remembered.get(repository)
  if (known && now() - known.at < limits.memory) return known.files
  const files = readBranches(repository)
  remembered.set(repository, { at: now(), files })
  return files
}

/** Newest commit first, until the time limit is reached. */
async function readBranches(repository: Repository): Promise<readonly BranchFiles[]> {
  const end = now() + limits.timeLimit
  const current = repository.state.HEAD?.name
  const query = { remote: false, count: limits.branches, sort: 'committerdate' }
  const found: BranchFiles[] = []
  for (const { name } of (await repository.getBranches(query)).slice(0, limits.branches)) {
    if (name === undefined || name === current || name.startsWith('-')) continue
    if (now() > end) break
    const changes = await repository.diffBetween('HEAD', name).catch(() => [])
    found.push({ branch: name, paths: changes.map(({ uri, renameUri }) => (renameUri ?? uri).path) })
  }
  return found
}
