import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportFolder, exportNames } from '../../../src/core/diagrams/exportNames.ts'

const names = (pattern: string, ...headings: string[]) =>
  exportNames(
    pattern,
    headings.map((heading, index) => ({ file: 'Order Service', heading, index: index + 1 })),
  )

test('a pattern is filled with document, heading and index', () => {
  assert.deepEqual(names('${file}-${heading}', 'Data Flow', '2. C4: Kontext — Übersicht'), [
    'order-service-data-flow',
    'order-service-2-c4-kontext-übersicht',
  ])
  assert.deepEqual(names('fig ${index}', 'A', 'B'), ['fig-1', 'fig-2'])
})

test('no two pictures share a name, not even with the dark one of a pair', () => {
  assert.deepEqual(names('${heading}', 'Flow', 'FLOW', 'Flow dark', 'flow-2'), [
    'flow',
    'flow-2',
    'flow-dark-2',
    'flow-2-2',
  ])
})

test('a name contains no path, whatever the heading and pattern', () => {
  for (const heading of [
    '../../etc/passwd',
    '..\\..\\boot',
    '/root',
    'C:\\x',
    '.git/config',
    'a\0b',
    '%2e%2e%2f',
    '${file}',
    '',
  ])
    for (const pattern of ['${heading}', '../${heading}', '${heading}/../..', '~/${file}', ''])
      for (const name of names(pattern, heading)) assert.match(name, /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{0,79}$/u)
  assert.deepEqual(names('${heading}', 'CON', 'Lpt1', 'console'), ['diagram-con', 'diagram-lpt1', 'console'])
  assert.equal(names('${heading}', 'x'.repeat(500))[0]?.length, 80)
})

test('the export folder lies beside the document or in the workspace folder, never outside', () => {
  const place = { document: '/team/docs/adr', workspace: '/team' }
  assert.equal(exportFolder('images', place), '/team/docs/adr/images')
  assert.equal(exportFolder('', place), '/team/docs/adr')
  assert.equal(exportFolder('/assets/./diagrams/', place), '/team/assets/diagrams')
  assert.equal(exportFolder('../images', place), '/team/docs/images')
  assert.equal(exportFolder('../..', place), '/team')
  for (const outside of ['../../..', '/..', '/../teams', '../../../../../../etc', '..\\..\\..', 'C:/x', 'a\0'])
    assert.equal(exportFolder(outside, place), undefined, outside)
  assert.equal(exportFolder('../x', { document: '/home/notes' }), undefined)
  assert.equal(exportFolder('x', { document: '/c:/team/docs', workspace: '/c:/team' }), '/c:/team/docs/x')
})
