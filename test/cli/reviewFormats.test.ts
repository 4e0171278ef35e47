import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { markdown } from '../../src/cli/formatters/markdown.ts'
import { text } from '../../src/cli/formatters/text.ts'
import { document, lines, message, plain, report } from './util/reports.ts'

const checklist = [
  { id: 'requirements', status: 'met', line: 12, reason: 'It says how well.' },
  { id: 'scaling', status: 'partial', line: 120, reason: 'Growth is mentioned.' },
  { id: 'cost-estimate', status: 'missing' },
] as const

test('text shows the checklist of a review, then its messages', () => {
  const reviewed = document({ status: 'Draft', checklist, messages: [message()] })
  assert.deepEqual(lines(text(report(reviewed), plain)), [
    'docs/a.md  adr · Draft',
    '',
    '  ✓ requirements   line 12   It says how well.',
    '  ~ scaling        line 120  Growth is mentioned.',
    '  ✗ cost-estimate',
    '',
    '  1 met, 1 partial, 1 missing',
    '',
    '  3:1  warning  Unexpected placeholder `TBD`  no-placeholder',
    '',
    '1 warning',
    '',
  ])
})

test('text says that a type has no checklist, and nothing of a document without a type', () => {
  const reviewed = document({ documentType: 'runbook', messages: [] })
  assert.deepEqual(lines(text(report(reviewed), plain)).slice(0, 4), [
    'docs/a.md  runbook',
    '  The checklist is for designs, so it does not apply to this type.',
    '',
    'no findings',
  ])
  assert.doesNotMatch(text(report({ ...reviewed, documentType: null }), plain), /checklist/)
})

suite('a review as Markdown', () => {
  test('ticks items that are met, and lists findings as unticked boxes', () => {
    const reviewed = document({ status: 'Draft', checklist, messages: [message({ severity: 'hint' })] })
    assert.deepEqual(lines(markdown(report(reviewed), { ...plain, showsHints: true })), [
      '### Review of `docs/a.md`',
      '',
      '1 of 3 met, `adr`, `Draft`',
      '',
      '- [x] **Requirements**, line 12: It says how well.',
      '- [ ] **Scaling** (partial), line 120: Growth is mentioned.',
      '- [ ] **Cost estimate** (missing)',
      '',
      '1 finding:',
      '',
      '- [ ] Line 3, hint: Unexpected placeholder `TBD` (`no-placeholder`)',
      '',
    ])
  })

  test('says so if there is nothing to say', () => {
    const written = markdown(report(document({ documentType: 'runbook', messages: [] })), plain)
    assert.deepEqual(lines(written), ['### Review of `docs/a.md`', '', 'No findings.', ''])
  })

  test('mentions nobody and renders no image, link or HTML, whatever a document says', () => {
    const hostile =
      'Ask @alice of #12, <img src=x onerror=y>, ![p](//e.org/p.png) and [x](javascript:y) `a | @b` `\n# Title\n- [x] done'
    const checklist = [{ id: 'scaling', status: 'missing', reason: hostile }] as const
    const path = 'docs/`@c`/<b>.md'
    const written = markdown(
      report(document({ path, status: hostile, checklist, messages: [message({ message: hostile })] })),
      plain,
    )
    const tree = unified().use(remarkParse).use(remarkGfm).parse(written)
    const kinds = new Set<string>()
    const words: string[] = []
    const visit = (node: Nodes) => {
      kinds.add(node.type)
      if (node.type === 'text') words.push(node.value)
      if (node.type === 'listItem') assert.equal(node.checked, false)
      for (const child of 'children' in node ? node.children : []) visit(child)
    }
    visit(tree)
    const expected = ['root', 'heading', 'paragraph', 'list', 'listItem', 'strong', 'text', 'inlineCode']
    assert.deepEqual([...kinds].toSorted(), expected.toSorted())
    assert.doesNotMatch(words.join(' '), /[@#]\w/)
  })

  test('of a decision lists its status and links, and hints only on request', () => {
    const facts = [
      { label: 'Status', value: 'Accepted', line: 3 },
      { label: 'Supersedes', value: '#12' },
    ]
    const messages = [message({ severity: 'hint' }), message()]
    const written = lines(markdown(report(document({ facts, messages })), plain))
    assert.deepEqual(written.slice(2), [
      '- Status: Accepted, line 3',
      '- Supersedes: `#12`',
      '',
      '1 finding:',
      '',
      '- [ ] Line 3, warning: Unexpected placeholder `TBD` (`no-placeholder`)',
      '',
    ])
  })
})
