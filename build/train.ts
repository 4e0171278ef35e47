/**
 * `npm run train`: retrains the sentence classifier, after a change to `build/opinion/sentences/`. Writes
 * `src/reading/opinion/weights.ts`. It needs the documents in `../shared/corpus`, and always finds the same weights.
 */

import { tableOf } from './accuracy/files.ts'
import { write } from './files.ts'
import { learn, rarities } from './opinion/learn.ts'
import { coordinateOf, packWeights } from './opinion/pack.ts'
import { readBackground, readSamples, readVectors } from './opinion/samples.ts'

const samples = await readSamples()
const background = await readBackground()
const learned = learn(samples, background, await readVectors(coordinateOf))
await write('src/reading/opinion/weights.ts', packWeights(learned))
console.log(
  `${samples.length} sentences of our own, ${background.foreign.length + background.own.length} of documents\n`,
)
console.log(
  'How many of our own sentences that were not learned from are believed, at one false alarm in so many sentences:\n',
)
console.log(
  tableOf([
    ['kind', 'threshold', ...rarities.map(String)],
    ...learned.kinds.map(({ kind, threshold, recall }) => [
      kind,
      threshold.toFixed(2),
      ...recall.map((share) => share.toFixed(2)),
    ]),
  ]),
)
