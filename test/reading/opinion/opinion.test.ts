import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { kinds } from '../../../build/opinion/learn.ts'
import { featuresOf } from '../../../src/reading/opinion/features.ts'
import { loadModel, signOf, signs } from '../../../src/reading/opinion/model.ts'
import { explain, scoresOfSentence } from '../../../src/reading/opinion/score.ts'
import { sentencesIn } from '../../../src/reading/opinion/sentences.ts'
import { stemOf, tokensOf } from '../../../src/reading/opinion/tokens.ts'
import { packed } from '../../../src/reading/opinion/weights.ts'
import { scanText } from '../../../src/reading/prose/scan.ts'

type Kind = (typeof packed.kinds)[number]

/** Sentences that the model was not trained on. */
const pairs: Readonly<Partial<Record<Kind, readonly [says: string, seems: string]>>> = {
  spof: [
    'The toll plaza has one server in a cupboard, and without it no barrier opens.',
    'The toll plaza has one entrance for lorries and two for cars.',
  ],
  'skill-gap': [
    'Nobody at the port authority has ever administered such a cluster, and the only colleague who did has left.',
    'Nobody at the port authority reads the letters of others.',
  ],
  'big-design-up-front': [
    'The port gets nothing before all nine modules are complete, and then everything is switched on in one night.',
    'The crane is switched off at night.',
  ],
  'distributed-monolith': [
    'The tour, fee and label services have the same version and are only ever deployed together.',
    'The labels are printed together with the list of the tour.',
  ],
  'god-component': [
    'DepotManager plans tours, prints labels, calculates fees, sends mails, keeps the stock and bills the customer.',
    'The depot manager is on holiday in August, and her deputy signs the letters.',
  ],
  'premature-microservices': [
    'Two students build the prototype as eleven microservices on Kubernetes, for about forty users.',
    'Eleven trains a day stop at the station of the small town.',
  ],
  cost: [
    'The cluster costs about 900 euros a month, most of it for storage.',
    'The price of a ticket is shown on the page.',
  ],
  scaling: [
    'At ten times the load we add workers and shard the table by tenant.',
    'The image is scaled to the width of the page.',
  ],
  security: [
    'Passwords are hashed, all traffic is encrypted with TLS, and tokens are rotated every hour.',
    'The token of the lexer holds its kind and its text.',
  ],
  monitoring: [
    'The number of waiting orders is exported every minute, and above 500 the person on duty is paged.',
    'The customer sees on a page when the parcel will arrive.',
  ],
  'failure-handling': [
    'If the bank does not answer within five seconds, the payment is tried again and then marked as open.',
    'If the reader is older than sixty, the ticket is cheaper.',
  ],
}

const scoreOf = (sentence: string, kind: Kind) =>
  scoresOfSentence(sentence, scanText(sentence).hits)[packed.kinds.indexOf(kind)] ?? Number.NaN

/** The least difference between the scores of the two sentences. */
const leastMargin = 1

for (const [kind, [says, seems]] of Object.entries(pairs) as [Kind, readonly [string, string]][])
  test(`${kind}: a sentence that says it scores far above one that only shares its words`, () => {
    const margin = scoreOf(says, kind) - scoreOf(seems, kind)
    assert.ok(margin > leastMargin, `${margin}`)
    assert.ok(scoreOf(says, kind) > (packed.threshold[packed.kinds.indexOf(kind)] ?? Number.NaN))
  })

test('the word shares that explain returns add up to the score, together with the bias', () => {
  const sentence = 'Passwords are hashed, and whoever is not signed in gets no token for the invoices of a customer.'
  const column = packed.kinds.indexOf('security')
  const carriers = explain(sentence, 'security', scanText(sentence).hits)
  const sum = carriers.reduce((all, { share }) => all + share, 0) + (packed.bias[column] ?? 0)
  assert.ok(Math.abs(sum - scoreOf(sentence, 'security')) < 1e-4)
  const first = carriers.slice(0, 3).map(({ word }) => word)
  assert.ok(first.includes('Passwords') || first.includes('token'), first.join())
  for (const { word, start, end } of carriers) assert.equal(sentence.slice(start, end), word)
})

