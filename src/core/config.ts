import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import picomatch from 'picomatch/posix.js'
import type { Range } from './document.ts'
import { categories, optionsOf, type Rule, type Severity, severities } from './rule.ts'
import { isDraft, isSeverity, type SeverityByStatus, stageKey, toSeverityByStatus } from './stage.ts'

/** `"rule-id": "warning"` or `"rule-id": ["warning", { … }]`; a category's name, such as `red-flag`, stands for all its rules. */
export type RuleSetting = Severity | readonly [Severity, Readonly<Record<string, unknown>>]
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** `.design-docs/config.json`. */
export interface Config {
  /** Document type by glob. Globs count from the folder that holds `.design-docs`. */
  readonly types?: Readonly<Record<string, string>>
  readonly rules?: RuleSettings
  /** Later entries win over earlier ones. */
  readonly overrides?: readonly Override[]
  readonly severityByStatus?: SeverityByStatus
  /** Documents that are never looked at. */
  readonly ignore?: readonly string[]
  /** Paths and globs of Markdown files that are document types, besides those in `.design-docs/templates`. */
  readonly templates?: readonly string[]
}

/** Rule settings for some documents. */
export interface Override {
  /** Absent: documents in any place. */
  readonly files?: readonly string[]
  /** As `stageOf` says it. Absent: documents of any status. */
  readonly status?: readonly string[]
  readonly rules: RuleSettings
}

export interface ConfigProblem extends Range {
  readonly reason: string
}

/** A severity and options, merged from all layers. */
export interface ResolvedRule {
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** Read a config file (JSON with comments). Never throws; the parts that are right are used. */
export function readConfig(
  text: string,
  rules: readonly Rule[],
): { config: Config; problems: readonly ConfigProblem[] } {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const problems: ConfigProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    reason: `Config is not valid JSON: ${words(printParseErrorCode(error))}`,
  }))
  const report = (node: Node, reason: string) =>
    problems.push({ start: node.offset, end: node.offset + node.length, reason })
  const config: { -readonly [K in keyof Config]: Config[K] } = {}
  if (root && root.type !== 'object') report(root, `Unexpected value, expected an object with ${configKeys}`)

  for (const [key, value, keyNode] of entries(root)) {
    if (key === 'rules') config.rules = readRules(value, rules, report)
    else if (key === 'types') config.types = readTypes(value, report)
    else if (key === 'ignore') config.ignore = readStrings(value, report)
    else if (key === 'templates') config.templates = readStrings(value, report)
    else if (key === 'overrides') config.overrides = readOverrides(value, rules, report)
    else if (key === 'severityByStatus') config.severityByStatus = readSeverityByStatus(value, rules, report)
    else if (key !== '$schema') report(keyNode, `Unexpected key \`${key}\`, expected ${configKeys}`)
  }
  return { config, problems }
}

const configKeys = '`types`, `templates`, `rules`, `overrides`, `severityByStatus` or `ignore`'

/** Rule settings from an unchecked value, such as a template's front matter or an editor setting. Wrong parts are left out. */
export function toRuleSettings(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, RuleSetting] => isSetting(entry[1])),
  )
}

/**
 * Merge rule settings, the last layer strongest: rule default ← document type ← editor ← config file ← its overrides. Within
 * a layer a rule's own setting is stronger than its category's.
 *
 * @param stage as `stageOf` says it
 */
export function resolveRule(rule: Rule, layers: readonly RuleSettings[], stage = ''): ResolvedRule {
  let severity = (isDraft(stage) ? rule.severityInDraft : undefined) ?? rule.severity
  const options: Record<string, unknown> = Object.fromEntries(
    Object.entries(optionsOf(rule)).map(([name, option]) => [name, option.default]),
  )
  for (const layer of layers) {
    const key = [rule.id, rule.category].find((name) => Object.hasOwn(layer, name))
    const setting = key === undefined ? undefined : layer[key]
    if (setting === undefined) continue
    severity = typeof setting === 'string' ? setting : setting[0]
    const given: Readonly<Record<string, unknown>> = typeof setting === 'string' ? {} : setting[1]
    for (const [name, value] of Object.entries(given))
      if (Object.hasOwn(options, name) && fits(options[name], value)) options[name] = value
  }
  return { severity, options }
}

