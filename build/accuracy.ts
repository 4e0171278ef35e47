/**
 * Measures our judges against labels that readers assigned, in English, German and Chinese, which documents are
 * recognised, and the results for small inputs, natural designs and single sentences: `npm run accuracy [-- --half a|b] [--only NAME] [--corpus FOLDER]`. One
 * half is for development, the other for checking that the results generalise: `a` and `b` split everything by the hash
 * of the name or sentence (`build/accuracy/files.ts`), `odd` and `even` split only the labelled documents, by their
 * number. The folder given with `--corpus` has to contain the files of the corpus.
 *
 * `--misses` prints the misjudged sentences of half `a`; those of half `b` are never printed.
 *
 * `--hits` regenerates the list of what some rules report in all documents; see `build/accuracy/hits.ts`.
 *
 * To measure something else, write a `Measure` in `build/accuracy/` and add it to the list below.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { reportCases } from './accuracy/cases.ts'
import { checklistMeasure } from './accuracy/checklist.ts'
import { type Half, type LabelledDocument, ours, readLabelled } from './accuracy/corpus.ts'
import { type HashHalf, isInHalf } from './accuracy/files.ts'
import { updateHits } from './accuracy/hits.ts'
import { reportLanguages } from './accuracy/languages.ts'
import { type Figure, figures, isRight, type Measure, type Score, score } from './accuracy/measure.ts'
import { reportNatural } from './accuracy/natural.ts'
import { reportRecognition } from './accuracy/recognition.ts'
import { redFlagMeasure } from './accuracy/redFlags.ts'
import { reportSentences } from './accuracy/sentences.ts'

const measures: readonly Measure[] = [checklistMeasure, redFlagMeasure]

/** Reports that need no labels. */
const reports = {
  recognition: reportRecognition,
  cases: reportCases,
  natural: reportNatural,
  sentences: reportSentences,
  languages: reportLanguages,
}

const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    corpus: { type: 'string' },
    hits: { type: 'boolean' },
    only: { type: 'string' },
    misses: { type: 'boolean' },
  },
})
const { only, misses = false } = values
const half = values.half === 'odd' || values.half === 'even' ? (values.half satisfies Half) : undefined
const hashHalf = values.half === 'a' || values.half === 'b' ? (values.half satisfies HashHalf) : undefined
const corpus = values.corpus === undefined ? undefined : pathToFileURL(`${resolve(values.corpus)}/`)
const labelled = values.hits ? undefined : await readLabelled(half, corpus)
const documents = labelled?.filter(({ name }) => isInHalf(name, hashHalf))
if (values.hits) console.log(await updateHits(corpus))
else if (!documents) console.log('Skipped: there are no labelled documents in ../shared/corpus or the folder given.')
else {
  const reached: boolean[] = []
  if (only === undefined || only === 'labels')
    for (const measure of measures) reached.push(await report(measure, documents))
  for (const [name, reportOn] of Object.entries(reports))
    if (half === undefined && (only === undefined || only === name))
      reached.push(await reportOn(corpus ?? ours, hashHalf, { misses }))
  process.exitCode = reached.every(Boolean) ? 0 : 1
}

/** Prints one measure. Returns whether its goals are reached. */
async function report(measure: Measure, documents: readonly LabelledDocument[]): Promise<boolean> {
  const comparisons = await measure.compare(documents)
  console.log(`\n${measure.title}, ${documents.length} documents\n`)
  for (const name of documents.map((each) => each.name)) {
    for (const each of comparisons.filter(({ document }) => document === name)) {
      if (isRight(each)) continue
      const readers = [...new Set(each.readers)].join(' or ')
      console.log(
        `${name.slice(0, 34).padEnd(35)}${each.item.padEnd(25)}${each.said.padEnd(8)} not ${readers.padEnd(8)} ${each.note}`,
      )
    }
  }
  const columns = figures.map((figure) => figure.padEnd(11)).join('')
  console.log(`\n${'item'.padEnd(25)}${columns}falsely ${measure.positive}  falsely not`)
  for (const item of new Set(comparisons.map((each) => each.item)))
    console.log(
      line(
        item,
        score(
          comparisons.filter((each) => each.item === item),
          measure.positive,
        ),
      ),
    )
  const all = score(comparisons, measure.positive)
  console.log(line('all', all))
  const goals = Object.entries(measure.goals) as [Figure, number][]
  const isReached = goals.every(([figure, least]) => all[figure] >= least)
  const wanted = goals.map(([figure, least]) => `${figure} ${least}`).join(', ')
  console.log(`\nGoals: ${wanted}: ${isReached ? 'reached' : 'NOT reached'}`)
  return isReached
}

function line(name: string, score: Score): string {
  const cells = figures.map((figure) => (Number.isNaN(score[figure]) ? '–' : score[figure].toFixed(2)).padEnd(11))
  return `${name.padEnd(25)}${cells.join('')}${String(score.falsePositives).padEnd(17)}${score.falseNegatives}`
}
