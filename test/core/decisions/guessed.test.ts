import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { rules } from '../../../src/generated/rules.ts'
import { lint, types } from '../../util/linting.ts'

const decisionRules = rules.filter(({ category, id }) => category === 'decision' || id === 'allowed-choice')
const found = async (text: string, path: string): Promise<readonly string[]> =>
  (await lint(text, decisionRules, undefined, path)).map(({ ruleId }) => ruleId)

/** Records by teams that never saw one of our templates, each recognised by its folder. */
const records: Readonly<Record<string, string>> = {
  'no status and no date':
    '# Green tea at noon\n\n## Context\n\nThe crew asks for it.\n\n## Decision\n\nThe kitchen makes green tea at noon.\n\n## Consequences\n\nSomebody has to boil water at eleven.\n',
  'a word of the house':
    '# 12. Green tea\n\n## Status\n\nParked\n\n## Context\n\nThe crew asks for it.\n\n## Decision\n\nGreen tea.\n\n## Consequences\n\nOne more pot to clean.\n',
  'one alternative, told by its faults':
    '# 12. Green tea\n\nDate: 2026-02-03\n\n## Status\n\nLive\n\n## Context\n\nThe crew asks.\n\n## Decision\n\nGreen tea.\n\n## Alternatives\n\n### Black tea\n\nCons: too strong at noon.\n\n## Consequences\n\nOne more pot to clean.\n',
  'options without a fixed form':
    '# Green tea\n\n## Context and Problem Statement\n\nThe crew asks.\n\n## Considered Options\n\n- Green\n- Black\n\n## Decision Outcome\n\nGreen tea, made by whoever is in first.\n\n## Pros and Cons of the Options\n\n### Green\n\n- Good, because it is light\n\n### Black\n\nStrong, and the crew has plenty of it in the store room.\n',
  'another language':
    '# 12. Herbata\n\n## Kontekst\n\nZałoga prosi o herbatę w południe i wieczorem, a kuchnia jest wtedy pusta.\n\n## Decyzja\n\nHerbata zielona.\n\n## Status\n\nZaakceptowano\n',
}

suite('a record of a guessed type need not follow a template', () => {
  assert.ok(types.some(({ id }) => id === 'adr-nygard'))
  for (const [what, text] of Object.entries(records))
    test(what, async () => assert.deepEqual(await found(text, 'docs/adr/0012-tea.md'), []))
  test('but what is wrong in it is reported', async () => {
    const wrong =
      '# 13. Green tea\n\nDate: 2026-02-31\n\n## Status\n\nSuperseded\n\n## Context\n\nThe crew asks for it.\n\n## Decision\n\nGreen tea.\n\n## Consequences\n\nThe crew is awake and the kitchen is warm all afternoon.\n'
    assert.deepEqual((await found(wrong, 'docs/adr/0012-tea.md')).toSorted(), [
      'adr-consequences',
      'adr-date',
      'adr-number',
      'adr-status',
    ])
  })
})
