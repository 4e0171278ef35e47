import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBlank } from '../../../src/core/document/blank.ts'
import { readModel } from '../../util/linting.ts'

test('front matter, comments and a title are no text of its own', () => {
  for (const text of [
    '',
    '\n \n',
    '# Orders\n',
    'Orders\n======\n',
    '---\na: 1\n---\n\n<!-- later -->\n\n# Orders\n\n<!-- x -->\n',
  ])
    assert.equal(isBlank(readModel(text)), true, JSON.stringify(text))
})

test('all else is', () => {
  for (const text of [
    'Orders.\n',
    '# Orders\n\nText\n',
    '# Orders\n\n## Goals\n',
    'Before\n\n# Orders\n',
    '# A\n\n# B\n',
    '```\n```\n',
  ])
    assert.equal(isBlank(readModel(text)), false, JSON.stringify(text))
})
