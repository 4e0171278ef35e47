import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { type Config, readConfig } from './config.ts'
import type { Range } from './document.ts'
import type { DiagramSyntax } from './engine.ts'
import { readFrontmatter } from './frontmatter.ts'
import type { Rule } from './rule.ts'
import { createParser } from './slices.ts'
import type { ResolveVariable } from './snippet.ts'
import { type DocumentType, parseTemplate, type Template } from './template.ts'

/** Where the team's files lie, from the folder that holds `.design-docs`. */
export const configPath = '.design-docs/config.json'
export const templatesPath = '.design-docs/templates'

export interface WorkspaceOptions {
  /** The text of `.design-docs/config.json`. Absent: there is none. */
  readonly configText?: string | undefined
  /** The files of `.design-docs/templates`; paths with `/`, relative to the folder that holds `.design-docs`. */
  readonly templates?: readonly WorkspaceFile[]
  /** The templates that ship. */
  readonly builtIn: readonly Template[]
  readonly rules: readonly Rule[]
  readonly engines: readonly DiagramSyntax[]
  readonly resolve?: ResolveVariable
}

export interface WorkspaceFile {
  readonly path: string
  readonly text: string
}

/** What holds for the documents of one folder: the team's config and all templates. */
export interface Workspace {
  readonly config: Config
  /** The team's first: of two types with one id the team's is taken, and the built-in one is left out. */
  readonly templates: readonly WorkspaceTemplate[]
  /** The document types of `templates`. */
  readonly types: readonly DocumentType[]
  /** Mistakes in the team's files, by path and place. */
  readonly problems: readonly WorkspaceProblem[]
}

export interface WorkspaceTemplate extends Template {
  /** Absent for a template that ships. */
  readonly path?: string
}

/** A mistake in the config or in a template. */
export interface WorkspaceProblem extends Range {
  readonly ruleId: 'config' | 'template'
  /** Relative to the folder that holds `.design-docs`. */
  readonly path: string
  readonly reason: string
}

/** Put config, the team's templates and the built-in ones together. Never throws: what is right is used. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { configText, builtIn, rules, engines, resolve } = options
  const files = (options.templates ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const own = new Map<string, WorkspaceTemplate>()
  const problems: WorkspaceProblem[] = []
  for (const { path, text } of files) {
    const template = parseTemplate(text, nameOf(path), engines, { resolve, isOfTeam: true })
    for (const { start, end, reason } of template.problems)
      problems.push({ ruleId: 'template', path, start, end, reason })
    const first = own.get(template.id)
    if (first)
      problems.push({
        ruleId: 'template',
        path,
        ...placeOfId(text),
        reason: `Template id \`${template.id}\` is taken by \`${first.path}\`; this file is left out`,
      })
    else own.set(template.id, { ...template, path })
  }
  const templates = [...own.values(), ...builtIn.filter(({ id }) => !own.has(id))]
  const types = templates.flatMap(({ type }) => type ?? [])
  const read = configText === undefined ? { config: {}, problems: [] } : readConfig(configText, rules)
  const inConfig = [...read.problems, ...findUnknownTypes(configText ?? '', read.config, types)]
  return {
    config: read.config,
    templates,
    types,
    problems: [
      ...inConfig.map(({ start, end, reason }) => ({
        ruleId: 'config' as const,
        path: configPath,
        start,
        end,
        reason,
      })),
      ...problems,
    ].toSorted((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1)),
  }
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.(?:md|markdown)$/i, '')

/** Where a template says its id; the start of the file when its name says it. */
function placeOfId(text: string): Range {
  const { start, end } = readFrontmatter(createParser().parse(text)).places['documentType'] ?? {
    start: 0,
    end: text.search(/[\r\n]|$/),
  }
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/** Globs that stand for a type there is none of would silently lint nothing. */
function findUnknownTypes(
  text: string,
  { types: globs = {} }: Config,
  types: readonly DocumentType[],
): readonly (Range & { readonly reason: string })[] {
  const unknown = Object.entries(globs).filter(([, id]) => !types.some((type) => type.id === id))
  const root = unknown.length > 0 ? parseTree(text, [], { allowTrailingComma: true }) : undefined
  const known = types.map(({ id }) => `\`${id}\``).join(', ')
  return unknown.flatMap(([glob, id]) => {
    const node = root && findNodeAtLocation(root, ['types', glob])
    const reason = `Unknown document type \`${id}\`, expected one of ${known}`
    return node ? [{ start: node.offset, end: node.offset + node.length, reason }] : []
  })
}
