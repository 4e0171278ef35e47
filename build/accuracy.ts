/**
 * Measure our judges against labels made by reading: `npm run accuracy [-- --half odd|even]`. The half is for
 * developing on ten documents and seeing by the other ten whether what was learned holds.
 *
 * To measure something else, write a `Measure` in `build/accuracy/` and add it to the list below.
 */
import { parseArgs } from 'node:util'
import { checklistMeasure } from './accuracy/checklist.ts'
import { type Half, type LabelledDocument, readLabelled } from './accuracy/corpus.ts'
import { isRight, type Measure, type Score, score } from './accuracy/measure.ts'

const measures: readonly Measure[] = [checklistMeasure]

const { values } = parseArgs({ options: { half: { type: 'string' } } })
const half = values.half === 'odd' || values.half === 'even' ? (values.half satisfies Half) : undefined
const documents = await readLabelled(half)
if (!documents) console.log('Skipped: there are no labelled documents in ../shared/corpus.')
else {
  const reached = measures.map((measure) => report(measure, documents))
  process.exitCode = reached.every(Boolean) ? 0 : 1
}

/** Print one measure; tells whether its goals are reached. */
function report(measure: Measure, documents: readonly LabelledDocument[]): boolean {
  const comparisons = measure.compare(documents)
  console.log(`\n${measure.title}, ${documents.length} documents\n`)
  for (const name of documents.map((each) => each.name)) {
    for (const each of comparisons.filter(({ document }) => document === name)) {
      if (isRight(each)) continue
      const readers = [...new Set(each.readers)].join(' or ')
      console.log(
        `${name.slice(0, 34).padEnd(35)}${each.item.padEnd(21)}${each.said.padEnd(8)} not ${readers.padEnd(8)} ${each.note}`,
      )
    }
  }
  console.log(`\n${'item'.padEnd(21)}F1 ${measure.positive}  accuracy  falsely ${measure.positive}  falsely not`)
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
  const isReached = all.f1 >= measure.goals.f1 && all.accuracy >= measure.goals.accuracy
  console.log(
    `\nGoals: F1 ${measure.goals.f1}, accuracy ${measure.goals.accuracy}: ${isReached ? 'reached' : 'NOT reached'}`,
  )
  return isReached
}

function line(name: string, { f1, accuracy, falsePositives, falseNegatives }: Score): string {
  const figure = (value: number) => (Number.isNaN(value) ? '   –' : value.toFixed(2))
  return `${name.padEnd(21)}${figure(f1).padEnd(12)}${figure(accuracy).padEnd(10)}${String(falsePositives).padEnd(17)}${falseNegatives}`
}
