import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createTest, kinds } from '../build/accuracy/sentences.ts'

/** For some kinds, a sentence that makes the point in common words of the vocabulary. */
const plain: Readonly<Record<string, string>> = {
  spof: 'The index has no replicas.',
  'unbounded-access': 'Any service can call any other service.',
  cost: 'The servers cost $300 a month.',
  security: 'Passwords are encrypted.',
  monitoring: 'An alert goes out when the error rate exceeds 2 %.',
  'vague-quality': 'Search is fast.',
  unfinished: 'TODO: name the owner.',
}

suite('the designs that sentences are measured in', () => {
  for (const [kind, how] of Object.entries(kinds))
    test(`report ${kind} for a sentence about it, and not by themselves`, async () => {
      const isSeen = await createTest(how)
      const text = plain[kind]
      if (text) assert.equal(await isSeen(text), true)
      assert.equal(await isSeen('Boats have names, and so have recipes.'), false)
    })
})
