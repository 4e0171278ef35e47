import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checklistIds } from '../../src/checklist/index.ts'
import { rules } from '../../src/generated/rules.ts'
import { about } from '../../src/generated/vocabulary/about.ts'
import { longest, sharedReaders, usedBy, whySilent } from '../../src/review/termWords.ts'

test('everything that uses a concept is a rule, a checklist item, or has a description', () => {
  const known = new Set([...rules.map(({ id }) => id), ...checklistIds, ...Object.keys(sharedReaders)])
  const askers = Object.values(about).flatMap(({ askedBy }) => askedBy)
  assert.deepEqual(
    askers.filter((asker) => !known.has(asker)),
    [],
  )
  assert.equal(usedBy(['nature', 'security']), 'used by security, and to tell what kind of system it is')
  assert.equal(usedBy(['scan']), 'used to skip figures of speech')
  assert.equal(usedBy([]), '')
})

test('whySilent does not call a negating term itself negated', () => {
  const silenced = { by: 'denial', words: 'not' } as const
  assert.equal(whySilent({ concept: 'protection', silenced }), 'negated by `not`, so the document does not claim it')
  assert.equal(whySilent({ concept: 'denial', silenced }), '')
})

test('longest drops a term that is part of a longer one of the same concept', () => {
  const term = (words: string, at: number, concept: 'sole' | 'deployed') => ({ words, at, concept })
  const terms = [
    term('a single instance', 4, 'sole'),
    term('single instance', 6, 'sole'),
    term('instance', 13, 'deployed'),
  ]
  assert.deepEqual(
    longest(terms, ({ at }) => at).map(({ words }) => words),
    ['a single instance', 'instance'],
  )
})
