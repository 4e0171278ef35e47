import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodePath, encodeRest } from '../../../src/core/text/encodePath.ts'
import { resolveFrom } from '../../../src/core/text/relativePath.ts'

test('a link to a path leads to that path, whatever the file is called', () => {
  const links = {
    '../adr/0001-a.md': '../adr/0001-a.md',
    '0004-c#.md': '0004-c%23.md',
    'why?.md': 'why%3F.md',
    '100%.md': '100%25.md',
    'a b%20.md': 'a%20b%2520.md',
    'nine (new).md': 'nine%20%28new%29.md',
    'a:b/ü.md': 'a%3Ab/%C3%BC.md',
  }
  for (const [path, link] of Object.entries(links)) {
    assert.equal(encodePath(path), link)
    assert.equal(resolveFrom('', link), path)
  }
})

test('half a character is no reason to fail', () => {
  assert.equal(encodePath('a\ud800.md'), 'a%EF%BF%BD.md')
})

test('what an author has encoded stays so', () => {
  assert.equal(encodeRest('/two%20teas/a b(1).md'), '/two%20teas/a%20b%281%29.md')
  assert.equal(encodeRest('/100%.md?plain=1'), '/100%25.md?plain=1')
  assert.equal(encodeRest('/\ud800.md'), '/%EF%BF%BD.md')
})
