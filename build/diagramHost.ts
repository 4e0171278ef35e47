import type { RuleHost } from '../src/core/lint/rule.ts'

/** The real parsers outside of an editor, loaded when the first diagram is checked. */
export const host: RuleHost = {
  async checkDiagram(engine, source) {
    if (engine === 'plantuml') return (await import('../src/diagrams/plantuml.ts')).parse(source)
    if (engine !== 'mermaid') return []
    // By its address, for it belongs to the tests: mermaid wants a DOM from its first line on.
    await import(new URL('../test/diagrams/noDom.ts', import.meta.url).href)
    const { parse } = await import('../src/diagrams/mermaid.ts')
    return parse(source)
  },
}
