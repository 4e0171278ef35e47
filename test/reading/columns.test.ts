import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf } from '../../src/reading/prose/facts.ts'
import { tablesOf } from '../../src/reading/sections/tables.ts'
import { readModel } from '../util/linting.ts'

const subjectsOf = (...columns: readonly string[]): readonly string[] => {
  const rows = [columns, columns.map(() => '---'), columns.map(() => 'x')].map((cells) => `| ${cells.join(' | ')} |`)
  return [...(tablesOf(factsOf(readModel(rows.join('\n'))))[0]?.subjects ?? [])].toSorted()
}

for (const [columns, subjects] of [
  [['Field', 'Data type'], ['fields']],
  [['字段名称', '类型'], ['fields']],
  [['Key', 'Default value'], ['fields']],
  [['Sub-system', 'What it does'], []],
  [['Subsystem', 'What it does'], ['components']],
  [['Building block', 'Responsibilities'], ['components']],
  [['Party', 'Duties'], []],
  [['Endpoint', 'Returns'], ['interfaces']],
  [['Failure scenario', 'Mitigation'], ['failures']],
  [['Item', '$ a month'], ['costs']],
  [['Item', 'Monthly cost'], ['costs']],
  [['Name', 'Team'], []],
] as const)
  test(`a table of ${columns.join(', ')} lists ${subjects.join(' and ') || 'nothing that is known'}`, () => {
    assert.deepEqual(subjectsOf(...columns), subjects)
  })
