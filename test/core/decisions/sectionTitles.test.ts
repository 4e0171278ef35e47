import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { titlesElsewhere } from '../../../src/core/decisions/sectionTitles.ts'
import { lint } from '../../util/linting.ts'

suite('titles of decision records in other languages', () => {
  test('stand for an English title, and for no other', () => {
    assert.ok(titlesElsewhere('considered options').includes('options envisagées'))
    assert.ok(titlesElsewhere('trade offs').includes('トレードオフ'))
    assert.deepEqual(titlesElsewhere('components'), [])
  })

  const records = {
    French: ['Contexte', 'Options envisagées', 'Décision', 'Conséquences', 'Positives', 'Négatives', 'Compromis'],
    Russian: ['Контекст', 'Рассмотренные варианты', 'Решение', 'Последствия', 'Плюсы', 'Минусы', 'Компромиссы'],
    Japanese: ['コンテキスト', '検討した選択肢', '決定', '結果', '良い点', '悪い点', 'トレードオフ'],
  }
  for (const [language, titles] of Object.entries(records))
    test(`a record in ${language} lacks only what it does not have`, async () => {
      const sections = titles.map((title, index) => `##${index > 3 ? '#' : ''} ${title}\n\nPostgreSQL.\n`).join('\n')
      const messages = await lint(
        `# PostgreSQL\n\n- **Status:** Accepted\n- **Date:** 2026-03-09\n\n${sections}`,
        undefined,
        'adr',
      )
      assert.deepEqual(
        messages
          .filter(({ ruleId }) => ruleId === 'required-section')
          .map(({ reason }) => /No section `(.*?)`/.exec(reason)?.[1]),
        ['Validation'],
      )
    })
})
