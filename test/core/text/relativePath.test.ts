import assert from 'node:assert/strict'
import { test } from 'node:test'
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
})
