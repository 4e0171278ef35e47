/**
 * Measures the checklist on German and Chinese designs. Their authors judged them before anybody ran the judges. Those
 * with an odd number are half `a`, the others half `b`.
 */
import { readFile } from 'node:fs/promises'
import { checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import { createDocument } from '../../src/core/document/document.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { type HashHalf, tableOf } from './files.ts'

/** This share of the judgements has to be right of three, and at most this share may be `missing` instead of `met`. */
const goal = { right: 0.75, lost: 0.03 }

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>

interface Judged {
  readonly item: string
  readonly said: string
  readonly label: string | undefined
}

export async function reportLanguages(_corpus: URL, half: HashHalf | undefined): Promise<boolean> {
  const reached: boolean[] = []
  for (const [folder, language] of [
    ['de', 'German'],
    ['zh', 'Chinese'],
  ] as const) {
    const judged = await judgedIn(new URL(`designs/${folder}/`, import.meta.url), half)
    const rows = [...checklistIds, 'all'].map((item) => {
      const own = judged.filter((each) => item === 'all' || each.item === item)
      return [item, shareOf(own, isRight), String(own.filter(isLost).length), String(own.filter(isInvented).length)]
    })
    console.log(`\nChecklist of ${language} designs, ${judged.length / checklistIds.length} documents\n`)
    console.log(tableOf([['item', 'right of three', 'missing, not met', 'met, not missing'], ...rows]))
    const isReached =
      judged.filter(isRight).length >= goal.right * judged.length &&
      judged.filter(isLost).length <= goal.lost * judged.length
    console.log(
      `Goal: ${goal.right} right, ${goal.lost} missing instead of met: ${isReached ? 'reached' : 'NOT reached'}`,
    )
    reached.push(isReached)
  }
  return reached.every(Boolean)
}

async function judgedIn(folder: URL, half: HashHalf | undefined): Promise<readonly Judged[]> {
  const labels: Labels = JSON.parse(await readFile(new URL('labels.json', folder), 'utf8'))
  const judged: Judged[] = []
  for (const [name, own] of Object.entries(labels)) {
    const isOdd = Number(/\d+/.exec(name)?.[0]) % 2 === 1
    if (half !== undefined && isOdd !== (half === 'a')) continue
    const text = await readFile(new URL(name, folder), 'utf8')
    const document = createDocument(createParser().parse(text), syntaxes)
    for (const { id, status } of reviewChecklist(document)) judged.push({ item: id, said: status, label: own[id] })
  }
  return judged
}

const isRight = ({ said, label }: Judged): boolean => said === label
const isLost = ({ said, label }: Judged): boolean => said === 'missing' && label === 'met'
const isInvented = ({ said, label }: Judged): boolean => said === 'met' && label === 'missing'

const shareOf = (judged: readonly Judged[], passes: (each: Judged) => boolean): string =>
  (judged.filter(passes).length / judged.length).toFixed(2)
