import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import rule from '../../src/rules/capacity-arithmetic.ts'
import { lint } from '../util/linting.ts'

const right = `
10k req/s x 2KB = 20MB/s
10,000 requests/second * 2 KB/request = 20 MB/second
500 req/s × 86400 = 43.2M/day
50 GB/day × 365 = 18 TB/year
50 GB/day * 30 days = 1.5 TB
50 GB/day × 1 year = 18 TB
50 GB * 30 = 1.5TB per month
1 GB/s × 8 = 8 Gb/s
1.5M messages/sec x 1KB = 1.5GB/s = 12 Gbps
10 Mbps × 3600 s = 4.5 GB
1000 req/s × 1 hour = 3.6M/hour
1 TB / 100 MB/s = 2.8 hours
1B requests per day ≈ 10k rps
1000 uploads/day = ~1 per minute
10^6 users * 5 KB = 5 GB
500B * 1M = 500MB
$0.10/hour × 24 × 30 = $72/month
500 GB × $0.023/GB-month = $11.50/month
100M requests × $0.20 per million = $20
1 million users * 10% = 100k concurrent
100M DAU * 20 reads = 2 billion reads/day / 86400 = 23k QPS
(100 + 20) * 3 = 360
5 TB/day × 365 × 5 years = 9.1 PB
100 (TB) / 1.07 (bytes/sample) = 9.3×10¹³ samples
99.9% × 99.9% = 99.8%
99.995% × 99.995% = 99.99%
16.000 rows × 2 kB = 32 MB
40 requests per second = 100 million requests per month
500ms + 200ms + 1s = 1.7s
1M × 10 KB × 30 days × 3 replicas = 900 GB
1,200 req/s ÷ 500 req/s = 3 instances
12 + 8 = 20B
4 * (16+8) = ~96B
`

const wrong: Readonly<Record<string, string>> = {
  '500 req/s × 86400 = 43.2M/hour': '1.8M/hour',
  '50 GB/day × 365 = 1.8 TB/year': '18.3 TB/year',
  '1 TB / 100 MB/s ≈ 28 hours': '2.78 hours',
  '1B/day ≈ 116k/s': '11.6k/s',
  '10 million users * 300 bytes = 3 TB': '0.003 TB',
  '100 GB * 3 replicas = 400 GB': '300 GB',
  'QPS = 100M * 10 / 86400 = ~ 1157': '11,574',
  '100M requests × $0.20 per million = $2': '$20',
  '4 requests per second = 100 million requests per month': '10.4 million requests per month',
  '`2 writes/s` \\* 60 = **1200** writes/min': '120 writes/min',
  '(100 + 20) × 3 = 340': '360',
  '10 Gbps NIC = 12.5 GB/s': '1.25 GB/s',
}

/** Lines that do not state that two numbers are equal, or in which something between them is not given as a number. */
const unknown = `
5 servers with 10 disks × 2 TB = 100 TB
Each server has 10 disks x 2 TB = 200 TB
10 disks x 2 TB = 10 TB usable
500M / 86400 ≈ 17,400 req/s at 3x peak
x = max(3, 4) - 1 = 7
10 000 × 5 = 60 000
1,5 × 2 = 8
W + R > N, with N = 3 and W + 1 = 9
10 ms ~ 2 s
1 day = 8 hours
1 server = 32 GB = 8 cores
v1.2.3 - 4 = 5
10-20 × 3 = 100
KEP-10 * 2 = 30
`

const reasons = async (line: string) =>
  (await lint(`# Note: Load\n\n- ${line}\n`, [rule], 'note')).map(
    ({ reason }) => /` is `([^`]*)`, not /.exec(reason)?.[1],
  )

suite('arithmetic in a line', () => {
  for (const line of `${right}${unknown}`.trim().split('\n'))
    test(`is not reported: ${line}`, async () => assert.deepEqual(await reasons(line), []))

  for (const [line, expected] of Object.entries(wrong))
    test(`is corrected: ${line}`, async () => assert.deepEqual(await reasons(line), [expected]))
})

test('a unit at the beginning of the next line counts as part of the result', async () => {
  assert.deepEqual(await reasons('3 * 2048 * 4 = 24\n  KB of memory'), [])
  assert.deepEqual(await reasons('3 * 2048 * 4 = 24\n  users of memory'), ['24,576'])
})
