/** Writes the keys of all examples in the templates and fragments that ship: the linter knows them without reading these. */
import { exampleKeyOf } from '../src/core/template/exampleKey.ts'
import { parseTemplate } from '../src/core/template/template.ts'
import { createVariables } from '../src/core/template/variables.ts'

/** Less is not enough to say that nobody else wrote it. */
const least = { size: 24, words: 4 }

/** The text of `src/core/template/shippedExamples.ts`. */
export function shippedExamples(texts: readonly { readonly name: string; readonly text: string }[]): string {
  const keysIn = (year: number): ReadonlySet<string> => {
    const resolve = createVariables({ now: new Date(year, 0, 1) })
    const nodes = texts.flatMap(({ name, text }) => parseTemplate(text, name, [], { resolve }).document.nodes('code'))
    return new Set(
      nodes
        .map((node) => exampleKeyOf(node))
        .flatMap(({ key, size, words }) => (size >= least.size && words >= least.words ? key : [])),
    )
  }
  // What is written with the day on which it is inserted is another one each time.
  const others = keysIn(2002)
  const keys = [...keysIn(2001)].filter((key) => others.has(key))
  const lines = keys.sort().map((key) => `  '${key}',\n`)
  return `/** Lists the examples in the templates and fragments that ship; written by build/shippedExamples.ts. */\n\n/** The keys of their examples, as \`exampleKeyOf\` gives them. */\nexport const shippedExamples: ReadonlySet<string> = new Set([\n${lines.join('')}])\n`
}
