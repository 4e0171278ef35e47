import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moneyIn, readCell } from '../../src/reading/figures/amounts.ts'
import { equationsIn } from '../../src/reading/figures/equations.ts'
import { loadOf, teamOf } from '../../src/reading/figures/extent.ts'
import { scanText } from '../../src/reading/prose/scan.ts'
import { documentOf } from '../checklist/review.ts'

test('equations are read in a paragraph of 15,000 characters, but not of 30,000', () => {
  assert.equal(equationsIn('10 x 20 = 300. '.repeat(1_000)).length, 1_000)
  assert.deepEqual(equationsIn('10 x 20 = 300. '.repeat(2_000)), [])
})

test('team size, users and request rate are read as people write them', () => {
  const document = documentOf(
    'A team of three developers serves 2,500 users with 864k requests per day and 40 orders an hour.',
  )
  assert.equal(teamOf(document)?.amount, 3)
  assert.equal(loadOf(document).users?.amount, 2500)
  assert.equal(loadOf(document).rate?.amount, 10)
  assert.equal(loadOf(documentOf('Version 2 of 3 pages.')).users, undefined)
})

test('money in any of the currencies is read before and after its code, and in a column that names one', () => {
  for (const code of ['USD', 'EUR', 'CHF', 'CAD', 'JPY', 'SEK']) {
    const [equation] = equationsIn(`100 × ${code} 20 = ${code} 3,000`)
    assert.equal(equation?.stated.currency, code)
    assert.deepEqual(
      moneyIn(`${code} 20, then 30 ${code}`).map(({ currency }) => currency),
      [code, code],
    )
    assert.equal(typeof readCell('3,000', `Monthly (${code})`), 'object', code)
  }
  assert.equal(equationsIn('100 × US$20 = US$3,000')[0]?.stated.currency, 'USD')
})

test('a number at the start of a text does not take its currency from the end', () => {
  for (const text of ['40 nodes, in EUR.', '3 nodes (USD)', '100 GB. (CHF)'])
    assert.ok(
      scanText(text).quantities.every(({ kind, start }) => kind !== 'money' && start >= 0),
      text,
    )
})

test('a word that is spelled like a code is no money, nor is a code that counts nothing', () => {
  for (const text of [
    'the cad 2 models',
    'Top 3 of 40, all 20',
    'try 3 times',
    'CAD and SEK in 2024',
    'CADR 20',
    'MYCAD 20',
  ])
    assert.deepEqual(moneyIn(text), [], text)
  for (const header of ['cad', 'CAD files', 'Sek', 'SEKs', 'All', 'Tries'])
    assert.equal(readCell('3,000', header), 'nothing', header)
})
