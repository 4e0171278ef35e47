import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFromWebview } from '../../../src/core/diagrams/protocol.ts'

const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])
const picture = (fields: object) => parseFromWebview({ type: 'picture', order: 3, ...fields })

test('a picture message has an SVG, a PNG, an error, or nothing if it is on the clipboard', () => {
  assert.deepEqual(picture({ svg: '<svg xmlns="x"/>' }), { type: 'picture', order: 3, svg: '<svg xmlns="x"/>' })
  assert.deepEqual(picture({ png }), { type: 'picture', order: 3, png })
  assert.deepEqual(picture({ error: 'No', png }), { type: 'picture', order: 3, error: 'No' })
  assert.deepEqual(picture({}), { type: 'picture', order: 3 })
})

test('a forged or oversized picture becomes an error, and a malformed message is dropped', () => {
  const large = `<svg ${' '.repeat(64 * 1024 * 1024)}`
  for (const forged of [
    { svg: '#!/bin/sh' },
    { svg: large },
    { svg: 5 },
    { png: 'PNG' },
    { png: new Uint8Array(8) },
    { png: { length: 8 } },
  ]) {
    const parsed = picture(forged)
    assert.ok(parsed?.type === 'picture' && parsed.error !== undefined && !parsed.svg && !parsed.png)
  }
  assert.equal(parseFromWebview({ type: 'picture', order: '../3', png }), undefined)
  assert.equal(parseFromWebview({ type: 'write', path: '../../x', png }), undefined)
})

test('readImage identifies an image by the source of its card', () => {
  assert.deepEqual(parseFromWebview({ type: 'readImage', source: 'a.png\n0' }), {
    type: 'readImage',
    source: 'a.png\n0',
  })
  assert.equal(parseFromWebview({ type: 'readImage', source: 5 }), undefined)
})
