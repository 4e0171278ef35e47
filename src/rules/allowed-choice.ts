/**
 * Require one of the values that the template offers.
 *
 * ## Why
 *
 * A status with five spellings cannot be searched, counted or trusted. If the template gives a list to choose from, the
 * document must use one of its values; what follows the value, such as a date or a link in brackets, is free.
 *
 * Your own words for a status, such as *Approved* or *In Review*, are fine unless the team's own template has others.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** ✅ final (2026-03-09)
 *
 * ## Context
 *
 * Status: whatever, this is prose of another section.
 * ```
 *
 * ```md ok type=note
 * ---
 * status: "draft"
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** In Review
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Status:** Finl
 * ```
 *
 * ```text messages
 * 3:15-3:19: `Finl` is not a valid value for `Status`: choose `Draft` or `Final`
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * - **Status:** Final
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * **Status**: Draft | Final
 * ```
 *
 * ```text messages
 * 3:13-3:26: `Draft | Final` is not a valid value for `Status`: choose `Draft` or `Final`
 * ```
 */
import { statusWord } from '../core/decisions/statusWord.ts'
import { labelOf, stateOf } from '../core/decisions/vocabulary.ts'
import { createCodeTest } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { nearest } from '../core/text/nearest.ts'
import { questionsOf } from '../reading/sections/answers.ts'

export default defineRule({
  id: 'allowed-choice',
  category: 'structure',
  description: 'Require one of the values that the template offers',
  severity: 'error',
  *check({ document, type }) {
    const isCode = createCodeTest(document)
    for (const { choices, isOpen, label, answers, isColumn } of questionsOf(document, type)) {
      const written = answers.map(({ start, end }) => document.prose.slice(start, end))
      // A column of sentences does not answer the template's question.
      const isOther = isColumn && type.path === undefined && isProse(written, choices)
      if (isOther) continue
      for (const { start, end } of answers) {
        const value = document.prose.slice(start, end)
        if (isCode(start) || isPlaceholder(value) || choices.some((choice) => isAnswer(value, choice))) continue
        // Authors who did not choose the template may use other words, but copying the whole list is never an answer.
        if ((isOpen || type.isGuessed) && !isList(value, choices)) continue
        const likely = nearest(value, choices)
        // Teams have their own words for a status; only their own template can forbid them.
        const isHouseWord = type.path === undefined && labelOf(label) === 'status' && isState(value)
        if (isHouseWord && !isList(value, choices)) continue
        yield {
          start,
          end,
          reason: `\`${value.slice(0, 60)}\` is not a valid value for \`${label}\`: choose ${listedNames(choices, 'or')}`,
          fixes: choices
            .toSorted((a, b) => Number(b === likely) - Number(a === likely))
            .map((choice) => ({
              title: `Change to "${choice}"`,
              edits: [{ start, end, newText: choice }],
              ...(choice === likely && { isPreferred: true }),
            })),
        }
      }
    }
  },
})

/**
 * Whether a value is a choice, perhaps with more text: `Superseded by ADR-7`, `Accepted (2026-03-09)`. Text with the
 * other choices is the list itself.
 */
function isAnswer(value: string, choice: string): boolean {
  const plain = value.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()
  // `superseded by ADR-0123` stands for any number.
  const words = choice.toLowerCase().replace(/(?<!\s)\s+[^\s\d]*\d\S*$/, '')
  return plain.startsWith(words) && !/^\w|^\s*[|/]/.test(plain.slice(words.length))
}

/** Whether a value is a status, in any words. */
function isState(value: string): boolean {
  const word = statusWord(value)
  return word !== undefined && stateOf(word) !== undefined
}

/** Whether a value is the whole list of choices. */
const isList = (value: string, choices: readonly string[]): boolean =>
  /[|/]/.test(value) && choices.filter((choice) => value.includes(choice)).length > 1

const isProse = (written: readonly string[], choices: readonly string[]): boolean =>
  written.some((value) => value.trim().split(/\s+/).length > 2) &&
  !written.some((value) => choices.some((choice) => isAnswer(value, choice)))

/** Reported by `no-placeholder`. */
const isPlaceholder = (value: string): boolean => /^(?:\[[^\]|]*\]|\{[^}|]*\}|<[^>|]*>|TBD|TODO)$/.test(value)
