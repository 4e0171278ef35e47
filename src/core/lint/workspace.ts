/** Combines a folder's config, templates and baseline into what the linter uses, and collects their mistakes. */

import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { readJson } from '../data/json.ts'
import { finish } from '../data/steps.ts'
import type { DiagramSyntax } from '../diagrams/engine.ts'
import type { DocumentModel } from '../document/document.ts'
import { readFrontmatter } from '../markdown/frontmatter.ts'
import { frontEnd } from '../markdown/frontStart.ts'
import { createParser } from '../markdown/slices.ts'
import { type DocumentType, noType } from '../template/documentType.ts'
import { configPath, isGlob, leadsOut, normalise, templateTest } from '../template/files.ts'
import { mostInAll } from '../template/limits.ts'
import { nameTemplate } from '../template/names.ts'
import type { ResolveVariable } from '../template/snippet.ts'
import { type Template, templateSteps } from '../template/template.ts'
import { lineEnd } from '../text/lineBounds.ts'
import { suggest } from '../text/nearest.ts'
import type { Range } from '../text/range.ts'
import { type Baseline, baselinePath, readBaseline } from './baseline.ts'
import { type Config, type ConfigProblem, readConfig } from './config.ts'
import type { Rule } from './rule.ts'
import { findHeadMistakes } from './templateHead.ts'
import { findRuleMistakes, mostGuesses } from './writtenRules.ts'

export interface WorkspaceOptions {
  /** The text of `.design-docs/config.json`. Absent: no such file. */
  readonly configText?: string | undefined
  /** The text of `.design-docs/baseline.json`. Absent: no such file. */
  readonly baselineText?: string | undefined
  /** The files that `findMisnamedConfigs` finds; paths as in `templates`. */
  readonly misnamed?: readonly WorkspaceFile[]
  /** The files that `findTemplateFiles` finds; paths with `/`, relative to the folder that contains `.design-docs`. */
  readonly templates?: readonly WorkspaceFile[]
  /** The built-in templates. */
  readonly builtIn: readonly Template[]
  readonly rules: readonly Rule[]
  readonly engines: readonly DiagramSyntax[]
  readonly resolve?: ResolveVariable
}

export interface WorkspaceFile {
  readonly path: string
  readonly text: string
}

/** What applies to the documents of one folder: the team's config and all templates. */
export interface Workspace {
  readonly config: Config
  /** The team's known findings; absent without a baseline. */
  readonly baseline?: Baseline
  /** The team's templates first. They replace built-in ones with the same id. */
  readonly templates: readonly WorkspaceTemplate[]
  /** The document types of `templates`. */
  readonly types: readonly DocumentType[]
  /** Mistakes in the team's files, sorted by path and offset. */
  readonly problems: readonly WorkspaceProblem[]
}

export interface WorkspaceTemplate extends Template {
  /** Absent for a built-in template. */
  readonly path?: string
}

/** A mistake in the config or in a template. */
export interface WorkspaceProblem extends ConfigProblem {
  readonly ruleId: 'config' | 'template'
  /** Relative to the folder that contains `.design-docs`. */
  readonly path: string
}

/** Combine the config, the team's templates and the built-in ones. Never throws: the valid parts are used. */
export const createWorkspace = (options: WorkspaceOptions): Workspace => finish(workspaceSteps(options))

