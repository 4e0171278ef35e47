import assert from 'node:assert/strict'
import type { DocumentModel } from '../../src/core/document/document.ts'
import { createLinter, type LintMessage } from '../../src/core/lint/lint.ts'
import type { Fix, Problem, Rule, RuleHost } from '../../src/core/lint/rule.ts'
import type { TextEdit } from '../../src/core/text/textEdit.ts'
import { rules } from '../../src/generated/rules.ts'
import { host, types } from '../util/linting.ts'

/** The path of the documents, beside other decisions. */
export const path = 'docs/adr/0007-use-a-queue.md'

/** Checks diagrams without an engine: two hyphens are a mistake. */
export const quickHost: RuleHost = {
  ...host,
  async checkDiagram(_, source) {
    const at = source.indexOf('--')
    return at < 0 ? [] : [{ start: at, end: at + 2, reason: 'Unexpected `--`' }]
  },
}

/** The rules, whose problems are checked before the linter can clip them to the text. */
const checkedRules: readonly Rule[] = rules.map((rule) => ({
  ...rule,
  async *check(context) {
    for await (const problem of rule.check(context)) {
      assertInside(problem, context.document.text, rule.id)
      yield problem
    }
  },
}))

/** Runs all rules, including those that are off by default, and rethrows their errors. */
const linter = createLinter({
  rules: checkedRules,
  types,
  host: quickHost,
  settings: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
  rethrow: true,
})

export const lintAll = async (document: DocumentModel, typeId?: string): Promise<readonly LintMessage[]> =>
  (await linter.lint(document, path, typeId)).messages

/** Asserts that places are inside the text and begin before they end, and that no fix changes a place twice. */
function assertInside(problem: Problem, text: string, what: string): void {
  assertRange(problem, text, what)
  for (const related of problem.related ?? []) if (!related.file) assertRange(related, text, `${what}, related`)
  for (const fix of problem.fixes ?? []) assertFix(fix, text, `${what}, ${fix.title}`)
}

export function assertRange(range: { start: number; end: number }, { length }: string, what: string): void {
  const { start, end } = range
  assert.ok(
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length,
    `${what}: ${start} to ${end} of ${length}`,
  )
}

export function assertFix({ edits }: Pick<Fix, 'edits'>, text: string, what: string): void {
  assert.ok(edits.length > 0, `${what}: no edits`)
  assertEdits(edits, text, what)
}

export function assertEdits(edits: readonly TextEdit[], text: string, what: string): void {
  for (const edit of edits) assertRange(edit, text, what)
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  for (const [index, { start }] of sorted.entries())
    assert.ok((sorted[index - 1]?.end ?? 0) <= start, `${what}: two edits at ${start}`)
}
