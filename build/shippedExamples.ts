/** Writes the keys of all examples in the built-in templates and fragments, so that the linter need not read those. */
import { exampleKeyOf } from '../src/core/template/exampleKey.ts'
import type { ResolveVariable } from '../src/core/template/snippet.ts'
import { parseTemplate } from '../src/core/template/template.ts'
import { createVariables } from '../src/core/template/variables.ts'

interface TemplateText {
  readonly name: string
  readonly text: string
}

/** In letters and distinct words. A shorter example could also have been written by somebody else. */
const least = { size: 24, words: 4 }

/** The text of `src/core/template/shippedExamples.ts`. */
export function shippedExamples(texts: readonly TemplateText[]): string {
  const lines = [...new Set(texts.flatMap((text) => keysOf(text)))].sort().map((key) => `  '${key}',\n`)
  return `/** Lists the examples in the built-in templates and fragments. Written by build/shippedExamples.ts. */\n\n/** The keys of the examples, as returned by \`exampleKeyOf\`. */\nexport const shippedExamples: ReadonlySet<string> = new Set([\n${lines.join('')}])\n`
}

function keysOf({ name, text }: TemplateText): readonly string[] {
  let asksForDate = false
  const keysIn = (year: number): readonly string[] => {
    const variables = createVariables({ now: new Date(year, 0, 1) })
    const resolve: ResolveVariable = (name) => {
      asksForDate ||= name.startsWith('CURRENT_')
      return variables(name)
    }
    return parseTemplate(text, name, [], { resolve })
      .document.nodes('code')
      .map((node) => exampleKeyOf(node))
      .flatMap(({ key, size, words }) => (size >= least.size && words >= least.words ? key : []))
  }
  const keys = keysIn(2001)
  if (!asksForDate) return keys
  // An example that contains the date of insertion is different each time, so its key is left out.
  const others = new Set(keysIn(2002))
  return keys.filter((key) => others.has(key))
}
