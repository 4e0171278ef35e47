/** Reads `.design-docs/config.json` and reports its mistakes. */

import { getNodeValue, type Node } from 'jsonc-parser'
import { readJson } from '../data/json.ts'
import { remember } from '../data/remember.ts'
import { stageKey } from '../document/stage.ts'
import type { TypeGlobs } from '../template/detect.ts'
import { isDenial, matchesGlob } from '../text/globs.ts'
import { listedNames } from '../text/listed.ts'
import type { Range } from '../text/range.ts'
import { type Rule, severities } from './rule.ts'
import type { RuleSettings } from './ruleSettings.ts'
import { isSeverity, type SeverityByStatus, toSeverityByStatus } from './severityByStatus.ts'
import {
  entries,
  isKnown,
  namesOf,
  type Report,
  readRules,
  reporter,
  severityAsWritten,
  severityNames,
} from './writtenRules.ts'

/** `.design-docs/config.json`. */
export interface Config {
  /** Globs are relative to the folder that contains `.design-docs`. */
  readonly types?: TypeGlobs
  readonly rules?: RuleSettings
  /** Later entries win over earlier ones. */
  readonly overrides?: readonly Override[]
  readonly severityByStatus?: SeverityByStatus
  /** Documents that are never linted: globs, and folders, which stand for everything in them. */
  readonly ignore?: readonly string[]
  /** Paths and globs of Markdown files that are document types, in addition to those in `.design-docs/templates`. */
  readonly templates?: readonly string[]
}

/** Rule settings for some documents. */
export interface Override {
  /** Absent: documents at any path. */
  readonly files?: readonly string[]
  /** As in `Stages`: statuses folded by `stageKey`, or `none`. Absent: documents of any status. */
  readonly status?: readonly string[]
  readonly rules: RuleSettings
}

export interface ConfigProblem extends Range {
  readonly reason: string
  /** The most likely intended value, as JSON to replace the range with. Absent if nothing is similar. */
  readonly instead?: string
  /** The file is not valid JSON, which every editor reports anyway. */
  readonly isSyntax?: true
}

/** Read a config file (JSON with comments). Never throws; the valid parts are used. */
export function readConfig(
  text: string,
  rules: readonly Rule[],
): { config: Config; problems: readonly ConfigProblem[] } {
  const { root, problem } = readJson(text)
  const problems: ConfigProblem[] = problem ? [{ ...problem, reason: `Config ${problem.reason}`, isSyntax: true }] : []
  const report = reporter(({ likely, ...mistake }) => {
    const end = Math.min(mistake.end, text.length)
    problems.push({ ...mistake, end, ...(likely !== undefined && { instead: JSON.stringify(likely) }) })
  })
  const config: { -readonly [K in keyof Config]: Config[K] } = {}
  if (root && root.type !== 'object')
    report(root, `Unexpected value, expected an object with ${listedNames(configKeys, 'or')}`)

  for (const [key, value, keyNode] of entries(root)) {
    if (key === 'rules') config.rules = readRules(value, rules, report)
    else if (key === 'types') config.types = readTypes(value, report)
    else if (key === 'ignore') config.ignore = readGlobs(value, key, report)
    else if (key === 'templates') config.templates = readGlobs(value, key, report)
    else if (key === 'overrides') config.overrides = readOverrides(value, rules, report)
    else if (key === 'severityByStatus') config.severityByStatus = readSeverityByStatus(value, rules, report)
    else if (key !== '$schema')
      report(
        keyNode,
        `Unexpected key \`${key}\`, expected ${listedNames(configKeys, 'or')}`,
        configKeys,
        `Unexpected key \`${key}\``,
      )
  }
  return { config, problems }
}

const configKeys = ['types', 'templates', 'rules', 'overrides', 'severityByStatus', 'ignore']

/** The rule settings that a config has for a document. @param stage as in `Stages` */
export const configLayers = (config: Config, path: string, stage = ''): readonly RuleSettings[] => [
  config.rules ?? {},
  ...(config.overrides ?? [])
    .filter(({ files, status }) => (!files || matchesGlob(files, path)) && (!status || status.includes(stage)))
    .map(({ rules }) => rules),
]

/** Whether the team's config excludes a document. */
export const isIgnored = ({ ignore = [] }: Config, path: string): boolean =>
  matchesGlob(ignoredGlobs(ignore), `${path}/`)

