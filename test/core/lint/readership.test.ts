import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createReadership } from '../../../src/core/lint/readership.ts'

suite('readership', () => {
  test('finds who read a file whose content changes', () => {
    const { read, list, of } = createReadership<string>()
    read('a', 'file:///w/docs/1.md')
    read('b', 'file:///w/docs/1.md')
    read('c', 'file:///w/docs/2.md')
    list('d', 'file:///w/docs')
    assert.deepEqual(of('file:///w/docs/1.md', 'content'), ['a', 'b'])
    assert.deepEqual(of('file:///w/docs/3.md', 'content'), [])
    assert.deepEqual(of('file:///w/docs', 'content'), [])
  })

  test('finds who missed or listed a file that comes or goes, and who read below a folder', () => {
    const { read, list, of } = createReadership<string>()
    read('a', 'file:///w/docs/adr/1.md')
    list('b', 'file:///w/docs/adr')
    read('c', 'file:///w/docs/other/1.md')
    assert.deepEqual(of('file:///w/docs/adr/1.md', 'presence'), ['a', 'b'])
    assert.deepEqual(of('file:///w/docs/adr/2.md', 'presence'), ['b'])
    assert.deepEqual(of('file:///w/docs/adr', 'presence'), ['a', 'b'])
    assert.deepEqual(of('file:///w/docs/', 'presence'), ['a', 'b', 'c'])
    assert.deepEqual(of('file:///w/docs/adr/more/2.md', 'presence'), [])
    assert.deepEqual(of('file:///w/readme.md', 'presence'), [])
  })

  test('names each reader once, ignores case, and forgets readers', () => {
    const { read, list, forget, of } = createReadership<string>()
    read('a', 'file:///w/A.md')
    list('a', 'file:///w')
    list('b', 'file:///W')
    assert.deepEqual(of('file:///w/a.md', 'presence'), ['a', 'b'])
    forget('a')
    assert.deepEqual(of('file:///w/a.md', 'presence'), ['b'])
    assert.deepEqual(of('file:///w/a.md', 'content'), [])
    forget('a')
    read('a', 'file:///w/a.md')
    assert.deepEqual(of('file:///w/a.md', 'content'), ['a'])
  })
})