/** Like `createWorkspace`, in steps, so that callers can yield in between. */
export function* workspaceSteps(options: WorkspaceOptions): Generator<void, Workspace> {
  const { configText, builtIn, rules } = options
  const files = (options.templates ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const { own, problems } = yield* readTeamTemplates(files, options)
  const templates = [...own.values(), ...builtIn.filter(({ id }) => !own.has(id))]
  const types = templates.flatMap(({ type }) => type ?? [])
  const read = configText === undefined ? { config: {}, problems: [] } : readConfig(configText, rules)
  const inConfig = [
    ...read.problems,
    ...findUnknownTypes(configText ?? '', read.config, types),
    ...findMissingTemplates(configText ?? '', read.config, files),
  ]
  const known = options.baselineText === undefined ? undefined : readBaseline(options.baselineText)
  if (known?.problem) problems.push({ ruleId: 'config', path: baselinePath, ...known.problem })
  for (const { path, text } of options.misnamed ?? []) {
    const reason = 'The config must be JSON in `config.json`; this file is ignored'
    problems.push({ ruleId: 'config', path, ...firstLine(text), reason })
  }
  return {
    config: read.config,
    ...(known && { baseline: known.baseline }),
    templates,
    types,
    problems: [
      ...inConfig.map((problem) => ({ ruleId: 'config' as const, path: configPath, ...problem })),
      ...problems,
    ].toSorted((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1)),
  }
}

function* readTeamTemplates(files: readonly WorkspaceFile[], options: WorkspaceOptions) {
  const own = new Map<string, WorkspaceTemplate>()
  const problems: WorkspaceProblem[] = []
  let left = mostInAll
  for (const file of files) {
    const { path, text } = file
    const say = ({ start, end }: Range, reason: string) =>
      problems.push({ ruleId: 'template', path, start, end, reason })
    left -= text.length
    if (left < 0) {
      say(firstLine(text), `Templates have more than ${mostInAll} characters in total; this file is ignored`)
      continue
    }
    const template = yield* readTeamTemplate(file, own, options)
    for (const problem of template.problems) say(problem, problem.reason)
    for (const mistake of findHeadMistakes(headOf(text))) say(mistake, mistake.reason)
    if (template.type?.rules !== undefined)
      for (const mistake of findRuleMistakes(headOf(text), options.rules)) say(mistake, mistake.reason)
    const first = own.get(template.id)
    if (first)
      say(placeOfId(text), `Template id \`${template.id}\` is already used by \`${first.path}\`; this file is ignored`)
    else own.set(template.id, template)
  }
  return { own, problems }
}

/** Read one of the team's templates. What it does not state about itself is derived from its path. */
function* readTeamTemplate(
  { path, text }: WorkspaceFile,
  taken: ReadonlyMap<string, WorkspaceTemplate>,
  { engines, resolve }: WorkspaceOptions,
): Generator<void, WorkspaceTemplate> {
  const name = nameTemplate(path)
  const named = (id: string) => templateSteps(text, id, engines, { resolve, isOfTeam: true, title: name.title })
  const short = yield* named(name.id)
  const isTaken = short.id === name.id && taken.has(name.id) && name.longId !== name.id
  const template = isTaken ? yield* named(name.longId) : short
  const { type } = template
  if (!type) return { ...template, path }
  const files = type.files.length > 0 || type.mustBeDeclared ? type.files : name.files
  return { ...template, path, type: { ...type, path, files } }
}

/** The range of a template's id; the first line of the file if the id comes from its name. */
function placeOfId(text: string): Range {
  const { start, end } = headOf(text).frontmatter.places['documentType'] ?? firstLine(text)
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/** A file up to the end of its front matter, YAML or TOML. */
function headOf(text: string): Pick<DocumentModel, 'text' | 'frontmatter'> {
  const close = frontEnd(text)
  const head = close > 0 ? text.slice(0, lineEnd(text, close)) : ''
  return { text: head, frontmatter: readFrontmatter(createParser().parse(head)) }
}

const firstLine = (text: string): Range => ({ start: 0, end: text.search(/[\r\n]|$/) })

/** Reports globs mapped to unknown types, whose documents would otherwise silently not be linted. */
function findUnknownTypes(
  text: string,
  { types: globs = [] }: Config,
  types: readonly DocumentType[],
): readonly ConfigProblem[] {
  const unknown = globs.filter(([, id]) => id !== noType && !types.some((type) => type.id === id))
  const root = unknown.length > 0 ? readJson(text).root : undefined
  const ids = types.map(({ id }) => id)
  return unknown.flatMap(([[glob = ''], id], index) => {
    const node = root && findNodeAtLocation(root, ['types', glob])
    if (!node) return []
    const place = { start: node.offset, end: node.offset + node.length }
    const choices = index < mostGuesses ? [...ids, noType] : []
    const { reason, likely } = suggest(`Unknown document type \`${id}\``, id, choices, { expected: ids })
    return [{ ...place, reason, ...(likely !== undefined && { instead: JSON.stringify(likely) }) }]
  })
}

/** Templates that the config names but that do not exist. */
function findMissingTemplates(
  text: string,
  { templates: globs = [] }: Config,
  files: readonly WorkspaceFile[],
): readonly (Range & { readonly reason: string })[] {
  const root = globs.length > 0 ? readJson(text).root : undefined
  const nodes: readonly Node[] = (root && findNodeAtLocation(root, ['templates'])?.children) ?? []
  return nodes.flatMap(({ value, offset, length }) => {
    if (typeof value !== 'string') return []
    const glob = normalise(value)
    const isTemplate = templateTest(glob)
    if (!leadsOut(glob) && files.some(({ path }) => isTemplate(path))) return []
    const reason = leadsOut(glob)
      ? `Unexpected path \`${value}\`, expected one inside the folder that contains \`.design-docs\``
      : isGlob(glob)
        ? `No Markdown file matches \`${value}\``
        : `Missing template \`${value}\`, expected a Markdown file there`
    return [{ start: offset, end: offset + length, reason }]
  })
}
