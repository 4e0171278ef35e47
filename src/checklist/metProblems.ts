/** Reports `design-docs-met` comments that name no checklist item, or one that is met without them. */

import type { SilencingComment } from '../core/document/comments.ts'
import type { Problem } from '../core/lint/rule.ts'
import { placeOf, unknownName } from '../reading/findings/silencingNames.ts'
import type { Subject } from '../reading/sections/topics.ts'
import { checklistIds, judgedChecklist } from './index.ts'
import { withoutName } from './metComment.ts'

/** The problems of a `design-docs-met` comment. */
export function* metProblems({ document, type }: Subject, comment: SilencingComment): Generator<Problem> {
  const { names, start, end } = comment
  if (names.length === 0) {
    yield {
      start,
      end,
      reason: `No checklist item is named here: say which one is met, such as \`${checklistIds[0]}\``,
    }
    return
  }
  for (const [index, name] of names.entries()) {
    const item = judgedChecklist(document, type).find(({ id }) => id === name.name)
    if (!item) yield unknownName(name, checklistIds, 'checklist item')
    else if (item.status === 'met') {
      const edit = withoutName(document, comment, index)
      yield {
        ...placeOf(name),
        reason: `\`${name.name}\` is met without this comment`,
        ...(edit && {
          fixes: [{ title: `Remove "${name.name}"`, edits: [edit], isPreferred: true, isSafe: true }],
        }),
      }
    }
  }
}
