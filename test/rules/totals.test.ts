import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import rule from '../../src/rules/cost-total.ts'
import { lint } from '../util/linting.ts'

/** Lists of amounts whose total is right, or is not stated to be their sum. */
const silent: Readonly<Record<string, string>> = {
  'a total in the last line of a list': '- S3: $50\n- SQS: $10\n**Total: ~$60/month**',
  'a total as last item': '- S3: $50\n- SQS: $10\n- **Total**: $60',
  'the year in brackets': '- S3: $50/month\n- SQS: $10/month\n\nTotal monthly cost: $60 ($720/year)',
  'a total of a year': '- S3: $50/month\n- SQS: $10/month\n\nTotal per year: $720',
  'a total that includes more': '- S3: $50\n- SQS: $10\n\nTotal with 20% buffer: $72',
  'a total of other things': '- S3: $50\n- SQS: $10\n\nTotal storage: $150',
  'two totals in a line': '- S3: $50\n- SQS: $10\n\nTotal: $60 today, $400 at 10x',
  'an open amount': '- S3: $50\n- SQS: TBD\n\nTotal: $80',
  'a range': '- S3: $50-70\n- SQS: $10\n\nTotal: $80',
  'a discount': '- S3: $50\n- Discount: $10\n\nTotal: $40',
  'a negative amount': '- S3: $50\n- Discount: -$10\n- SQS: $5\n\nTotal: $45',
  'a price per unit': '- S3: $0.02/GB\n- SQS: $10\n- EC2: $20\n\nTotal: $80',
  'thousands with a point': '- Lizenzen: 2.500 €\n- Speicher: 300 €\n\nSumme: 2.800 €',
  'thousands with a point beside smaller amounts':
    '| Position | Kosten |\n|---|---|\n| A | 126.000 € |\n| B | 135 € |\n| C | 420 € |\n| **Summe** | 126.555 € |',
  'thousands with a space': '| Poste | Montant |\n|---|---:|\n| A | 2 380 € |\n| B | 900 € |\n| Total | 3 280 € |',
  'units of Chinese money side by side': '- 服务器：3 万元\n- 存储：2000 元\n- 合计：3.2 万元',
  'counts in Chinese': '| 项目 | 元数据 |\n|---|---|\n| A | 1 |\n| B | 2 |\n| 合计 | 9 |',
  'a name that ends in a digit': '- Tier 2 380 €\n- Tier 3 900 €\n- Total: 1.280 €',
  'thousands with a point behind the sign': '- A: € 1.900,00\n- B: € 850,50\n- Summe: € 2.750,50',
  'a price with three decimals behind the sign': '- A: EUR 1.125\n- B: EUR 1.25\n- Total: EUR 2.38',
  'a price per unit with three decimals': '- Speicher: 0.023 €\n- Leitung: 1 €\n- Summe: 1.02 €',
  'two currencies': '- S3: $50\n- SQS: 10 €\n\nTotal: $80',
  'a once': '- Setup, one-time: $500\n- S3: $50\n- SQS: $10\n\nTotal: $60',
  'rounded parts': '- A: $33\n- B: $33\n- C: $33\n\nTotal: $100',
  thousands: '- A: $1.2k\n- B: $800\n\nTotal: $2k',
  'sub-totals': '- A: $1\n- B: $2\n- Subtotal: $3\n- C: $4\n- D: $5\n- Subtotal: $9\n- Total: $12',
  'parts of parts': '- Compute\n  - A: $30\n  - B: $20\n- Storage: $10\n\nTotal: $60',
  'an amount with parts of its own': '- Compute: $50\n  - A: $30\n  - B: $20\n- Storage: $10\n\nTotal: $60',
  'amounts in other sections': '- A: $30\n- B: $40\n\n## More\n\nTotal: $900',
  'amounts in prose between': '- A: $30\n- B: $40\n\nSupport takes another $30.\n\nTotal: $100',
  'a column of prices': '| Item | Price | Cost |\n|---|---|---|\n| A | $2 | $20 |\n| B | $3 | $60 |\n| Total | | $80 |',
  'a column of something else':
    '| Item | GB | Cost |\n|---|---|---|\n| A | 20 | $20 |\n| B | 60 | $60 |\n| Total | 90 | $80 |',
  'rows of two sub-totals':
    '| Item | Cost |\n|---|---|\n| A | $1 |\n| B | $2 |\n| Total infra | $3 |\n| C | $5 |\n| Grand total | $8 |',
  'a total row for three years': '| Item | Cost |\n|---|---|\n| A | $10 |\n| B | $20 |\n| Total (3 years) | $1,080 |',
  'sub-totals named after their group':
    '| Item | Cost |\n|---|---|\n| A | $1 |\n| B | $2 |\n| Compute subtotal | $3 |\n| C | $4 |\n| Network total | $4 |\n| Total | $7 |',
  'sub-totals in brackets': '- A: $1\n- B: $2\n- Compute (subtotal): $3\n- C: $4\n- Total: $7',
  'sub-totals in other languages': '- A: 1 €\n- B: 2 €\n- Zwischensumme: 3 €\n- C: 4 €\n- Total: 7 €',
  'bold rows that sum up those above':
    '| Item | Cost |\n|---|---|\n| A | $10 |\n| B | $20 |\n| **Compute** | **$30** |\n| C | $4 |\n| D | $5 |\n| **Network** | **$9** |\n| **Total** | **$39** |',
  'rows that head their group':
    '| Item | Cost |\n|---|---|\n| **Compute** | $30 |\n| A | $10 |\n| B | $20 |\n| **Network** | $9 |\n| C | $4 |\n| D | $5 |\n| **Total** | $39 |',
  'a sub-total that is none': '- A: $1\n- B: $2\n- Compute subtotal: $9\n- C: $4\n- Total: $70',
  'lines of code': '```\nA     $30\nB     $40\n---------\nTotal $70\n```',
}

