/** Reads and lints the parts of the corpus that represent small repositories, with files at their paths. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createDocument } from '../../src/core/document/document.ts'
import { createLinter, type LintMessage } from '../../src/core/lint/lint.ts'
import type { RuleHost } from '../../src/core/lint/rule.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { rules } from '../../src/generated/rules.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { host as diagramHost } from '../diagramHost.ts'
import { types } from './corpus.ts'

/** One half is for development, the other only for measuring. The hash of a name determines its half. */
export type HashHalf = 'a' | 'b'

/** Whether a name is in a half; true for every name if no half is given. */
export const isInHalf = (name: string, half: HashHalf | undefined): boolean =>
  half === undefined || ((createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 0 ? 'a' : 'b') === half

/** A small repository: texts by path. */
export type Repository = ReadonlyMap<string, string>

export interface LintedFile {
  readonly path: string
  readonly type: string | undefined
  readonly messages: readonly LintMessage[]
}

/** Lints all files of a repository, each of which can read the others. */
export async function lintRepository(repository: Repository): Promise<readonly LintedFile[]> {
  const linter = createLinter({ rules, types, host: hostOf(repository), rethrow: true })
  const linted: LintedFile[] = []
  for (const [path, text] of repository) {
    const { type, messages } = await linter.lint(createDocument(createParser().parse(text), syntaxes), path)
    linted.push({ path, type: type?.id, messages })
  }
  return linted
}

const hostOf = (repository: Repository): RuleHost => ({
  async checkDiagram(engine, source) {
    if (engine !== 'plantuml') return diagramHost.checkDiagram(engine, source)
    const { parse } = await import('../../src/diagrams/plantuml.ts')
    return parse(source)
  },
  files: {
    list: async (folder) =>
      [...repository.keys()].flatMap((path) =>
        path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split('/')[0] ?? []) : [],
      ),
    read: async (path) => repository.get(path),
  },
})

/** All files below a folder, by their path relative to it. */
export async function readRepository(folder: URL): Promise<Repository> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(decodeURI(folder.pathname).length).replace(/^\/+/, ''))
  const texts = paths.toSorted().map(async (path) => [path, await readFile(new URL(path, folder), 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

/** Rows as aligned text: each column is as wide as its widest cell. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
