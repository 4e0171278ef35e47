/** The linter: runs all rules over a document and applies their settings to the findings. */

import { firstIndex } from '../data/firstIndex.ts'
import { readSilence } from '../document/comments.ts'
import type { DocumentModel } from '../document/document.ts'
import type { Language } from '../document/language.ts'
import type { DocumentType } from '../template/documentType.ts'
import { isDesignType } from '../template/hasChecklist.ts'
import { inLanguageOf } from '../template/inLanguage.ts'
import { typeOf } from '../template/typeOf.ts'
import type { Range } from '../text/range.ts'
import { applyBaseline, type Baseline } from './baseline.ts'
import type { Config } from './config.ts'
import { foldAtPlaces } from './foldAtPlaces.ts'
import { createJudge } from './judged.ts'
import { leaveOneOfGap } from './oneGap.ts'
import type { Category, Problem, Rule, RuleHost, Severity } from './rule.ts'
import type { SeverityByStatus } from './severityByStatus.ts'

/** A problem with the details of its rule. Plain JSON; the same in the editor, the command line and tests. */
export interface LintMessage extends Problem {
  readonly ruleId: string
  readonly category: Category
  readonly severity: Exclude<Severity, 'off'>
  readonly source: 'design-docs'
  /** The rule's page. */
  readonly url: string
}

export interface LintResult {
  /** Absent if the document is not a design document: then there are no messages. */
  readonly type?: DocumentType
  /** Sorted by position, without the findings that the baseline counts. */
  readonly messages: readonly LintMessage[]
  /** How many messages the baseline suppressed, and how many of its counts are too high. Absent without a baseline. */
  readonly baseline?: { readonly known: number; readonly stale: number }
}

export interface LinterOptions {
  readonly rules: readonly Rule[]
  readonly types: readonly DocumentType[]
  readonly host: RuleHost
  /** The team's config. Absent: none. */
  readonly config?: Config
  /** Personal settings as written, unchecked. The team's config overrides them, so that editor and CLI agree. */
  readonly settings?: unknown
  readonly severityByStatus?: SeverityByStatus
  /** Findings to leave out. Absent: none. */
  readonly baseline?: Baseline | undefined
  /** The language for proposed sections if a document has too little text to detect its own. Absent: English. */
  readonly language?: Language | undefined
  /** Rethrow exceptions of rules instead of reporting them; for tests. */
  readonly rethrow?: boolean
}

export interface Linter {
  /**
   * @param path relative to the folder of the config, with `/`; absent for a document without a file
   * @param typeId lint as this type, regardless of the document's own
   */
  lint(document: DocumentModel, path?: string, typeId?: string): Promise<LintResult>
  /** Like `lint`, in steps, one per problem and per rule, so that callers can yield in between or stop at any step. */
  steps(document: DocumentModel, path?: string, typeId?: string): AsyncGenerator<void, LintResult, void>
}

