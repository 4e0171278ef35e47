import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { ChecklistId } from '../../src/checklist/index.ts'
import { review } from './review.ts'

/** A short design with the given sentence, which otherwise says nothing about any of the five aspects. */
const around = (sentence: string, heading = 'What was chosen'): readonly string[] => [
  '# Allotment Planner',
  '',
  'Gardeners of the club choose a bed in spring, and the planner tells them what to sow in it and what to plant beside it.',
  '',
  '## Parts',
  '',
  '- **Pages** show the beds of the garden and the plants of the year.',
  '- **Plant book** knows which plants are good for each other and when each of them is sown.',
  '',
  `## ${heading}`,
  '',
  'The plant book is a file that is read at the start, for its contents are the same from one spring to the next.',
  '',
  sentence,
  '',
  'The order of the beds is the one in which they stand in the garden, and each of them has a number and the name of its gardener.',
]

/** Sentences that the model was not trained on. */
const sentences: Readonly<
  Partial<Record<ChecklistId, { readonly says: readonly string[]; readonly seems: readonly string[] }>>
> = {
  'cost-estimate': {
    says: [
      'The weather data comes to 64 euros a month, whatever we ask for.',
      'A gardener who knows Python needs about three weekends for the import.',
      'Pictures of the beds take up 40 GB a year on the rented disk.',
    ],
    seems: [
      'The price of the seeds is shown next to the picture of the plant.',
      'The path between two beds has a cost that grows with the number of steps.',
    ],
  },
  security: {
    says: [
      'A gardener sees the address of a neighbour only after the neighbour has agreed.',
      'Each page asks for the password again after an hour.',
      'The backup disk is encrypted, and its key lies with the treasurer.',
    ],
    seems: [
      'The certificate of the best gardener is printed on green paper.',
      'The login page gets a picture of the garden.',
      'Security is very important to the club.',
    ],
  },
  monitoring: {
    says: [
      'If the nightly import has not run by six, the webmaster gets a text message.',
      'Grafana draws how many pages were served and how long each took.',
      'Failed reminders are counted, and more than ten a day turn the lamp on the status page red.',
      'Each job logs when it began, how many beds it read and why it ended.',
    ],
    seems: [
      'The alarm for watering rings on the phone of the gardener.',
      'The monitor in the club house has 32 inches.',
      'Monitoring will be dealt with in a separate document.',
    ],
  },
  'failure-modes': {
    says: [
      'If the weather service does not answer within two seconds, yesterday’s forecast is used.',
      'A reminder that cannot be sent is tried again every hour for a day, and then the gardener sees it on the page.',
      'When two gardeners save the same bed, the second one is shown both versions and decides.',
      'After a power cut the planner starts again from the last saved file.',
    ],
    seems: ['Crash reports are collected by Sentry.', 'The planner should be resilient.'],
  },
  scaling: {
    says: [
      'On the first day of spring a hundred times as many gardeners come as on any other, so two more servers are started.',
      'One file is enough for 300 beds; with more than 5,000 it would be split by garden.',
      'The server keeps nothing between two requests, so that more of them can be added at any time.',
    ],
    seems: [
      'The scale of the map is 1:500.',
      'The growth of the plants is shown as a row of pictures.',
      'The planner should be scalable.',
    ],
  },
}

for (const [id, { says, seems }] of Object.entries(sentences) as [
  ChecklistId,
  NonNullable<(typeof sentences)[ChecklistId]>,
][])
  suite(id, () => {
    test('is missing in the design without an added sentence', () =>
      assert.equal(review(id, ...around('')).status, 'missing'))
    for (const sentence of says)
      test(`covered by: ${sentence}`, () => assert.notEqual(review(id, ...around(sentence)).status, 'missing'))
    for (const sentence of seems)
      test(`not covered by: ${sentence}`, () => assert.equal(review(id, ...around(sentence)).status, 'missing'))
  })

suite('a sentence without a word of the vocabulary', () => {
  const screen = 'We see on a wall screen how many questions an hour come in.'
  const surer = 'A page tells the webmaster how many mails came back each night.'
  const queue = 'Gardeners stand at the gate for an hour on Saturdays in spring.'
  const statusesOf = (sentence: string, headings: readonly string[]) =>
    headings.map((heading) => review('monitoring', ...around(sentence, heading)).status)

  test('has to score higher under a heading about something else', () => {
    const neutral = ['What was chosen', 'Details']
    const others = ['Why', 'Security', 'Data', 'Rollout']
    const all = (status: string, { length }: readonly string[]) => Array<string>(length).fill(status)
    assert.deepEqual(statusesOf(screen, neutral), all('partial', neutral))
    assert.deepEqual(statusesOf(screen, others), all('missing', others))
    assert.deepEqual(statusesOf(surer, others), all('partial', others))
    assert.deepEqual(statusesOf(queue, neutral), all('missing', neutral))
  })
})