test('a score is the sum of its feature weights, divided by the size, plus the bias', () => {
  const sentences = [
    ...Object.values(pairs).flat(),
    'The proxy, the cache, the queue, the store and the proxy are not in the cache but in the store of the proxy.',
    'No no no, 10:1 and 10:1 are not it.',
    'It can’t be OrderService.',
    "We won't alert, we won't scale!",
    '',
  ]
  const { kinds, weights, bias, wordAt, otherAt } = loadModel()
  for (const sentence of sentences) {
    const { hits } = scanText(sentence)
    const { words, others, size } = featuresOf(sentence, hits)
    const places = [...[...words.keys()].map(wordAt), ...[...others.keys()].map(otherAt)]
    const sums = kinds.map((_, kind) =>
      places.reduce((sum: number, at) => sum + (at === undefined ? 0 : (weights[at + kind] ?? 0)), 0),
    )
    assert.deepEqual(
      [...scoresOfSentence(sentence, hits)],
      sums.map((sum, kind) => sum / size + (bias[kind] ?? 0)),
      sentence,
    )
  }
})

test('a vocabulary hit raises the score, and explain names the words of the hit', () => {
  const sentence = 'The gateway sits behind Keycloak in the office.'
  const places = scanText(sentence).hits
  assert.deepEqual(
    places.filter(({ concept }) => concept === 'authn').map(({ start, end }) => sentence.slice(start, end)),
    ['Keycloak'],
  )
  const column = packed.kinds.indexOf('security')
  const score = (known: typeof places) => scoresOfSentence(sentence, known)[column] ?? Number.NaN
  assert.ok(score(places) > score([]) + 0.5)
  assert.equal(explain(sentence, 'security', places)[0]?.word, 'Keycloak')
})

test('the packed weights cover exactly the learned kinds and stay below 400 kB', () => {
  assert.deepEqual(packed.kinds, Object.keys(kinds))
  for (const list of [packed.bias, packed.scale, packed.threshold, packed.rare])
    assert.equal(list.length, packed.kinds.length)
  assert.ok(statSync(new URL('../../../src/reading/opinion/weights.ts', import.meta.url)).size < 400_000)
})

test('signOf packs a weight into the sign of the nearest of 63 steps', () => {
  assert.equal(signs.length, 63)
  assert.deepEqual([-1, 0, 1, 0.25].map(signOf), [0, 31, 62, 47])
})

test('tokensOf splits a sentence into words, figures and marks', () => {
  const words = (sentence: string) => tokensOf(sentence).map(({ word }) => word)
  assert.deepEqual(words("It can't hold 1,000 rows, won't it?"), [
    ...['it', 'ca', 'not', 'hold', '<n>', 'rows', ',', 'will', 'not', 'it', '?'].map((word) =>
      word === 'ca' ? 'can' : word,
    ),
  ])
  assert.deepEqual(words('OrderManager cannot'), ['<camel>', 'order', 'manager', 'can', 'not'])
  assert.deepEqual(words('We’ll see €5'), ['we', 'will', 'see', '€', '<n>'])
})

test('the forms of a word have the same stem', () => {
  for (const [one, ...others] of [
    ['retry', 'retries', 'retried'],
    ['deploy', 'deploys', 'deployed', 'deploying'],
    ['scale', 'scales', 'scaled', 'scaling'],
    ['stop', 'stops', 'stopped', 'stopping'],
  ])
    for (const other of others) assert.equal(stemOf(other), stemOf(one ?? ''))
})

test('sentencesIn cuts at the ends of sentences, not at abbreviations and decimal points', () => {
  const text = 'It costs 1.5 s, e.g. In winter. (Then it is slow.) Why? "Nobody" knows'
  assert.deepEqual(
    sentencesIn(text).map(({ start, end }) => text.slice(start, end)),
    ['It costs 1.5 s, e.g. In winter.', '(Then it is slow.)', 'Why?', '"Nobody" knows'],
  )
})

test('sentencesIn takes linear time on long runs of full stops and spaces', () => {
  const text = 'A. '.repeat(50_000) + '.'.repeat(50_000) + ' '.repeat(50_000)
  assert.ok(sentencesIn(text).length >= 49_999)
})
