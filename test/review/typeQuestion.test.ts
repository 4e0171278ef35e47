import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNearlyOne, typeOf } from '../../src/core/template/typeOf.ts'
import { typeQuestionOf } from '../../src/review/typeQuestion.ts'
import { readModel, types } from '../util/linting.ts'

function ask(text: string, path: string) {
  const model = readModel(text)
  const type = typeOf({ types }, model, path)
  const question = typeQuestionOf(model, type, path, !type && isNearlyOne({ types }, model, path))
  return question && { guess: question.guess, at: text.slice(question.place.start, question.place.end) }
}

const sentence = 'The harbour master gives each ferry a lane, and the lane is free again when the ferry has left. '
const design = `# Berths\n\n## Goals\n\n${sentence.repeat(10)}\n\n## Alternatives\n\n${sentence}\n`
const nearly = `# Berths\n\n## Lanes\n\n${sentence.repeat(10)}\n\n## Usage\n\n${sentence}\n`
const decision =
  '# Keep it\n\n## Status\n\nAccepted\n\n## Context\n\nWe have it.\n\n## Decision\n\nWe keep it.\n\n## Consequences\n\nNo work.\n'

test('a guessed type is asked about, at the title', () => {
  assert.deepEqual(ask(design, 'docs/design/berths.md'), { guess: 'Design, free form', at: '# Berths' })
  assert.deepEqual(ask(decision, 'docs/keep.md'), { guess: 'ADR (Nygard)', at: '# Keep it' })
})

test('a document that is nearly a design is asked about without a guess', () => {
  assert.deepEqual(ask(nearly, 'docs/design/berths.md'), { guess: undefined, at: '# Berths' })
})

test('a document with a named type, or in a folder of decisions, is not asked about', () => {
  assert.equal(ask(`---\ndocumentType: design\n---\n${design}`, 'docs/design/berths.md'), undefined)
  assert.equal(ask('# System Design: Berths\n\n## Overview\n\nLanes.\n', 'a.md'), undefined)
  assert.equal(ask(decision, 'docs/adr/0001-keep.md'), undefined)
})

test('readmes, changelogs and guides are not asked about', () => {
  for (const path of ['README.md', 'docs/design/README.md', 'CHANGELOG.md', 'docs/guides/berths.md'])
    assert.equal(ask(nearly, path), undefined, path)
})
