import type { RuleHost } from '../src/core/lint/rule.ts'

type Verdict = ReturnType<RuleHost['checkDiagram']>

/** The real parsers outside of an editor, loaded when the first diagram is checked. They are asked once for each text. */
export const host: RuleHost = {
  checkDiagram(engine, source) {
    const key = `${engine}\n${source}`
    const verdict = verdicts.get(key) ?? check(engine, source)
    verdicts.set(key, verdict)
    return verdict
  },
}

const verdicts = new Map<string, Verdict>()

async function check(engine: string, source: string): Verdict {
  if (engine === 'plantuml') return (await import('../src/diagrams/plantuml.ts')).parse(source)
  if (engine !== 'mermaid') return []
  // By its address, for it belongs to the tests: mermaid wants a DOM from its first line on.
  await import(new URL('../test/diagrams/quickMermaid.ts', import.meta.url).href)
  const { parse } = await import('../src/diagrams/mermaid.ts')
  return parse(source)
}
