/**
 * Disallow disable comments that silence nothing.
 *
 * ## Why
 *
 * A disable comment says that somebody looked at a finding and decided to live with it. When the finding is gone the comment
 * stays, puzzles readers, and one day hides a new finding that nobody has looked at. A misspelt name silences nothing from
 * the start. A rule that is turned off for the document is not counted: whether its comment is of use nobody can tell.
 *
 * The comments are `design-docs-disable` and `design-docs-enable`, `design-docs-disable-next-line` and
 * `design-docs-disable-file`, each with the names of rules or categories, or with none for all rules. By `design-docs-met` an
 * author answers items of the checklist, such as `security`, that are met although the judge does not see it; one that the judge
 * sees is as useless.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * <!-- design-docs-disable no-placeholder -- an example of ours -->
 *
 * ## Context
 *
 * The page says TBD.
 *
 * <!-- design-docs-enable no-placeholder -->
 *
 * <!-- design-docs-disable-next-line empty-section -->
 * ## Outcome
 * ```
 *
 * After `design-docs-disable` without names, `design-docs-enable` can name the rules that apply all the same:
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * <!-- design-docs-disable -->
 *
 * ## Context
 *
 * The page says TBD.
 *
 * <!-- design-docs-enable no-placeholder -->
 *
 * ## Outcome
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * <!-- design-docs-disable-next-line no-placeholder -->
 * Orders get lost.
 *
 * ## Outcome
 *
 * <!-- design-docs-disable-next-line no-placeholder, empty-section -->
 * TBD
 *
 * <!-- design-docs-disable-nextline no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable-line no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable-next-line: no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable no-placeholders -->
 *
 * TBD
 * ```
 *
 * ```text messages
 * 5:1-5:54: Nothing to silence: no finding of `no-placeholder` here
 * 10:52-10:65: Nothing to silence: no finding of `empty-section` here
 * 13:6-13:34: Unknown comment `design-docs-disable-nextline`: did you mean `design-docs-disable-next-line`?
 * 16:6-16:30: Unknown comment `design-docs-disable-line`: did you mean `design-docs-disable-next-line`?
 * 19:6-19:36: Unknown comment `design-docs-disable-next-line:`: did you mean `design-docs-disable-next-line`?
 * 22:26-22:41: Unknown rule `no-placeholders`: did you mean `no-placeholder`?
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost.
 *
 * ## Outcome
 *
 * <!-- design-docs-disable-next-line no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable-next-line no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable-next-line no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable-next-line no-placeholder -->
 * TBD
 *
 * <!-- design-docs-disable no-placeholder -->
 *
 * TBD
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * <!-- design-docs-disable-file -->
 *
 * ## Context
 *
 * Orders get lost.
 *
 * ## Outcome
 *
 * A queue.
 *
 * <!-- design-docs-enable -->
 * ```
 *
 * ```text messages
 * 3:1-3:34: Nothing to silence: no finding here
 * 13:1-13:28: No `design-docs-disable` comes before this comment
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost.
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```md ok type=design
 * # Parcel design
 *
 * <!-- design-docs-met security, cost-estimate -- the platform pays and signs in, see its own design -->
 *
 * Parcels are weighed twice.
 * ```
 *
 * ```md bad type=design
 * # Parcel design
 *
 * <!-- design-docs-met securty -- the platform signs in -->
 *
 * <!-- design-docs-met -->
 *
 * Parcels are weighed twice.
 * ```
 *
 * ```text messages
 * 3:22-3:29: Unknown checklist item `securty`: did you mean `security`?
 * 5:1-5:25: No checklist item is named here: say which one is met, such as `requirements`
 * ```
 *
 * ````md bad type=design
 * # Parcel design
 *
 * <!-- design-docs-met data-model, security -->
 *
 * ## Data
 *
 * ```sql
 * create table parcels (id uuid primary key, weight integer not null, lane text);
 * create table belts (id uuid primary key, speed integer not null, name text);
 * ```
 * ````
 *
 * ```text messages
 * 3:22-3:32: `data-model` is met without this comment
 * ```
 *
 * ````md fixed
 * # Parcel design
 *
 * <!-- design-docs-met security -->
 *
 * ## Data
 *
 * ```sql
 * create table parcels (id uuid primary key, weight integer not null, lane text);
 * create table belts (id uuid primary key, speed integer not null, name text);
 * ```
 * ````
 *
 * A comment for a rule that waits until there is enough text to judge is left alone until then:
 *
 * ```md ok type=system-design
 * <!-- design-docs-disable-file trade-off-stated -->
 *
 * # System Design: Parcels
 *
 * To be written.
 * ```
 */
