import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { decisionsOf, readOptions } from '../../../src/core/decisions/options.ts'
import chosenOption from '../../../src/rules/chosen-option.ts'
import { lint, readModel } from '../../util/linting.ts'

/** The names of the options; a star marks the chosen one. */
const named = (options: string): string =>
  readOptions(readModel(`# Tea\n\n## Considered Options\n\n${options}\n`))
    .options.map(({ name, isChosen }) => name + (isChosen ? '*' : ''))
    .join(' | ')

suite('options are read', () => {
  const shapes: Readonly<Record<string, string>> = {
    '- Option 1: Green tea\n- Option 2: Black tea: strong\n': 'Green tea | Black tea',
    '- **Option A**: Green tea - light\n- **Option B**: Black tea\n': 'Green tea | Black tea',
    '1. Green tea (chosen)\n2. Black tea\n': 'Green tea* | Black tea',
    '1. **Green tea** (selected): it is light\n2. **Black tea**\n': 'Green tea* | Black tea',
    '1. **Green tea** is light. *Taken.*\n2. **Black tea** is strong. *Dropped.*\n': 'Green tea* | Black tea',
    '1. **Green tea** is light. _Taken_\n2. **Black tea** is strong, as _taken_up says.\n': 'Green tea* | Black tea',
    '- 绿茶（采用）\n- 红茶 (未采用)\n': '绿茶* | 红茶 (未采用)',
    '- 緑茶 (採用)\n- 紅茶（採用しない）\n': '緑茶* | 紅茶（採用しない）',
    '- Зелёный чай (выбрано)\n- Чёрный чай (не выбрано)\n': 'Зелёный чай* | Чёрный чай (не выбрано)',
    '- 녹차【선택】\n- 홍차 (선택 안 함)\n': '녹차* | 홍차 (선택 안 함)',
    '- Is_chosen_by\n- Thé vert (retenu)\n': 'Is_chosen_by | Thé vert*',
    '### Green tea ✅\n\nLight.\n\n### Black tea\n\nStrong.\n': 'Green tea* | Black tea',
    '### Green tea\n\n### Black tea\n\n### Chosen option\n\nGreen tea.\n': 'Green tea | Black tea',
    '### Green tea\n\n### Black tea\n\n### Decision outcome\n\nGreen.\n\n### Decision drivers\n':
      'Green tea | Black tea',
    '### Which leaves?\n\n1. Green\n2. Black\n\n### Which cups?\n\n1. Small\n': '',
    '**Option 1:** Green tea\n\n**Option 2:** Black tea\n\n### Proposed: Green tea\n\nLight.\n': 'Option 1 | Option 2',
    '| Tea | Taste |\n|--|--|\n| Green tea | light |\n| Black tea | strong |\n\n### Recommended: green tea\n\nLight.\n':
      'Green tea | Black tea',
    '### Green tea\n\n### Black tea\n\n### Comparison Summary\n\nBoth are warm.\n': 'Green tea | Black tea',
    'Leaves:\n\n- Green tea\n\nCups:\n\n- Small\n- Large\n': 'Green tea | Small | Large',
    '- Green tea\n\nWhy not:\n\n- It is light\n- It is cold\n': 'Green tea',
    '- Green tea\n- Black tea\n\n### Green tea\n\nLight.\n': 'Green tea | Black tea',
    'We compared:\n\n- Taste\n- Warmth\n\n### Green tea\n\nLight.\n': 'Green tea',
    'Leaves:\n\n- Green tea\n- Black tea\n\nDrivers:\n\n- It is warm\n': 'Green tea | Black tea',
    '- Variante 1: Grüntee\n- Variante 2: Schwarztee\n': 'Grüntee | Schwarztee',
  }
  for (const [text, expected] of Object.entries(shapes))
    test(JSON.stringify(text), () => assert.equal(named(text), expected))
})

