/** Reads rule settings as written in a config or front matter, and reports their mistakes. */

import { getNodeValue, type Node } from 'jsonc-parser'
import { createRecord } from '../data/records.ts'
import type { DocumentModel } from '../document/document.ts'
import { frontmatterTree } from '../markdown/frontmatterTree.ts'
import { nearest, suggest } from '../text/nearest.ts'
import type { Range } from '../text/range.ts'
import { categories, type OptionSchema, optionsOf, type Rule, severities } from './rule.ts'
import { fits, type RuleSetting, type RuleSettings, toRuleSetting } from './ruleSettings.ts'
import { isSeverity } from './severityByStatus.ts'

/** The number of mistakes for which a correction is suggested: a file with more is not a config. */
export const mostGuesses = 50

/** A mistake, at the range of its key or value. */
export interface SettingMistake extends Range {
  readonly reason: string
  /** The most likely intended value. Absent if nothing is similar. */
  readonly likely?: string
}

/**
 * @param choices possible intended values; the nearest is named in the message and offered
 * @param said replaces the reason if there is a near choice
 */
export type Report = (node: Node, reason: string, choices?: readonly string[], said?: string) => void

/** A `Report` that passes each mistake on as data. */
export function reporter(take: (mistake: SettingMistake) => void): Report {
  let reported = 0
  return (node, reason, choices = [], said = reason) => {
    const mayGuess = reported++ < mostGuesses && isWord(node)
    const suggestion = suggest(said, String(node.value), mayGuess ? choices : [])
    const told = suggestion.likely === undefined ? { reason } : suggestion
    take({ start: node.offset, end: node.offset + node.length, ...told })
  }
}

/** Booleans and numbers count, too: other tools may use them for what is a word here. */
const isWord = ({ type }: Node): boolean => type === 'string' || type === 'boolean' || type === 'number'

/** Mistakes in the `rules:` of front matter; none if the key belongs to another tool and contains none of our names. */
export function findRuleMistakes(
  { text, frontmatter }: Pick<DocumentModel, 'text' | 'frontmatter'>,
  rules: readonly Rule[],
): readonly SettingMistake[] {
  const tree = frontmatterTree(text, frontmatter, 'rules')
  if (!tree || tree.value === null || !isOurs(tree, rules)) return []
  const mistakes: SettingMistake[] = []
  readRules(
    tree,
    rules,
    reporter((mistake) => mistakes.push(mistake)),
  )
  return mistakes.toSorted((a, b) => a.start - b.start)
}

/** Whether a rule or a severity is named, at least approximately. */
function isOurs(tree: Node, rules: readonly Rule[]): boolean {
  const names = rules.map(({ id }) => id)
  return wordsIn(tree)
    .slice(0, mostGuesses)
    .some((word) => isSeverity(word) || nearest(word, names) !== undefined || nearest(word, severities) === 'warning')
}

const wordsIn = ({ value, children = [] }: Node): readonly string[] =>
  typeof value === 'string' ? [value] : children.flatMap(wordsIn)

/** Reads an object of rule ids. The valid parts are used. */
export function readRules(node: Node, rules: readonly Rule[], report: Report): RuleSettings {
  const settings: [string, RuleSetting][] = []
  if (node.type !== 'object') report(node, 'Unexpected value, expected an object of rule ids')
  for (const [id, value, keyNode] of entries(node)) {
    if (!isKnown(id, rules)) report(keyNode, `Unknown rule \`${id}\``, namesOf(rules))
    const setting = toRuleSetting(getNodeValue(value))
    if (setting) settings.push([id, setting])
    else
      report(
        (value.type === 'array' && value.children?.[0]) || value,
        `Unexpected severity, expected ${severityNames}, or a list with a severity and options`,
        severities,
        severityAsWritten((value.type === 'array' && value.children?.[0]) || value),
      )
    const [, options, ...more] = (setting && value.children) ?? []
    if (options && options.type !== 'object') report(options, 'Unexpected options, expected an object')
    if (options) readOptions(id, options, rules, report)
    for (const part of more) report(part, 'Unexpected value, expected a severity and options only')
  }
  return createRecord(settings)
}

/** A category has the options of all its rules. */
function readOptions(id: string, node: Node, rules: readonly Rule[], report: Report): void {
  const schemas = new Map(
    rules.filter((rule) => rule.id === id || rule.category === id).flatMap((rule) => Object.entries(optionsOf(rule))),
  )
  // An unknown rule has already been reported.
  if (!isKnown(id, rules)) return
  for (const [name, value, keyNode] of entries(node)) {
    const schema = schemas.get(name)
    if (!schema) report(keyNode, `Unknown option \`${name}\` of \`${id}\``, [...schemas.keys()])
    else if (!fits(schema, getNodeValue(value)))
      report(value, `Unexpected value of \`${name}\`, expected ${inShort(schema)}`)
  }
}

/** Such as *a number of at least 2*. */
function inShort({ type, items, minimum }: OptionSchema): string {
  if (type === 'array') return `a list${items ? ` of ${items.type}s` : ''}`
  return `a ${type}${minimum === undefined ? '' : ` of at least ${minimum}`}`
}

/** What is said if a severity is near. */
export const severityAsWritten = ({ value }: Node): string => `Unexpected severity \`${value}\``

export const severityNames = severities.map((name) => `\`${name}\``).join(', ')

/** Names that settings may use: rules and categories. */
export const namesOf = (rules: readonly Rule[]): readonly string[] => [...rules.map(({ id }) => id), ...categories]

export const isKnown = (id: string, rules: readonly Rule[]): boolean =>
  rules.some((rule) => rule.id === id) || categories.some((name) => name === id)

/** Keys and values of an object; empty for any other node. */
export function entries(node: Node | undefined): readonly (readonly [key: string, value: Node, keyNode: Node])[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value, key] as const] : [],
  )
}
