/**
 * Problems and edits for the names in our comments, such as `no-placeholder` in `design-docs-disable no-placeholder`.
 */

import type { SilencingName } from '../../core/document/comments.ts'
import type { Problem } from '../../core/lint/rule.ts'
import { suggest } from '../../core/text/nearest.ts'
import type { Range } from '../../core/text/range.ts'
import type { TextEdit } from '../../core/text/textEdit.ts'

export const placeOf = ({ start, end }: SilencingName): Range => ({ start, end })

/**
 * The problem of an unknown name, with the likely name as a fix.
 * @param what the kind of thing that it should name
 */
export function unknownName(name: SilencingName, known: readonly string[], what = 'rule'): Problem {
  const { reason, likely } = suggest(`Unknown ${what} \`${name.name}\``, name.name, known)
  return {
    ...placeOf(name),
    reason,
    ...(likely && {
      fixes: [{ title: `Change to "${likely}"`, edits: [{ ...placeOf(name), newText: likely }], isPreferred: true }],
    }),
  }
}

/** Deletes one of several names together with its separator. */
export function removeNameAt(names: readonly SilencingName[], index: number): TextEdit {
  const { start = 0, end = 0 } = names[index] ?? {}
  const next = names[index + 1]
  return {
    start: index > 0 ? (names[index - 1]?.end ?? start) : start,
    end: index === 0 && next ? next.start : end,
    newText: '',
  }
}
