import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { factsOf } from '../../src/reading/prose/facts.ts'
import { denialOf } from '../../src/reading/prose/mentions.ts'
import { readModel } from '../util/linting.ts'

/** The words that negate a word in a sentence. */
function denialIn(sentence: string, word: string): string | undefined {
  const [block] = factsOf(readModel(sentence)).blocks
  assert.ok(block)
  const start = block.text.indexOf(word)
  const denial = denialOf(block, { start, end: start + word.length })
  return denial && block.text.slice(denial.start, denial.end)
}

suite('a negation', () => {
  for (const [sentence, word] of [
    ['There are no backups, and each mail costs $2.', 'costs'],
    ['There are no backups, but the post grows, and a mail costs $2.', 'costs'],
    ['The mails are not encrypted; the disks are replicated.', 'replicated'],
    ['The disk is not encrypted, and we pay $20 for it.', 'pay'],
    ['It never sleeps, so Redis keeps two replicas.', 'replicas'],
    ['It has no copies, yet this costs $2 a day.', 'costs'],
    ['There are no backups, and the cost of each mail is $2.', 'cost'],
  ] as const)
    test(`does not reach into a clause of its own: ${sentence}`, () =>
      assert.equal(denialIn(sentence, word), undefined))

  for (const [sentence, word, denial] of [
    ['There are no backups, and no mail costs $2.', 'costs', 'no'],
    ['We do not encrypt, and sign or replicate nothing.', 'replicate', 'not'],
    ['There are no copies of the disk, the mails and the replicas of the table.', 'replicas', 'no'],
    ['There are no copies, and the replicas of the table.', 'replicas', 'no'],
    ['It never sleeps and keeps two replicas.', 'replicas', 'never'],
    ['If the queue were shared, and each mail cost $2, that is a choice.', 'cost', 'If'],
    ['Today it is one database, and each service has a table.', 'service', 'Today'],
  ] as const)
    test(`holds within its clause, a condition also in the next one: ${sentence}`, () =>
      assert.equal(denialIn(sentence, word), denial))
})
