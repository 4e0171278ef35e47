import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits, combineFixes } from '../../src/core/lint/edits.ts'
import rule from '../../src/rules/box-art-alignment.ts'
import { lint } from '../util/linting.ts'

const design = (art: string, language = '') => `# System Design: Berths\n\n\`\`\`${language}\n${art}\n\`\`\`\n`

async function mended(art: string, language?: string): Promise<string | undefined> {
  const text = design(art, language)
  const found = await lint(text, [rule], 'system-design')
  const edits = combineFixes(found.flatMap(({ fixes }) => fixes?.[0] ?? []))
  return found.length > 0 ? applyEdits(text, edits).split('\n').slice(3, -2).join('\n') : undefined
}

suite('a misaligned border', () => {
  test('is put back in line in a box of its own', async () => {
    assert.equal(await mended('┌────────┐\n│ Office  │\n└────────┘'), '┌────────┐\n│ Office │\n└────────┘')
    assert.equal(
      await mended('+--------+\n| Office|\n| one   |\n+--------+', 'text'),
      '+--------+\n| Office |\n| one    |\n+--------+',
    )
  })
  test('is put back in line together with the arrow and the box to its right', async () => {
    assert.equal(
      await mended(
        '+--------+     +--------+\n| Office|---->| Board  |\n| one   |     | two    |\n+--------+     +--------+',
      ),
      '+--------+     +--------+\n| Office |---->| Board  |\n| one    |     | two    |\n+--------+     +--------+',
    )
  })
  for (const [what, art, language] of [
    ['a box in line', '+--------+\n| Office |\n+--------+', ''],
    ['output in another language', '┌────────┐\n│ Office  │\n└────────┘', 'bash'],
    ['a table of a shell', '+-------+\n| count |\n+-------+\n|    12 |\n+-------+', ''],
  ] as const)
    test(`is not reported in ${what}`, async () => assert.equal(await mended(art, language), undefined))
})
