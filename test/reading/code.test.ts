import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCode } from '../../src/reading/code/codeKinds.ts'

const read = (value: string, lang = '') => readCode({ type: 'code', lang, value })

describe('readCode', () => {
  for (const [title, code, fields] of [
    ['a table in one line', 'create table parcels (id uuid primary key, weight integer not null, lane text);', 3],
    ['a table in capitals', 'CREATE TABLE parcels (\n  id UUID PRIMARY KEY,\n  weight INTEGER NOT NULL\n);', 2],
    ['a table in small letters', 'create table parcels (\n  id uuid primary key,\n  weight integer not null\n);', 2],
    ['a type in one line', 'type Parcel = { id: string; weight: number; lane?: string }', 3],
    ['a struct in one line', 'struct Point { int x; int y; };', 2],
    ['a record in one line', 'record Parcel(UUID id, int weight) {}', 2],
  ] as const)
    it(`finds one definition and its fields in ${title}`, () => {
      const { definitions, fields: found } = read(code)
      assert.deepEqual({ definitions, found }, { definitions: 1, found: fields })
    })

  it('finds no fields in a sentence or a call', () => {
    assert.equal(read('the table of parcels (see above, or below) is large').fields, 0)
    assert.equal(read('send(parcel, lane)').fields, 0)
  })
})
