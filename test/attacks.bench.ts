import { performance } from 'node:perf_hooks'
import { createDocument } from '../src/core/document/document.ts'
import { createLinter } from '../src/core/lint/lint.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import type { DocumentType } from '../src/core/template/documentType.ts'
import { rules } from '../src/generated/rules.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { reviewDocument } from '../src/review/documentReview.ts'
import { type Attack, attacks } from './util/attacks.ts'

/** What an attack cost, in milliseconds. */
interface Cost {
  readonly longest: number
  readonly total: number
  /** Where the longest step was. */
  readonly where: string
  readonly isRefused: boolean
}

/** Read, lint and review a text as the editor does, and time what lies between two rests. */
async function measure({ text }: Attack, size: number, types: readonly DocumentType[]): Promise<Cost> {
  let longest = 0
  let total = 0
  let where = ''
  let start = performance.now()
  const rest = (part: string) => {
    const spent = performance.now() - start
    total += spent
    if (spent > longest) where = part
    longest = Math.max(longest, spent)
    start = performance.now()
  }
  const steps = createParser().steps(text(size))
  start = performance.now()
  for (;;) {
    const step = steps.next()
    rest('parser')
    if (!step.done) continue
    const document = createDocument(step.value, syntaxes)
    rest('model')
    if (document.isTooDense) return { longest, total, where, isRefused: true }
    const linter = createLinter({ rules, types, host: { checkDiagram: async () => [] } })
    const lint = linter.steps(document, 'docs/a.md')
    for (;;) {
      const judged = await lint.next()
      rest('rules')
      if (!judged.done) continue
      const { type, messages } = judged.value
      if (type) JSON.stringify(reviewDocument(document, type, messages))
      rest('review')
      return { longest, total, where, isRefused: false }
    }
  }
}

/** What hostile documents of 200,000 UTF-16 units cost: the longest time without a rest, and all. */
export async function benchAttacks(types: readonly DocumentType[]): Promise<void> {
  const rows: (Cost & { readonly name: string })[] = []
  for (const attack of attacks) rows.push({ name: attack.name, ...(await measure(attack, 200_000, types)) })
  console.log(`\nHostile documents of 200,000 characters (ms), the dearest 25 of ${rows.length}\n`)
  console.log('| made of | longest step | in | in all | refused |\n|---|--:|---|--:|---|')
  for (const { name, longest, total, where, isRefused } of rows.toSorted((a, b) => b.longest - a.longest).slice(0, 25))
    console.log(`| ${name} | ${longest.toFixed(0)} | ${where} | ${total.toFixed(0)} | ${isRefused ? 'yes' : ''} |`)
  console.log(`\nThe dearest in all: ${Math.max(...rows.map(({ total }) => total)).toFixed(0)} ms`)
}