/** Create a linter. Rules, types and host are passed in; it has none built in. */
export function createLinter({
  rules,
  types,
  host,
  config = {},
  settings,
  severityByStatus = {},
  baseline,
  language,
  rethrow = false,
}: LinterOptions): Linter {
  return {
    lint: (document, path, typeId) => atOnce(lintSteps(false, document, path, typeId)),
    steps: (document, path, typeId) => lintSteps(true, document, path, typeId),
  }

  async function* lintSteps(
    isInSteps: boolean,
    document: DocumentModel,
    path?: string,
    typeId?: string,
  ): AsyncGenerator<void, LintResult, void> {
    const ownType =
      typeId === undefined ? typeOf({ types, config }, document, path) : types.find(({ id }) => id === typeId)
    if (!ownType) return { messages: [] }
    const type = inLanguageOf(ownType, document, language)
    const judge = createJudge(document, { type, path: path ?? '', config, settings, severityByStatus })
    const silence = readSilence(document)
    const ruleNames = new Map(rules.flatMap(({ id, category }) => [id, category].map((name) => [name, false])))
    const runs = rules
      .map((rule) => ({ rule, ...judge(rule), messages: [] as LintMessage[] }))
      .filter(({ rule, isOff }) => !isOff && concerns(rule.category, type))
    for (const { rule } of runs) rule.prepare?.({ document, host })
    for (const { rule, options, severityOf, messages } of runs.toSorted((a, b) => turnOf(a.rule) - turnOf(b.rule))) {
      const toMessage = toMessageOf(rule, document)
      try {
        const where = path === undefined ? {} : { path }
        let hasJudged = true
        const abstain = () => {
          hasJudged = false
        }
        const context = { document, type, types, rules, options, host, ...where, silence, ruleNames, abstain }
        const take = (problem: Problem): void => {
          if (!rule.judgesUnclosed && isInUnclosed(document, problem)) return
          const severity = severityOf(problem.start)
          if (severity !== 'off' && !silence.silences(rule, problem)) messages.push(toMessage(problem, severity))
        }
        const problems = rule.check(context)
        // Most rules are synchronous.
        if (Symbol.iterator in problems)
          for (const problem of problems) {
            if (isInSteps) yield
            take(problem)
          }
        else
          for await (const problem of problems) {
            if (isInSteps) yield
            take(problem)
          }
        if (hasJudged) ruleNames.set(rule.id, true).set(rule.category, true)
      } catch (error) {
        if (rethrow) throw error
        messages.push({
          ...toMessage({ start: 0, end: 0, reason: `Rule \`${rule.id}\` failed: ${String(error)}` }, 'error'),
          ruleId: 'internal-error',
        })
      }
      if (isInSteps) yield
    }
    const distinct = leaveOneOfGap(runs.flatMap(({ messages }) => messages))
    const inOrderOfPlace = foldAtPlaces(distinct, rules, { document, type }).toSorted(
      (a, b) => a.start - b.start || a.end - b.end,
    )
    if (!baseline || path === undefined) return { type, messages: inOrderOfPlace }
    return { type, ...withoutKnown(document, inOrderOfPlace, Object.hasOwn(baseline, path) ? baseline[path] : {}) }
  }
}

/** Turns a rule's problem into a message. */
const toMessageOf =
  ({ id, category }: Rule, { text }: DocumentModel) =>
  (problem: Problem, severity: LintMessage['severity']): LintMessage => ({
    ...problem,
    ...withinText(problem, text),
    ruleId: id,
    category,
    severity,
    source: 'design-docs',
    url: ruleUrl(id),
  })

function withoutKnown(document: DocumentModel, messages: readonly LintMessage[], counts: Baseline[string] = {}) {
  const { findings, known, stale } = applyBaseline(document, messages, counts)
  return { messages: findings, baseline: { known, stale } }
}

/** Runs to completion. Used with `isInSteps` false: a promise for each step would cost more than many rules do. */
async function atOnce(run: AsyncGenerator<void, LintResult, void>): Promise<LintResult> {
  for (;;) {
    const step = await run.next()
    if (step.done) return step.value
  }
}

/**
 * Rules with `prepare` run after those that wait for nothing. Silencing rules run last: only then is it known which
 * comments silenced nothing.
 */
const turnOf = ({ prepare, category }: Rule): number => (category === 'silencing' ? 2 : prepare ? 1 : 0)

/** Whether rules of a category apply to documents of a type: a report of an outage needs no monthly costs. */
const concerns = (category: Category, type: DocumentType): boolean =>
  isDesignType(type) || (category !== 'checklist' && category !== 'red-flag')

/** The page that explains a rule; the extension shows it and `design-docs rules` prints it. */
export const ruleUrl = (id: string): string => `design-docs:/rules/${id}.md`

const isInUnclosed = ({ unclosed }: DocumentModel, at: Range): boolean => {
  const fence = unclosed[firstIndex(unclosed, ({ start }) => start > at.start) - 1]
  return fence !== undefined && at.start < fence.end
}

const withinText = ({ start, end }: Range, { length }: string): Range => ({
  start: Math.min(start, length),
  end: Math.min(end, length),
})
