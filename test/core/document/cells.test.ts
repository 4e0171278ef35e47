import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellContent } from '../../../src/core/document/places.ts'
import { readModel } from '../../util/linting.ts'

test('the content of a cell is without bars, spaces and comments at its ends, but with escaped bars', () => {
  const contents: Readonly<Record<string, readonly string[]>> = {
    '| a | **b** |': ['a', '**b**'],
    'a | b': ['a', 'b'],
    '| x \\| | y \\| |': ['x \\|', 'y \\|'],
    '| x | y \\|': ['x', 'y \\|'],
    '| x | y \\\\|': ['x', 'y \\\\'],
    '| <!-- c --> u v <!-- d --> | <!-- e --> |': ['u v', ''],
    '||v|': ['', 'v'],
  }
  for (const [row, expected] of Object.entries(contents)) {
    const document = readModel(`| A | B |\n|--|--|\n${row}\n`)
    const cells = document.nodes('tableCell').slice(2)
    const read = cells
      .map((cell) => cellContent(document, cell))
      .map(({ start, end }) => document.text.slice(start, end))
    assert.deepEqual(read, expected, row)
  }
})
