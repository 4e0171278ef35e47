/** Applies edits and fixes to a text. */

import { addAll } from '../data/longLists.ts'
import { parseSnippet, type ResolveVariable } from '../template/snippet.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Fix, Problem } from './rule.ts'

/**
 * Apply edits to a text. Of two edits that overlap, the later one is left out.
 *
 * @param resolve resolves the variables of snippets; without it, their defaults stay
 */
export function applyEdits(text: string, edits: readonly TextEdit[], resolve?: ResolveVariable): string {
  let result = ''
  let at = 0
  for (const { start, end, newText } of inOrder(edits, resolve)) {
    result += text.slice(at, start) + newText
    at = end
  }
  return result + text.slice(at)
}

/** Edits as `applyEdits` applies them: sorted, without those that overlap an earlier one, and with plain texts. */
export function inOrder(edits: readonly TextEdit[], resolve?: ResolveVariable): readonly TextEdit[] {
  const result: TextEdit[] = []
  let at = 0
  for (const { start, end, newText, isSnippet } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    result.push({ start, end, newText: isSnippet ? parseSnippet(newText, resolve).text : newText })
    at = end
  }
  return result
}

/** For each problem that has one, the first fix that needs no input from the author. */
export const safeFixesOf = (problems: readonly Pick<Problem, 'fixes'>[]): readonly Fix[] =>
  problems.flatMap(({ fixes }) => fixes?.find(({ isSafe }) => isSafe) ?? [])

/** The fixes all of whose edits were applied. */
export const appliedOf = (fixes: readonly Fix[], edits: readonly TextEdit[]): readonly Fix[] =>
  fixes.filter((fix) => fix.edits.every((edit) => edits.includes(edit)))

/** The edits of all fixes that do not touch those of an earlier one. */
export function combineFixes(fixes: readonly Pick<Fix, 'edits'>[]): readonly TextEdit[] {
  const taken: TextEdit[] = []
  for (const { edits } of fixes)
    if (edits.every((edit) => taken.every((other) => edit.end < other.start || edit.start > other.end)))
      addAll(taken, edits)
  return taken
}
