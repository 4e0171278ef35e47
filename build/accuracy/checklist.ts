import { checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import type { LabelledDocument } from './corpus.ts'
import type { Comparison, Measure } from './measure.ts'

/** Measures the eleven items of the reviewer's checklist. */
export const checklistMeasure: Measure = {
  title: 'Checklist',
  positive: 'missing',
  goals: { f1: 0.9, accuracy: 0.8 },
  reached: { f1: 0.81, accuracy: 0.79 },
  compare: async (documents) => documents.flatMap(compareDocument),
}

function compareDocument({ name, document, a, b }: LabelledDocument): readonly Comparison[] {
  const items = reviewChecklist(document)
  return checklistIds.map((id, index) => {
    const item = items[index]
    const line = item?.evidence ? document.text.slice(0, item.evidence.start).split('\n').length : undefined
    return {
      document: name,
      item: id,
      said: item?.status ?? 'nothing',
      readers: [a.checklist[id]?.state ?? '', b.checklist[id]?.state ?? ''],
      note: `${line ? `line ${line}: ` : ''}${item?.reason ?? ''}`,
    }
  })
}
