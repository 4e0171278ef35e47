import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import noPlaceholder from '../../src/rules/no-placeholder.ts'
import { lint } from '../util/linting.ts'

/** What `no-placeholder` reports in a note with a text as its context. */
const placesIn = async (text: string, head = ''): Promise<readonly string[]> => {
  const whole = `${head}# Note: Use a queue\n\n## Context\n\n${text}\n`
  return (await lint(whole, [noPlaceholder], 'note')).map(({ start, end }) => whole.slice(start, end))
}
const table = (head: string, ...rows: readonly string[]) =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n')

suite('no-placeholder: texts that stand for one still to be written', () => {
  const texts = [
    ['Folgt noch.', 'Folgt noch.'],
    ['_Dieser Abschnitt wird noch ergänzt._', 'Dieser Abschnitt wird noch ergänzt.'],
    ['(Inhalt folgt)', '(Inhalt folgt)'],
    ['Noch offen.', 'Noch offen.'],
    ['待定', '待定'],
    ['Status codes: to be defined', 'to be defined'],
    ['状态流转图：待补充', '待补充'],
    ['Stand der Technik: folgt noch', 'folgt noch'],
    ['* Noch zu ergänzen', 'Noch zu ergänzen'],
    ['1. Muss noch geklärt werden.', 'Muss noch geklärt werden.'],
    ['> Bitte hier ergänzen', 'Bitte hier ergänzen'],
    ['- **Betreiber:** t.b.d.', 't.b.d.'],
    ['**Betreiber**: wird noch festgelegt', 'wird noch festgelegt'],
    ['Betreiber: der Handel  \nKosten: noch offen  \nOrt: Halle 2', 'noch offen'],
    [table('Posten | Betrag', 'Platte | 5 €', 'CPU | folgt noch'), 'folgt noch'],
    ['待补充。', '待补充。'],
    ['（内容待补充）', '（内容待补充）'],
    ['- 【待完善】', '【待完善】'],
    ['- **负责人：** 待定', '待定'],
    ['负责人：待确认', '待确认'],
    [table('项目 | 值', '磁盘 | 后续补充'), '后续补充'],
    ['To be defined.', 'To be defined.'],
    ['Timeout: not yet specified', 'not yet specified'],
  ] as const
  for (const [text, found] of texts) test(text, async () => assert.deepEqual(await placesIn(text), [found]))
  test('front matter', async () =>
    assert.deepEqual(await placesIn('Peaks.', '---\nowner: noch offen\ndeputy: "待定"\nstatus: 待定\n---\n'), [
      'noch offen',
      '待定',
    ]))
})

suite('no-placeholder: the same words, saying something', () => {
  const texts = [
    'Die Frage ist noch offen, weil niemand gefragt wurde.',
    '- Noch offen ist, wer zahlt.',
    '- Wer zahlt? Noch offen.',
    'Die Rechnung folgt noch.',
    'Die Bestellung wird noch geprüft.',
    'Noch offen:\n\n- Wer zahlt?',
    '**Noch offen**\n\n- Wer zahlt?',
    '- Status: noch offen\n- Auftragsstatus: noch offen\n- **Antwort:** noch offen',
    table('Ticket | Bearbeitungsstand', 'A-1 | folgt noch'),
    table('Wert | Bedeutung', '1 | Noch offen', '2 | Bezahlt'),
    table('Begriff | Bedeutung', 'Platzhalter | Wird beim Rendern ersetzt'),
    table('Kante | Von | Nach', 'folgt | Nutzer | Nutzer'),
    table('步骤 | 动作', '1 | 占位', '2 | 支付'),
    table('枚举值 | 含义', '0 | 待确定', '1 | 已确定'),
    'Zustände:\n\n- noch offen\n- bezahlt',
    '错误信息：请填写',
    'Button: Bitte ausfüllen',
    'Wie lange eine Bestellung warten darf, ist\nnoch offen',
    table('Frage | Status', 'Wer zahlt? | noch offen'),
    table('Feld | Wert', 'Stand | noch offen'),
    '- 暂无\n- 无\n- 不涉及',
    '- 待支付\n- 待确认\n- 已完成',
    '- 状态：待定',
    '待定问题由架构组处理。',
    table('问题 | 结论', '谁付款 | 待定'),
    'Orders to be defined later are kept.',
    '- Timeout: not specified\n- _Not specified_',
  ]
  for (const text of texts) test(text, async () => assert.deepEqual(await placesIn(text), []))
})

suite('no-placeholder: marks in tables', () => {
  test('each place of a table is reported', async () =>
    assert.deepEqual(
      await placesIn(
        table('Item | Price | Owner', 'Disk | TBD | TODO', 'CPU | $7 | [Name]', 'Net | folgt noch | Olga'),
      ),
      ['TBD', 'TODO', '[Name]', 'folgt noch'],
    ))
  test('the state of a ticket is not a mark', async () => {
    assert.deepEqual(await placesIn(table('Ticket | Status', 'SHOP-12 | TODO', 'SHOP-13 | DONE')), [])
    assert.deepEqual(await placesIn(table('Question | Answer', 'Which queue? | TODO')), ['TODO'])
    assert.deepEqual(await placesIn(table('State | Meaning', '**TODO** | Nobody works on it', 'DONE | Sold')), [])
    assert.deepEqual(await placesIn(table('Ticket | Status | Owner', 'SHOP-12 | TBD | TODO')), ['TBD', 'TODO'])
  })
  test('a legend explains its marks', async () => {
    assert.deepEqual(await placesIn(table('Abbreviation | Meaning', 'TBD | track before detect')), [])
    assert.deepEqual(await placesIn(table('Platzhalter | Inhalt', '[Name] | Name des Kunden')), [])
    assert.deepEqual(await placesIn(table('Abbreviation | Meaning', 'TBD | [What it means]')), [
      'TBD',
      '[What it means]',
    ])
    assert.deepEqual(await placesIn(table('Abbreviation | Meaning', 'NVR | TBD')), ['TBD'])
  })
})
