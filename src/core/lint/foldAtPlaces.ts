/** Combines a rule's findings at the same place, so that one place does not fill the list of problems. */

import { groupBy } from '../data/groupBy.ts'
import type { Problem, Rule, RuleContext } from './rule.ts'

interface Message extends Problem {
  readonly ruleId: string
}

/**
 * Messages with those of the same rule and place combined, for rules that have `fold`. Combined ones take the place of
 * the first.
 */
export function foldAtPlaces<M extends Message>(
  messages: readonly M[],
  rules: readonly Rule[],
  context: Pick<RuleContext, 'document' | 'type'>,
): readonly M[] {
  const folds = new Map(rules.flatMap(({ id, fold }) => (fold ? [[id, fold]] : [])))
  const places = groupBy(messages, placeOf)
  return messages.flatMap((message) => {
    const fold = folds.get(message.ruleId)
    const group = fold ? (places.get(placeOf(message)) ?? []) : []
    if (!fold || group.length < 2) return message
    return group[0] === message ? fold(group, context).map((problem) => ({ ...message, ...problem })) : []
  })
}

const placeOf = ({ ruleId, start, end }: Message): string => `${ruleId} ${start} ${end}`
