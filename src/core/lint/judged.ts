/** Determines how each rule judges a document: its options, and its severity in each part of the document. */

import type { DocumentModel } from '../document/document.ts'
import { stagesOf } from '../document/stage.ts'
import type { DocumentType } from '../template/documentType.ts'
import { type Config, configLayers } from './config.ts'
import type { Rule, Severity } from './rule.ts'
import { resolveRule, toRuleSettings } from './ruleSettings.ts'
import { type SeverityByStatus, severityAt } from './severityByStatus.ts'

/** What determines the judgement, apart from the document. */
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
  /** Whether the rule is off in every part of the document. */
  readonly isOff: boolean
  /** The severity of a finding that begins at an offset. */
  severityOf(offset: number): Severity
}

/** Settings are read once for all rules. Sections that have not been started are judged like those of a draft. */
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