/**
 * As in `.gitignore`, a folder stands for everything in it, and a slash at the start for the root. A slash after the
 * path lets one glob match both a file and what is in a folder.
 */
const ignoredGlobs = remember((ignore: readonly string[]) =>
  ignore.map((pattern) => {
    const names = pattern.split('/').filter((name) => name !== '' && name !== '.')
    const last = names.at(-1)
    if (last === undefined || last === '**') return names.join('/')
    if (pattern.endsWith('/')) return `${names.join('/')}/*/**`
    // `docs/*` and `docs/*.md` name the files next to each other, as in any glob.
    return `${names.join('/')}/${/[*?]/.test(last) ? '' : '**'}`
  }),
)

const overrideKeys = ['files', 'status', 'rules']

function readOverrides(node: Node, rules: readonly Rule[], report: Report): readonly Override[] {
  const expected = 'expected `{ "files": […], "rules": {…} }`, or `status` instead of or in addition to `files`'
  if (node.type !== 'array') report(node, `Unexpected value, ${expected}`)
  return (node.type === 'array' ? (node.children ?? []) : []).flatMap((item) => {
    const parts = new Map(entries(item).map(([name, part]) => [name, part]))
    const unknown = entries(item).filter(([name]) => !overrideKeys.includes(name))
    for (const [name, , keyNode] of unknown)
      report(keyNode, `Unexpected key \`${name}\`, ${expected}`, overrideKeys, `Unexpected key \`${name}\``)
    const files = parts.get('files')
    const status = parts.get('status')
    const settings = parts.get('rules')
    // A misspelt key is reported once, not also as a missing key.
    if (((!files && !status) || !settings) && unknown.length === 0) report(item, `Unexpected value, ${expected}`)
    // Without `files` or `status` (perhaps misspelt) the override would apply to every document.
    if (!files && !status) return []
    return [
      {
        ...(files && { files: readGlobs(files, 'files', report) }),
        ...(status && { status: readStrings(status, 'status', report).map(stageKey) }),
        rules: settings ? readRules(settings, rules, report) : {},
      },
    ]
  })
}

function readSeverityByStatus(node: Node, rules: readonly Rule[], report: Report): SeverityByStatus {
  const expected = `expected ${severityNames}`
  if (node.type !== 'object') report(node, 'Unexpected value, expected an object of statuses')
  for (const [, value] of entries(node)) {
    if (value.type !== 'object' && !isSeverity(value.value))
      report(value, `Unexpected severity, ${expected}, or an object of rule ids`, severities, severityAsWritten(value))
    for (const [id, severity, keyNode] of entries(value)) {
      if (!isKnown(id, rules)) report(keyNode, `Unknown rule \`${id}\``, namesOf(rules))
      if (!isSeverity(severity.value))
        report(severity, `Unexpected severity, ${expected}`, severities, severityAsWritten(severity))
    }
  }
  return toSeverityByStatus(getNodeValue(node))
}

function readTypes(node: Node, report: Report): TypeGlobs {
  if (node.type !== 'object') report(node, 'Unexpected value, expected an object of globs and document types')
  const types = new Map<string, string>()
  for (const [glob, value, keyNode] of entries(node)) {
    if (isDenial(glob)) report(keyNode, noDenials('types'))
    else if (typeof value.value === 'string') types.set(glob, value.value)
    else report(value, 'Unexpected value, expected the id of a document type')
  }
  return Array.from(types, ([glob, id]) => [[glob], id] as const)
}

const noDenials = (key: string): string => `\`${key}\` takes no \`!\` patterns`

/** A list of globs. One that excludes would match all other files, so that it has no effect. */
function readGlobs(node: Node, key: string, report: Report): readonly string[] {
  const globs = readStrings(node, key, report)
  if (!globs.some(isDenial)) return globs
  for (const item of node.children ?? []) if (isDenial(String(item.value))) report(item, noDenials(key))
  return globs.filter((glob) => !isDenial(glob))
}

/** An example of a value, by key. */
const examples: Readonly<Record<string, string>> = {
  ignore: 'docs/archive/**',
  templates: 'docs/rfcs/0000-template.md',
  files: 'drafts/**',
  status: 'draft',
}

function readStrings(node: Node, key: string, report: Report): readonly string[] {
  const strings: unknown = getNodeValue(node)
  if (Array.isArray(strings) && strings.every((item) => typeof item === 'string')) return strings
  report(node, `\`${key}\` takes a list of strings, such as \`["${examples[key]}"]\``)
  return []
}
