import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step } from '../../src/generated/vocabulary/vocabulary.ts'
import { beginningsOf, mayBegin } from '../../src/reading/vocabulary/beginnings.ts'
import { createPhrase, matchesWord, phraseEnd, secondWords } from '../../src/reading/vocabulary/phrases.ts'

const lists = { verb: ['run*', 'set up'], negation: [], joint: [] }

/** The words that can come second in a phrase, of a few. */
const second = (...steps: readonly Step[]) => {
  const words = secondWords(createPhrase(steps, lists))
  return (
    words && ['of', 'the', 'running', 'up', 'fast', ''].filter((word) => words.some((each) => matchesWord(each, word)))
  )
}

test('secondWords returns the words that can come second in a phrase', () => {
  assert.deepEqual(second('out', 'of', 'band'), ['of'])
  assert.deepEqual(second('we', '{verb}'), ['running'])
  assert.deepEqual(second('we', { maybe: 'of' }, ['the', 'fast']), ['of', 'the', 'fast'])
  assert.deepEqual(second('{verb}', 'fast'), ['up', 'fast'], 'what goes on with a word, and what comes behind it')
  assert.deepEqual(second('{8+}', 'fast'), ['fast'])
})

test('secondWords is undefined where anything can come second', () => {
  assert.equal(second('we', 2, 'fast'), undefined)
  assert.equal(second('we', '{Name}'), undefined)
  assert.equal(second('we', '$'), undefined)
  assert.equal(second('we', { maybe: 'of' }), undefined)
  assert.equal(second({ maybe: 'we' }, 'fast'), undefined)
})

test('mayBegin accepts every word of the list, and rules out others by their first letters', () => {
  const words = ['a', 'of', 'run', '数据', 'élan', 'running']
  const begin = beginningsOf(['a', 'of', 'ru*', '数据', 'élan'])
  for (const word of words) assert.ok(mayBegin(begin, word), word)
  assert.deepEqual(
    ['the', 'it', 'fun', 'b'].filter((word) => mayBegin(begin, word)),
    [],
  )
})

test('a gap reaches as far as its own length, and ends at a negation', () => {
  const text = 'no copy of the disk at all, nor never'
  const tokens = Array.from(text.matchAll(/\w+/g), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
    isNumber: false,
  }))
  const endOf = (...steps: readonly Step[]) =>
    phraseEnd(text, tokens, 0, createPhrase(steps, { ...lists, negation: ['nor'] }))
  assert.equal(endOf('no', 2, 'disk'), 0)
  assert.equal(endOf('no', 3, 'disk'), 5)
  assert.equal(endOf('no', 8, 'disk'), 5)
  assert.equal(endOf('no', 9, 'never'), 0, 'a negation ends a gap')
})
