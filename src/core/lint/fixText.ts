/** Applies safe fixes to a text until nothing changes any more. */

import { composeEdits } from '../text/composeEdits.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { appliedOf, applyEdits, combineFixes, inOrder, safeFixesOf } from './edits.ts'
import type { LintMessage } from './lint.ts'
import type { Fix } from './rule.ts'

/** The result of linting a text once. */
export interface Linted {
  readonly text: string
  readonly messages: readonly LintMessage[]
}

/** A text after all its fixes. */
export interface Fixed<T extends Linted> {
  readonly linted: T
  /** How many fixes were applied. */
  readonly fixed: number
  /** What changes the text as all of them together do, in order. */
  readonly edits: readonly TextEdit[]
}

/** Stops fixes that undo each other. */
const mostPasses = 10

/** Applies all fixes that need no answer, repeatedly until nothing changes, since one may make another possible. */
export async function fixText<T extends Linted>(text: string, lint: (text: string) => Promise<T>): Promise<Fixed<T>> {
  let linted = await lint(text)
  let fixed = 0
  let all: readonly TextEdit[] = []
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = safeFixesOf(linted.messages)
    const edits = combineFixes(fixes)
    const written = inOrder(keepLineEnds(linted.text, edits))
    const next = applyEdits(linted.text, written)
    if (next === linted.text) break
    fixed += appliedOf(fixes, edits).length
    all = composeEdits(all, written)
    linted = await lint(next)
  }
  return { linted, fixed, edits: all }
}

/** A text whose lines all end in CR LF keeps them, whatever a rule wrote. */
function keepLineEnds(text: string, edits: Fix['edits']): Fix['edits'] {
  if (!text.includes('\r\n') || /(?<!\r)\n/.test(text)) return edits
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/(?<!\r)\n/g, '\r\n') }))
}