import { metProblems } from '../checklist/metProblems.ts'
import { type SilencingComment, type SilencingName, verbs } from '../core/document/comments.ts'
import { removeComment } from '../core/document/removeComment.ts'
import { defineRule, type Problem, type RuleContext } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { suggest } from '../core/text/nearest.ts'
import { placeOf, removeNameAt, unknownName } from '../reading/findings/silencingNames.ts'

export default defineRule({
  id: 'unused-disable',
  category: 'silencing',
  description: 'Disallow disable comments that silence nothing',
  severity: 'warning',
  *check(context) {
    for (const comment of context.silence.comments)
      if (comment.verb === 'met') yield* metProblems(context, comment)
      else if (verbs.some((verb) => verb === comment.verb)) yield* inComment(comment, context)
      else yield unknownVerb(comment, context)
  },
})

function* inComment(comment: SilencingComment, context: RuleContext): Generator<Problem> {
  const { silence, ruleNames } = context
  const { names } = comment
  const isUnused = (name: SilencingName): boolean =>
    // A rule that was not run may have findings, and this rule's own findings are not silenced until it has finished.
    ruleNames.get(name.name) === true && !ownNames.has(name.name) && !silence.isUsed(comment, name)
  if (names.length > 0 ? names.every(isUnused) : !silence.isUsed(comment)) {
    yield whole(comment, context)
    return
  }
  for (const [index, name] of names.entries())
    if (!ruleNames.has(name.name)) yield unknownName(name, [...ruleNames.keys()])
    else if (isUnused(name))
      yield {
        ...placeOf(name),
        reason: `Nothing to silence: no finding of \`${name.name}\` here`,
        fixes: [
          { title: `Remove "${name.name}"`, edits: [removeNameAt(names, index)], isPreferred: true, isSafe: true },
        ],
      }
}

const ownNames: ReadonlySet<string> = new Set(['unused-disable', 'silencing'])

/** The problem of a comment that has no effect at all. */
function whole(comment: SilencingComment, { document }: RuleContext): Problem {
  const { names, start, end, verb } = comment
  const ids = names.map(({ name }) => name)
  const finding = ids.length > 0 ? `finding of ${listedNames(ids, 'or')}` : 'finding'
  const edit = removeComment(document, comment)
  return {
    start,
    end,
    reason:
      verb === 'enable'
        ? 'No `design-docs-disable` comes before this comment'
        : `Nothing to silence: no ${finding} here`,
    ...(edit && { fixes: [{ title: 'Remove the comment', edits: [edit], isPreferred: true, isSafe: true }] }),
  }
}

function unknownVerb({ verb, start, end }: SilencingComment, { document }: RuleContext): Problem {
  const word = `design-docs-${verb}`
  const at = Math.max(document.text.indexOf(word, start), start)
  const place = { start: at, end: Math.min(at + word.length, end) }
  // Other linters silence the line that a comment is on; the nearest word would silence the whole file.
  const meant = /^disable-?lines?:?$/.test(verb) ? 'disable-next-line' : verb
  const { reason, likely } = suggest(`Unknown comment \`${word}\``, meant, verbs, {
    expected: verbs,
    prefix: 'design-docs-',
  })
  const space = verb.endsWith(':') && /\S/.test(document.text.charAt(place.end)) ? ' ' : ''
  return {
    ...place,
    reason,
    ...(likely && {
      fixes: [
        {
          title: `Change to "design-docs-${likely}"`,
          edits: [{ ...place, newText: `design-docs-${likely}${space}` }],
          isPreferred: true,
        },
      ],
    }),
  }
}