/** The rule settings a config file has for a document. @param stage as `stageOf` says it */
export const configLayers = (config: Config, path: string, stage = ''): readonly RuleSettings[] => [
  config.rules ?? {},
  ...(config.overrides ?? [])
    .filter(({ files, status }) => (!files || matchesGlob(files, path)) && (!status || status.includes(stage)))
    .map(({ rules }) => rules),
]

const matchers = new Map<string, (path: string) => boolean>()

/** Whether a path (relative, with `/`) matches one of the globs. A broken glob matches nothing. */
export function matchesGlob(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    let matches = matchers.get(glob)
    if (!matches) {
      try {
        // Extended globs can be built to backtrack for ever.
        matches = picomatch(glob.replace(/^\.\//, ''), { noextglob: true, dot: true })
      } catch {
        matches = () => false
      }
      if (matchers.size > 500) matchers.clear()
      matchers.set(glob, matches)
    }
    return matches(path)
  })
}

type Report = (node: Node, reason: string) => void

function readRules(node: Node, rules: readonly Rule[], report: Report): RuleSettings {
  const settings: Record<string, RuleSetting> = Object.create(null)
  if (node.type !== 'object') report(node, 'Unexpected value, expected an object of rule ids')
  for (const [id, value, keyNode] of entries(node)) {
    if (!isKnown(id, rules)) report(keyNode, `Unknown rule \`${id}\``)
    const setting: unknown = getNodeValue(value)
    if (isSetting(setting)) settings[id] = setting
    else report(value, `Unexpected severity, expected ${severityNames}, or a list of a severity and options`)
  }
  return settings
}

function readOverrides(node: Node, rules: readonly Rule[], report: Report): readonly Override[] {
  const expected = 'expected `{ "files": […], "rules": {…} }`, or `status` in place of or beside `files`'
  if (node.type !== 'array') report(node, `Unexpected value, ${expected}`)
  return (node.type === 'array' ? (node.children ?? []) : []).flatMap((item) => {
    const parts = new Map(entries(item).map(([name, part]) => [name, part]))
    const files = parts.get('files')
    const status = parts.get('status')
    const settings = parts.get('rules')
    if ((!files && !status) || !settings) report(item, `Unexpected value, ${expected}`)
    // What should have said for which documents it is would otherwise be for all.
    if (!files && !status) return []
    return [
      {
        ...(files && { files: readStrings(files, report) }),
        ...(status && { status: readStrings(status, report).map(stageKey) }),
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
      report(value, `Unexpected severity, ${expected}, or an object of rule ids`)
    for (const [id, severity, keyNode] of entries(value)) {
      if (!isKnown(id, rules)) report(keyNode, `Unknown rule \`${id}\``)
      if (!isSeverity(severity.value)) report(severity, `Unexpected severity, ${expected}`)
    }
  }
  return toSeverityByStatus(getNodeValue(node))
}

const severityNames = severities.map((name) => `\`${name}\``).join(', ')

const isKnown = (id: string, rules: readonly Rule[]): boolean =>
  rules.some((rule) => rule.id === id) || categories.some((name) => name === id)

function readTypes(node: Node, report: Report): Record<string, string> {
  if (node.type !== 'object') report(node, 'Unexpected value, expected an object of globs and document types')
  const types: Record<string, string> = Object.create(null)
  for (const [glob, value] of entries(node)) {
    if (typeof value.value === 'string') types[glob] = value.value
    else report(value, 'Unexpected value, expected the id of a document type')
  }
  return types
}

function readStrings(node: Node, report: Report): readonly string[] {
  const strings: unknown = getNodeValue(node)
  if (Array.isArray(strings) && strings.every((item) => typeof item === 'string')) return strings
  report(node, 'Unexpected value, expected a list of strings')
  return []
}

const isSetting = (value: unknown): value is RuleSetting =>
  isSeverity(value) ||
  (Array.isArray(value) && value.length <= 2 && isSeverity(value[0]) && typeof (value[1] ?? {}) === 'object')

const fits = (before: unknown, value: unknown): boolean =>
  Array.isArray(before) ? Array.isArray(value) : typeof before === typeof value

function entries(node: Node | undefined): readonly (readonly [key: string, value: Node, keyNode: Node])[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value, key] as const] : [],
  )
}

/** `CloseBraceExpected` as words. */
const words = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
