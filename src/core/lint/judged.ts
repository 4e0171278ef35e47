/** Works out how each rule judges a document: with which options, and how severely in which part. */

import type { DocumentModel } from '../document/document.ts'
import { type SeverityByStatus, severityAt, stagesOf } from '../document/stage.ts'
import type { DocumentType } from '../template/documentType.ts'
import { type Config, configLayers } from './config.ts'
import type { Rule, Severity } from './rule.ts'
import { resolveRule, toRuleSettings } from './ruleSettings.ts'

/** What decides of it, beside the document. */
export interface JudgedBy {
  readonly type: DocumentType
  readonly path: string
  readonly config: Config
  /** Personal settings by rule, unchecked. */
  readonly settings: unknown
  readonly severityByStatus: SeverityByStatus
}

export interface Judged {
  readonly options: Readonly<Record<string, unknown>>
  /** Whether it is off in every part. */
  readonly isOff: boolean
  /** How severe a finding is that begins at an offset. */
  severityOf(offset: number): Severity
}

/** Settings are read once for all rules. Sections that nobody has begun are judged as a draft's. */
export function createJudge(
  document: DocumentModel,
  { type, path, config, settings, severityByStatus }: JudgedBy,
): (rule: Rule) => Judged {
  const stages = stagesOf(document, type)
  const weak = [toRuleSettings(type.rules), toRuleSettings(settings)]
  const strong = toRuleSettings(document.frontmatter.data['rules'])
  const byStatus = [config.severityByStatus ?? {}, severityByStatus]
  const layers = new Map(stages.all.map((stage) => [stage, [...weak, ...configLayers(config, path, stage), strong]]))
  return (rule) => {
    const resolveAt = (stage: string) => resolveRule(rule, layers.get(stage) ?? [], stage)
    const severities = new Map(
      stages.all.map((stage) => [stage, severityAt(stage, rule, resolveAt(stage).severity, byStatus)]),
    )
    return {
      options: resolveAt(stages.ofDocument).options,
      isOff: stages.all.every((stage) => severities.get(stage) === 'off'),
      severityOf: (offset) => severities.get(stages.at(offset)) ?? 'off',
    }
  }
}
