import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createDocument } from '../src/core/document/document.ts'
import { createLinter } from '../src/core/lint/lint.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import type { DocumentType } from '../src/core/template/documentType.ts'
import { rules } from '../src/generated/rules.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { reviewDocument } from '../src/review/documentReview.ts'
import { attacks } from './util/attacks.ts'

/** The cost of an attack, in milliseconds of CPU time of this thread: without other processes, but with the GC. */
interface Cost {
  readonly longest: number
  /** The longest step in elapsed time, which may be another one. */
  readonly longestOnWall: number
  readonly total: number
  /** The part to which the step that took most CPU time belongs. */
  readonly where: string
  readonly isRefused: boolean
}

const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Reads, lints and reviews a text as the editor does, and measures the time between two pauses. */
async function measure(text: string, types: readonly DocumentType[]): Promise<Cost> {
  let [longest, longestOnWall, total, where] = [0, 0, 0, '']
  let [start, startOnWall] = [threadTime(), performance.now()]
  const rest = (part: string) => {
    const spent = threadTime() - start
    total += spent
    if (spent > longest) where = part
    longest = Math.max(longest, spent)
    longestOnWall = Math.max(longestOnWall, performance.now() - startOnWall)
    ;[start, startOnWall] = [threadTime(), performance.now()]
  }
  const steps = createParser().steps(text)
  for (;;) {
    const step = steps.next()
    rest('parser')
    if (!step.done) continue
    const document = createDocument(step.value, syntaxes)
    rest('model')
    if (document.isTooDense) return { longest, longestOnWall, total, where, isRefused: true }
    const linter = createLinter({ rules, types, host: { checkDiagram: async () => [] } })
    const lint = linter.steps(document, 'docs/a.md')
    for (;;) {
      const judged = await lint.next()
      rest('rules')
      if (!judged.done) continue
      const { type, messages } = judged.value
      if (type) JSON.stringify(reviewDocument(document, type, messages))
      rest('review')
      return { longest, longestOnWall, total, where, isRefused: false }
    }
  }
}

/** Prints what hostile documents of `size` UTF-16 units cost: the longest time without a pause, and the total. */
export async function benchAttacks(types: readonly DocumentType[], size = 200_000): Promise<void> {
  const rows: (Cost & { readonly name: string })[] = []
  for (const attack of attacks) {
    // Otherwise a text would pay for the garbage of the previous ones.
    collectGarbage()
    rows.push({ name: attack.name, ...(await measure(attack.text(size), types)) })
  }
  console.log(`\nHostile documents of ${size} characters (ms of CPU), the dearest 25 of ${rows.length}\n`)
  console.log('| made of | longest step | in | longest by the clock | in all | refused |\n|---|--:|---|--:|--:|---|')
  for (const { name, longest, longestOnWall, total, where, isRefused } of rows
    .toSorted((a, b) => b.longest - a.longest)
    .slice(0, 25))
    console.log(
      `| ${name} | ${longest.toFixed(0)} | ${where} | ${longestOnWall.toFixed(0)} | ${total.toFixed(0)} | ${isRefused ? 'yes' : ''} |`,
    )
  console.log(`\nThe dearest in all: ${Math.max(...rows.map(({ total }) => total)).toFixed(0)} ms`)
}