test('an option in a table has its whole cell as its place', () => {
  const text =
    '# Tea\n\n## Options\n\n| Tea | Taste |\n|--|--|\n| **Green tea** | mild |\n| [Black](b.md) \\| | strong |\n'
  const places = readOptions(readModel(text)).options.map(({ place }) => text.slice(place.start, place.end))
  assert.deepEqual(places, ['**Green tea**', '[Black](b.md) \\|'])
})

suite('an option in a list has its name as its place, and the rest as its text', () => {
  const items: Readonly<Record<string, readonly [place: string, text: string]>> = {
    '[MongoDB](https://www.mongodb.com)': ['[MongoDB](https://www.mongodb.com)', ''],
    '[MongoDB](https://www.mongodb.com): documents': ['[MongoDB](https://www.mongodb.com)', ': documents'],
    'Use [MongoDB: documents](https://www.mongodb.com)': [
      'Use [MongoDB: documents](https://www.mongodb.com)',
      ': documents](https://www.mongodb.com)',
    ],
    '`MongoDB` *now*: documents': ['`MongoDB` *now*', ': documents'],
    'R&amp;D \\*store\\*: documents': ['R&amp;D \\*store\\*', ': documents'],
    'MongoDB: R&amp;D': ['MongoDB', ': R&amp;D'],
    '**MongoDB**: documents': ['**MongoDB**', ': documents'],
    MongoDB: ['MongoDB', ''],
  }
  for (const [item, [place, said]] of Object.entries(items))
    test(item, () => {
      const text = `# Data\n\n## Options\n\n- ${item}\n- Redis\n`
      const [first] = readOptions(readModel(text)).options
      assert.ok(first)
      assert.deepEqual([text.slice(first.place.start, first.place.end), first.text], [place, said])
    })
})

suite('the chosen option', () => {
  const says = async (options: string, decision: string): Promise<string> => {
    const text = `# Drinks\n\n## Considered Options\n\n${options}\n\n${decision}\n`
    const messages = await lint(text, [chosenOption], 'adr-madr')
    return messages.map(({ reason }) => reason.replace(/:.*| one of.*/, '')).join()
  }
  const list = '1. Green tea from the market\n2. Black tea\n3. Use water.js for all'
  const silent: readonly string[] = [
    '## Decision Outcome\n\nChosen option: For now, we take the black tea.',
    '## Decision Outcome\n\nChosen option: On balance, the crew likes the black tea best.',
    '## Decision Outcome\n\nChosen option: Black tea. The crew likes it.',
    '## Decision Outcome\n\nChosen option: "Option 2: Black tea", because it is strong.',
    '## Decision Outcome\n\nChosen option: **Using water.js for all**.',
    '## Decision Outcome\n\nChosen option: 2',
    '## Decision Outcome\n\nChosen option: Option 3, for it costs nothing',
    '## Decision Outcome\n\n**Chosen option:**\n\nGreen tea from the market',
    '## Decision\n\nWe go with the second option.',
    '## Decision\n\nWe will do option 1 this year.',
    '## Decision: black tea\n\nThe crew likes it.',
    '## Decision Outcome - Mornings\n\nChosen option: Black tea\n\n## Decision Outcome - Evenings\n\nChosen option: Green tea',
    '## Decision\n\n[What was decided]',
    '## Decision\n',
  ]
  for (const decision of silent)
    test(`is named by ${JSON.stringify(decision)}`, async () => assert.equal(await says(list, decision), ''))
  const grouped: readonly string[] = [
    '### Tea\n\n- Green\n- Black\n\n### Cups\n\n- Small\n',
    '- Tea\n  - Green: it is light\n  - Black\n- Cups\n  - Small\n',
    '- Tea\n  1. Green\n  2. Black\n- Cups\n  1. Small\n',
  ]
  for (const options of grouped)
    test(`is named in a group: ${JSON.stringify(options)}`, async () =>
      assert.equal(await says(options, '## Decision Outcome\n\nChosen option: "Green", because it is light.'), ''))
  const wrong: Readonly<Record<string, string>> = {
    '## Decision\n\nEverybody brings along what they like best.': '`Decision` does not name an option',
    '## Decision\n\nWe go with option 7 for the summer.': '`Decision` does not name an option',
    '## Decision Outcome\n\nChosen option: "Coffee", because it is strong.': '`Coffee` is not',
    '## Decision Outcome\n\nChosen option: Coffee, because it is strong.': '`Coffee` is not',
    '## Decision Outcome\n\nChosen option: Coffee, because black tea is strong.': '`Coffee` is not',
    '## Decision Outcome\n\nChosen option: In-house coffee, because black tea is strong.': '`In-house coffee` is not',
    '## Decision Outcome\n\nChosen option: Blck tea, because it is strong.': '`Blck tea` is not',
  }
  for (const [decision, expected] of Object.entries(wrong))
    test(`is not named by ${JSON.stringify(decision)}`, async () => assert.equal(await says(list, decision), expected))
  test('is not looked for where words are not separated', async () => {
    const text = '# 茶\n\n## 検討した選択肢\n\n- 緑茶\n- 紅茶\n\n## 決定\n\n朝のために、緑茶を採用する。\n'
    assert.deepEqual(await lint(text, [chosenOption], 'adr-madr'), [])
  })
  test('may be marked in the list instead', async () =>
    assert.equal(await says('- Green tea\n- Black tea (chosen)', '## Decision\n\nThe crew likes it.'), ''))
})

