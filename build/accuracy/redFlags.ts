import { createLinter } from '../../src/core/lint/lint.ts'
import { rules } from '../../src/generated/rules.ts'
import { type LabelledDocument, types } from './corpus.ts'
import type { Comparison, Measure } from './measure.ts'

/** The rule for each red flag in the labels. */
const ruleOf = {
  'single-point-of-failure': 'no-single-point-of-failure',
  'no-monitoring': 'missing-monitoring',
  'unclear-scaling': 'unclear-scaling',
  'missing-error-handling': 'missing-error-handling',
  overcomplexity: 'no-overcomplexity',
  'no-security': 'missing-security',
  'no-operational-cost': 'missing-operational-cost',
  'no-team-fit': 'missing-team-fit',
} as const

/** Measures the eight labelled red flags, on every document as if it were a system design. */
export const redFlagMeasure: Measure = {
  title: 'Red flags',
  positive: 'raised',
  goals: { precision: 0.8, recall: 0.7 },
  reached: { precision: 0.71, recall: 0.51 },
  compare: async (documents) => (await Promise.all(documents.map(compareDocument))).flat(),
}

const linter = createLinter({
  rules: rules.filter(({ category }) => category === 'red-flag'),
  types,
  host: { checkDiagram: async () => [] },
  rethrow: true,
})

async function compareDocument({ name, document, a, b }: LabelledDocument): Promise<readonly Comparison[]> {
  const { messages } = await linter.lint(document, undefined, 'system-design')
  return Object.entries(ruleOf).map(([flag, rule]) => {
    const message = messages.find(({ ruleId }) => ruleId === rule)
    // A flag that does not apply (`null` or absent) counts as not raised.
    const readers = [a, b].map(({ red_flags }) => red_flags[flag])
    return {
      document: name,
      item: flag,
      said: said(message !== undefined),
      readers: [said(readers[0]?.raised), said(readers[1]?.raised)],
      note: message?.reason ?? readers.find((reader) => reader?.raised)?.why ?? '',
    }
  })
}

const said = (isRaised: boolean | null | undefined): string => (isRaised ? 'raised' : 'not')
