/** Measures what the editor waits for while a user writes a diagram, each time after a change to the text. */
import { readKeywords } from '../build/keywords.ts'
import { createDocument } from '../src/core/document/document.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import type { DocumentType } from '../src/core/template/documentType.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { suggestionsAt } from '../src/language/completions.ts'
import { foldsOf } from '../src/language/folds.ts'
import { symbolsOf } from '../src/language/symbols.ts'
import { longDocument } from './util/longDocument.ts'

const rounds = 15

export async function benchLanguage(example: string, type: DocumentType | undefined): Promise<void> {
  const tables = await readKeywords()
  const text = longDocument(example, 3_000)
  const fence = text.indexOf('```mermaid\nflowchart', text.length >> 1)
  const at = text.indexOf('\n```', fence)
  const parser = createParser()
  const times = { parse: [] as number[], complete: [] as number[], symbols: [] as number[], folds: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const typed = `\n  n${round} --> `
    const edited = text.slice(0, at) + typed + text.slice(at)
    const note = async <T>(list: number[], work: () => T): Promise<Awaited<T>> => {
      const before = process.cpuUsage()
      const result = await work()
      const { user, system } = process.cpuUsage(before)
      list.push((user + system) / 1000)
      return result
    }
    const document = await note(times.parse, () => createDocument(parser.parse(edited), syntaxes))
    const options = { syntaxes, tables, typeOf: async () => type }
    await note(times.complete, () => suggestionsAt(document, at + typed.length, options))
    await note(times.symbols, () => symbolsOf(document))
    await note(times.folds, () => foldsOf(document, syntaxes))
  }
  const median = (values: readonly number[]) => (values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0).toFixed(1)
  console.log('\nIn a fence, in 3,000 lines, after a line (ms of CPU, median; first completion in brackets)\n')
  console.log('| parsing | completion | outline | folding |\n|--:|--:|--:|--:|')
  console.log(
    `| ${median(times.parse)} | ${median(times.complete)} (${times.complete[0]?.toFixed(1)}) | ${median(times.symbols)} | ${median(times.folds)} |`,
  )
}