suite('options in other languages', () => {
  const namesIn = (text: string) => readOptions(readModel(text)).options.map(({ name }) => name)
  for (const title of ['Betrachtete Optionen', 'Verworfene Alternativen', '考虑过的方案', '替代方案'])
    test(`are read under ${title}`, () => {
      assert.deepEqual(namesIn(`# ADR\n\n## ${title}\n\n- Tee, z. B. grün\n- Kaffee\n`), ['Tee, z. B. grün', 'Kaffee'])
    })

  const elsewhere: Readonly<Record<string, readonly [options: string, decision: string]>> = {
    French: ['Options envisagées', 'Résultat de la décision'],
    Spanish: ['Opciones consideradas', 'Resultado de la decisión'],
    Russian: ['Рассмотренные варианты', 'Принятое решение'],
    Japanese: ['検討した選択肢', '決定内容'],
    Dutch: ['Overwogen opties', 'Besluit'],
  }
  for (const [language, [options, decision]] of Object.entries(elsewhere))
    test(`are read in ${language}, with the choice among them`, () => {
      const model = readModel(`# ADR\n\n## ${options}\n\n- Redis\n- Kafka\n\n## ${decision}: Kafka\n\nKafka.\n`)
      const { options: found, holdsChoice } = readOptions(model)
      assert.deepEqual([found.map(({ name }) => name), holdsChoice], [['Redis', 'Kafka'], true])
      assert.deepEqual(
        decisionsOf(model).map(({ title }) => title),
        [`${decision}: Kafka`],
      )
    })
  for (const title of ['고려한 대안', 'Alternatives envisagées', 'Рассмотренные альтернативы'])
    test(`are read under ${title}, without the choice`, () => {
      const { options, holdsChoice } = readOptions(readModel(`# ADR\n\n## ${title}\n\n- Redis\n- Kafka\n`))
      assert.deepEqual([options.length, holdsChoice], [2, false])
    })
  test('are not read in sections about something else', () => {
    const model = readModel('# ADR\n\n## Options de déploiement\n\n- Redis\n- Kafka\n\n## Décisions à prendre\n\nX.\n')
    assert.deepEqual([readOptions(model).options, decisionsOf(model)], [[], []])
  })

  test('are merged with the sections on their pros and cons', () => {
    const text =
      '# ADR\n\n## Optionen\n\n- Tee\n- Kaffee\n\n## Vor- und Nachteile der Optionen\n\n### Tee\n\nGut.\n\n### Kaffee\n\nStark.\n'
    assert.deepEqual(namesIn(text), ['Tee', 'Kaffee'])
    assert.ok(readOptions(readModel(text)).options.every(({ isDescribed }) => isDescribed))
  })
})
