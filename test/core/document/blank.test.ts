import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBlank } from '../../../src/core/document/blank.ts'
import { readModel } from '../../util/linting.ts'

test('a document of front matter, comments and a title alone is blank', () => {
  for (const text of [
    '',
    '\n \n',
    '# Orders\n',
    'Orders\n======\n',
    '---\na: 1\n---\n\n<!-- later -->\n\n# Orders\n\n<!-- x -->\n',
  ])
    assert.equal(isBlank(readModel(text)), true, JSON.stringify(text))
})

test('a document with any other content is not blank', () => {
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
