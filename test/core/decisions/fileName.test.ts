import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dayOfName, folderOfRecords, numberOfName, statusOfName } from '../../../src/core/decisions/fileName.ts'
import { nameDocument } from '../../../src/core/template/naming.ts'

/** The number and the date in a file name. */
const read = (path: string): string => `${numberOfName(path) ?? '-'} ${dayOfName(path) ?? '-'}`

suite('number and date in a file name', () => {
  const names: Readonly<Record<string, string>> = {
    '0007-tea.md': '7 -',
    'adr-007.md': '7 -',
    'ADR_12_tea.md': '12 -',
    '2026-02-03-tea.md': '- 2026-02-03',
    '2026-02-tea.md': '- -',
    '202602-tea.md': '- -',
    '20260203-tea.md': '- 2026-02-03',
    '202602031015-tea.md': '- 2026-02-03',
    '20260203101500_tea.md': '- 2026-02-03',
    'adr-2026-02-03-tea.md': '- 2026-02-03',
    '2026-02-03_007-tea.md': '7 2026-02-03',
    '0007-2026-02-03-tea.md': '7 2026-02-03',
    '2026-02-03-12-cups.md': '- 2026-02-03',
    '2026-tea.md': '2026 -',
    '2026-13-tea.md': '2026 -',
    '0007-tea/index.md': '7 -',
    'docs/adr/0007-tea/README.md': '7 -',
    '0007-tea/0007-tea.md': '7 -',
    '0007-tea/picture.md': '- -',
    '2026/0007-tea.md': '7 -',
    'tea.md': '- -',
  }
  for (const [name, expected] of Object.entries(names)) test(name, () => assert.equal(read(name), expected))
})

suite('a new record is named like its neighbours', () => {
  const next = (...names: string[]): string => {
    const { name, number } = nameDocument('Green tea', names, true, new Date(2026, 2, 9, 10, 15, 30))
    return `${name} ${number ?? '-'}`
  }
  const shapes: readonly (readonly [string, readonly string[]])[] = [
    ['0001-green-tea.md 0001', []],
    ['0003-green-tea.md 0003', ['README.md', '0002-b.md', '0001-a.md']],
    ['adr_008_green_tea.md 008', ['adr_007_a.md']],
    ['ADR-32.md 32', ['ADR-5.md', 'ADR-31.md']],
    ['0100-green-tea.md 0100', ['0099-a.md']],
    ['10-green-tea.md 10', ['9-a.md', '8-b.md']],
    ['2026-03-09-green-tea.md -', ['2025-01-02-a.md', '2025-03-04-b.md', 'README.md', '0450-picture.png']],
    ['20260309-green-tea.md -', ['20250102-a.md']],
    ['20260309101530_green_tea.md -', ['20250102030405_a.md']],
    ['2026-03-green-tea.md -', ['2025-01-a.md', '2025-02-b.md']],
    ['2026-03-09_025-green-tea.md 025', ['2025-01-02_023-a.md', '2025-03-04_024-b.md']],
    ['0008-2026-03-09-green-tea.md 0008', ['0007-2025-01-02-a.md']],
    ['0003-green-tea/index.md 0003', ['0001-a', '0001-a/index.md', '0002-b', '0002-b/index.md', '0002-b/more.md']],
    ['0003-green-tea/README.md 0003', ['0002-b', '0002-b/README.md']],
    ['0003-green-tea/0003-green-tea.md 0003', ['0002-b', '0002-b/0002-b.md']],
    // Minutes of a meeting among the records are not imitated.
    ['0003-green-tea.md 0003', ['0001-a.md', '0002-b.md', '2026-01-05-minutes.md']],
    ['2026-03-09-green-tea-2.md -', ['2026-03-09-green-tea.md']],
  ]
  for (const [expected, names] of shapes)
    test(`${names.join(', ')}: ${expected}`, () => assert.equal(next(...names), expected))
})

/** The status and the number that a file name states. */
const statuses: Readonly<Record<string, readonly [string | undefined, number | undefined]>> = {
  '[DRAFT] Use a queue.md': ['Draft', undefined],
  '(rejected) 0007-queue.md': ['Rejected', 7],
  'docs/adr/0007-use-a-queue.accepted.md': ['Accepted', 7],
  '0007-use-a-queue (superseded).md': ['Superseded', 7],
  'superseded-0007-use-a-queue.md': ['Superseded', 7],
  'deprecated-adr-0007-queue.md': ['Deprecated', 7],
  'superseded-use-a-queue.md': ['Superseded', undefined],
  '0007-use-a-queue-superseded.md': ['Superseded', 7],
  'adr/0007-use-a-queue.rejected/README.md': ['Rejected', 7],
  '0007-use-a-queue.md': [undefined, 7],
  'rejected-orders.md': [undefined, undefined],
  '0007-accepted-cards.md': [undefined, 7],
  'draft-horses.md': [undefined, undefined],
  '[queue] notes.md': [undefined, undefined],
  '0007-use-node.js.md': [undefined, 7],
  'accepted.md': [undefined, undefined],
}

test('a status in a file name is read only where it cannot be part of the title', () => {
  for (const [name, [status, number]] of Object.entries(statuses))
    assert.deepEqual([statusOfName(name), numberOfName(name)], [status, number], name)
})

test('the folder of records is one level up where each record has a folder of its own', () => {
  assert.equal(folderOfRecords('/docs/adr/0007-tea/README.md'), '/docs/adr')
  assert.equal(folderOfRecords('/docs/adr/0007-tea/0007-tea.md'), '/docs/adr')
  assert.equal(folderOfRecords('/docs/adr/0007-tea.md'), '/docs/adr')
  assert.equal(folderOfRecords('/docs/adr/README.md'), '/docs/adr')
})