/** Lists with a wrong total, and the expected one. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  'thousands with a point': ['- Lizenzen: 2.500 €\n- Speicher: 300,50 €\n\nSumme: 3.800,00 €', '2.800,50 €'],
  'thousands with a point in a table': [
    '| Posten | Kosten |\n|---|---:|\n| A | 14.800 € |\n| B | 1.380 € |\n| Summe | 26.180 € |',
    '16.180 €',
  ],
  'thousands with a space': [
    '| Poste | Montant |\n|---|---:|\n| A | 2 380 € |\n| B | 900 € |\n| Total | 4 280 € |',
    '3 280 €',
  ],
  'thousands with a point under a heading with the currency': [
    '| Posten | Kosten (EUR) |\n|---|---:|\n| A | 1.900 |\n| B | 850 |\n| Summe | 3.000 |',
    '2.750',
  ],
  'thousands with a point behind the sign': ['- A: € 1.900,00\n- B: € 850,50\n- Summe: € 3.000,00', '€ 2.750,50'],
  'a total without separators': ['- A: 1.900 €\n- B: 850 €\n- Summe: 700 €', '2.750 €'],
  'a total without cents': ['- A: 900,50 €\n- B: 850,20 €\n- Summe: 700 €', '1750,70 €'],
  'tens of thousands of yuan': ['- 服务器：3 万元/月\n- 存储：1.2 万元/月\n- 合计：8 万元/月', '4.2 万元/月'],
  'yuan in a table': ['| 项目 | 费用（元） |\n|---|---:|\n| A | 1450 |\n| B | 960 |\n| 合计 | 4410 |', '2410'],
  'cents behind a comma': ['- A: 12,50 €\n- B: 7,25 €\n- Summe: 18,75 €', '19,75 €'],
  'a total in the last line of a list': ['- S3: $50\n- SQS: $10\n  **Total: ~$90/month**', '$60/month'],
  'a total after a rule': ['- S3: $50\n- SQS: $10\n\n---\n\n**Total: $90**', '$60'],
  'several in euros': ['- A: 1,200 €/mo\n- B: 300 €/mo\n\nTotal: 1,400 €/mo', '1,500 €/mo'],
  'a year and months': ['- A: $1,200/year\n- B: $300/month\n\nTotal: $1,500/month', '$400/month'],
  'lines of a paragraph': ['A: $30\\\nB: $40\\\n**Total: $90**', '$70'],
  'lines of code': ['```text\nA: $30\nB: $40\nTotal: $90\n```', '$70'],
  'a scenario of several': [
    '| Item | 1x | 10x |\n|---|---|---|\n| A | $10 | $90 |\n| B | $20 | $100 |\n| **Total** | $30 | **$200** |',
    '$190',
  ],
  'bare numbers': ['| Item | Cost (USD/month) |\n|---|---|\n| A | 10 |\n| B | 20.50 |\n| Total | 40.50 |', '30.50'],
  'a total of groups, each added once': [
    '| Item | Cost |\n|---|---|\n| A | $10 |\n| B | $20 |\n| **Compute** | **$30** |\n| C | $4 |\n| D | $5 |\n| **Network** | **$9** |\n| **Total** | **$50** |',
    '$39',
  ],
  'a total of which an amount is the sum of two others by chance': ['- A: $5\n- B: $5\n- C: $10\n- Total: $45', '$20'],
  'a total of named groups': ['- A: $1\n- B: $2\n- Compute subtotal: $3\n- C: $4\n- D: $5\n- Grand total: $20', '$12'],
  'a sub-total': ['- A: $1\n- B: $2\n- Subtotal: $7\n- C: $4\n- D: $5\n- Grand total: $12', '$3'],
}

const reasons = async (text: string) =>
  (await lint(`# Note: Costs\n\n## Context\n\n${text}\n`, [rule], 'note')).map(
    ({ reason }) => /add up to `([^`]*)/.exec(reason)?.[1],
  )

suite('totals', () => {
  for (const [name, text] of Object.entries(silent))
    test(`are not reported: ${name}`, async () => assert.deepEqual(await reasons(text), []))
  for (const [name, [text, expected]] of Object.entries(wrong))
    test(`are corrected: ${name}`, async () => assert.deepEqual(await reasons(text), [expected]))
})
