import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { arrange, type Filter, lintSummary, otherDesign, rowLines, rowWords } from '../../src/review/arrange.ts'
import { type ListedDesign, overviewEntry } from '../../src/review/overview.ts'
import { readModel, types } from '../util/linting.ts'

const typeOf = (id: string) => {
  const type = types.find((each) => each.id === id)
  assert.ok(type)
  return type
}

const now = new Date('2026-03-10T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const items = (met: number, partial: number, missing: number) => [
  ...Array.from({ length: met }, () => ({ status: 'met' as const })),
  ...Array.from({ length: partial }, () => ({ status: 'partial' as const })),
  ...Array.from({ length: missing }, () => ({ status: 'missing' as const })),
]
const warning = { severity: 'warning', category: 'structure' } as const
const flag = { severity: 'warning', category: 'red-flag' } as const
const mistake = { severity: 'error', category: 'structure' } as const

const design = (
  path: string,
  title: string,
  status: string,
  more: Partial<Parameters<typeof overviewEntry>[0]>,
): ListedDesign =>
  overviewEntry({
    path,
    document: readModel(`# System Design: ${title}\n\n${status && `**Status:** ${status}\n\n`}## Overview\n\nIt is.\n`),
    type: typeOf('system-design'),
    checklist: [],
    messages: [],
    ...more,
  })

const decision = (path: string, title: string, status: string, line = '') =>
  overviewEntry({
    path,
    document: readModel(`# ${title}\n\n- **Status:** ${status}\n${line}\n## Context\n\nIt is.\n`),
    type: typeOf('adr'),
    checklist: [],
    messages: [],
    lastChange: daysAgo(100),
  })

const zoo = design('docs/zoo.md', 'Zoo', 'Draft', {
  checklist: items(3, 2, 6),
  messages: [warning, flag],
  lastChange: daysAgo(0),
})
const bus = design('docs/old/bus.md', 'Bus', '', { checklist: items(11, 0, 0), lastChange: daysAgo(5) })
const cab = design('README.md', 'cab', 'DRAFT', { checklist: items(0, 1, 10), messages: [mistake] })
const poll = decision('adr/0008-poll.md', 'ADR-0008: Poll', 'Superseded by [ADR-0009](0009%2dpush.md)')
const push = decision('adr/0009-push.md', 'ADR-0009: Push', 'Accepted', '- **Supersedes:** ADR-0008\n')
const all = [zoo, poll, cab, push, bus]

const shown = (...options: readonly [Parameters<typeof arrange>[1], Parameters<typeof arrange>[2], Filter?]) =>
  arrange(all, ...options).map(
    ({ title, designs }) => `${title}: ${designs.map(({ entry }) => entry.path.replace(/^.*\/|\.md$/g, '')).join(' ')}`,
  )

suite('the list of design documents', () => {
  for (const [sort, expected] of [
    ['name', '0008-poll 0009-push bus README zoo'],
    ['status', '0009-push README zoo 0008-poll bus'],
    ['score', 'README zoo bus 0008-poll 0009-push'],
    ['age', 'README 0008-poll 0009-push bus zoo'],
    ['findings', 'README zoo 0008-poll 0009-push bus'],
  ] as const)
    test(`is sorted by ${sort}`, () => assert.deepEqual(shown('none', sort), [`: ${expected}`]))

  test('is grouped by folder, by status regardless of case, and by type', () => {
    assert.deepEqual(shown('folder', 'name'), ['.: README', 'adr: 0008-poll 0009-push', 'docs: zoo', 'docs/old: bus'])
    assert.deepEqual(shown('status', 'name'), [
      'Accepted: 0009-push',
      'Draft: README zoo',
      'Superseded: 0008-poll',
      'No status: bus',
    ])
    assert.deepEqual(shown('type', 'name'), [
      'Architecture decision record: 0008-poll 0009-push',
      'System design: bus README zoo',
    ])
  })

  test('is filtered by status, by type, by words in title or path, and by all of them together', () => {
    assert.deepEqual(shown('none', 'name', { status: 'Draft' }), [': README zoo'])
    assert.deepEqual(shown('none', 'name', { type: 'Architecture decision record' }), [': 0008-poll 0009-push'])
    assert.deepEqual(shown('none', 'name', { text: 'DOCS  b' }), [': bus'])
    assert.deepEqual(shown('none', 'name', { status: 'Draft', text: 'zoo', type: 'System design' }), [': zoo'])
    assert.deepEqual(shown('none', 'name', { status: 'Draft', type: 'Architecture decision record' }), [])
  })

  test('names a document by its title without the type’s prefix', () => {
    assert.deepEqual(
      all.map(({ name }) => name),
      ['Zoo', 'ADR-0008 Poll', 'cab', 'ADR-0009 Push', 'Bus'],
    )
    assert.equal(design('a.md', '', '', {}).name, 'System Design:')
  })

  test('shows in a row only what the heading of its group does not say', () => {
    assert.equal(rowWords(zoo, now), '3/11 · Draft · 2 warnings, 1 red flag · today · System design')
    assert.equal(rowWords(zoo, now, 'type'), '3/11 · Draft · 2 warnings, 1 red flag · today')
    assert.equal(rowWords(zoo, now, 'status'), '3/11 · 2 warnings, 1 red flag · today · System design')
    assert.equal(rowWords(poll, now), 'superseded by ADR-0009 · 3 months · Architecture decision record')
    assert.equal(rowWords(bus, now), '11/11 · 5 days · System design')
  })

  test('describes a row in full lines', () => {
    assert.deepEqual(rowLines(zoo, now), [
      'docs/zoo.md',
      'System design, status Draft',
      'Checklist: 3 met, 2 partial, 6 missing',
      'Last change: 2026-03-10 (today)',
      '2 warnings, 1 red flag',
    ])
    assert.deepEqual(rowLines(cab, now).slice(1), [
      'System design, status DRAFT',
      'Checklist: 0 met, 1 partial, 10 missing',
      '1 error',
    ])
    assert.deepEqual(rowLines(bus, now).slice(-2), ['Last change: 2026-03-05 (5 days ago)', 'No findings'])
  })

  test('finds the decision that another one names, by link or by number', () => {
    const [next] = poll.entry.supersededBy
    const [before] = push.entry.supersedes
    assert.ok(next && before)
    assert.equal(otherDesign(all, poll, next), push)
    assert.equal(before.path, undefined)
    assert.equal(otherDesign(all, push, before), poll)
    assert.equal(otherDesign(all, push, { text: 'ADR-000' }), undefined)
    assert.equal(otherDesign(all, zoo, before), undefined)
    assert.equal(otherDesign(all, poll, { text: 'ADR-0009', path: 'adr/%zz.md' }), undefined)
    const rooted = decision('adr/0007-ask.md', 'ADR-0007: Ask', 'Superseded by [ADR-0009](/adr/0009-push.md)')
    assert.deepEqual(
      rooted.entry.supersededBy.map((other) => otherDesign(all, rooted, other)),
      [push],
    )
  })

  test('is summarised with counts of documents, files and findings', () => {
    assert.equal(lintSummary(9, all), '5 design documents in 9 Markdown files: 1 error, 2 warnings')
    assert.equal(lintSummary(1, [bus]), '1 design document in 1 Markdown file: nothing to report')
  })
})
