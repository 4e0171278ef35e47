/** Applies safe fixes to a text until nothing changes any more. */

import { appliedOf, applyEdits, combineFixes, safeFixesOf } from '../core/lint/edits.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { Fix } from '../core/lint/rule.ts'

/** The result of linting a text once. */
export interface Linted {
  readonly text: string
  readonly messages: readonly LintMessage[]
}

/** Stops fixes that undo each other. */
const mostPasses = 10

/** Applies all fixes that need no answer, repeatedly until nothing changes. */
export async function fixText<T extends Linted>(
  text: string,
  lint: (text: string) => Promise<T>,
): Promise<{ readonly linted: T; readonly fixed: number }> {
  let linted = await lint(text)
  let fixed = 0
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = safeFixesOf(linted.messages)
    const edits = combineFixes(fixes)
    const next = applyEdits(linted.text, keepLineEnds(linted.text, edits))
    if (next === linted.text) break
    fixed += appliedOf(fixes, edits).length
    linted = await lint(next)
  }
  return { linted, fixed }
}

/** A text whose lines all end in CR LF keeps them, whatever a rule wrote. */
function keepLineEnds(text: string, edits: Fix['edits']): Fix['edits'] {
  if (!text.includes('\r\n') || /(?<!\r)\n/.test(text)) return edits
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/(?<!\r)\n/g, '\r\n') }))
}
