import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toMarkdown } from '../../../src/core/decisions/edits.ts'
import { decisionTable } from '../../../src/core/decisions/table.ts'
import { resolveFrom } from '../../../src/core/text/relativePath.ts'

test('a link is resolved against the file that contains it, or where paths start', () => {
  const links: readonly (readonly [path: string, target: string, expected: string])[] = [
    ['docs/adr/1.md', '2.md', 'docs/adr/2.md'],
    ['docs/adr/1.md', './2.md', 'docs/adr/2.md'],
    ['docs/adr/1.md', '../adr//2.md', 'docs/adr/2.md'],
    ['docs/adr/1.md', '/docs/adr/2.md', 'docs/adr/2.md'],
    ['docs/adr/1.md', 'two%20teas.md', 'docs/adr/two teas.md'],
    ['docs/adr/1.md', '100%.md', 'docs/adr/100%.md'],
    ['1.md', '../2.md', '../2.md'],
    ['../adr/1.md', '../../2.md', '../../2.md'],
    ['/r/adr/1.md', '../2.md', '/r/2.md'],
  ]
  for (const [path, target, expected] of links) assert.equal(resolveFrom(path, target), expected, target)
})

test('the table of decisions links to what each of them links to', () => {
  const linkOf = (target: string) => {
    const by = { text: 'ADR-2', target, start: 0, end: 0 }
    const path = 'adr/1.md'
    const table = decisionTable([
      { name: '1.md', title: 'Tea', label: 'Tea', supersedes: [], supersededBy: [by], path },
    ])
    return /\[ADR-2\]\(([^)]*)\)/.exec(table)?.[1]
  }
  assert.equal(linkOf('2.md'), 'adr/2.md')
  assert.equal(linkOf('/docs/adr/2.md'), '/docs/adr/2.md')
  assert.equal(linkOf('two%20teas.md'), 'adr/two%20teas.md')
  assert.equal(linkOf('100%.md'), 'adr/100%25.md')
  assert.equal(linkOf('/docs/two%20teas.md'), '/docs/two%20teas.md')
})

test('a link to a decision leads to its file, whatever that is called', () => {
  const linkTo = (path: string) => /\(([^)]*)\)$/.exec(toMarkdown({ label: 'ADR', path }))?.[1] ?? ''
  for (const path of ['0004-c#.md', '0005-why?.md', '0006-100%.md', '0007-nine (new).md'])
    assert.equal(resolveFrom('', linkTo(path)), path)
  assert.equal(linkTo('0008-\ud800.md'), '0008-%EF%BF%BD.md')
})
