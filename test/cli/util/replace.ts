import { defineRule, type Fix } from '../../../src/core/lint/rule.ts'

/** A rule that replaces one word by another, with a fix that is safe or not. */
export const replace = (from: string, to: string, isSafe = true) =>
  defineRule({
    id: `no-${from}`,
    category: 'structure',
    description: `Disallow ${from}`,
    severity: 'warning',
    *check({ document: { text } }) {
      for (const { index } of text.matchAll(new RegExp(from, 'g'))) {
        const end = index + from.length
        const fix: Fix = { title: 'Fix', edits: [{ start: index, end, newText: to }], isSafe }
        yield { start: index, end, reason: `Unexpected \`${from}\``, fixes: [fix] }
      }
    },
  })
