import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step } from '../../src/generated/vocabulary/vocabulary.ts'
import { createPhrase, hasStart, secondWords } from '../../src/reading/vocabulary/phrases.ts'

const lists = { verb: ['run*', 'set up'], negation: [], joint: [] }

/** Which of some words can come second in a phrase. */
const second = (...steps: readonly Step[]) => {
  const words = secondWords(createPhrase(steps, lists))
  return words && ['of', 'the', 'running', 'up', 'fast', ''].filter((word) => hasStart(words, word))
}

test('what can come second in a phrase', () => {
  assert.deepEqual(second('out', 'of', 'band'), ['of'])
  assert.deepEqual(second('we', '{verb}'), ['running'])
  assert.deepEqual(second('we', { maybe: 'of' }, ['the', 'fast']), ['of', 'the', 'fast'])
  assert.deepEqual(second('{verb}', 'fast'), ['up', 'fast'], 'what goes on with a word, and what comes behind it')
  assert.deepEqual(second('{8+}', 'fast'), ['fast'])
})

test('where anything can come second', () => {
  assert.equal(second('we', 2, 'fast'), undefined)
  assert.equal(second('we', '{Name}'), undefined)
  assert.equal(second('we', '$'), undefined)
  assert.equal(second('we', { maybe: 'of' }), undefined)
  assert.equal(second({ maybe: 'we' }, 'fast'), undefined)
})
