import type { RuleHost } from '../src/core/lint/rule.ts'

type Verdict = ReturnType<RuleHost['checkDiagram']>

/** Checks diagrams with the real parsers outside an editor. They load with the first diagram; verdicts are cached. */
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
  // Imported by URL, since it belongs to the tests. It has to come first: mermaid needs a DOM as soon as it is loaded.
  await import(new URL('../test/diagrams/quickMermaid.ts', import.meta.url).href)
  const { parse } = await import('../src/diagrams/mermaid.ts')
  return parse(source)
}
