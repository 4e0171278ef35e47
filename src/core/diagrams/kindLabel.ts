/** Kinds whose name in the source is not what people call them. */
const names = new Map<string, string>(
  Object.entries({
    plantuml: 'PlantUML',
    'box-art': 'Box art',
    graph: 'Flowchart',
    'flowchart-elk': 'Flowchart',
    erdiagram: 'ER diagram',
    gitgraph: 'Git graph',
    xychart: 'XY chart',
  }),
)

/** What a person calls a kind of diagram: `sequenceDiagram` reads `Sequence diagram`. Without a kind, the engine. */
export function kindLabel({ kind, engine }: { readonly kind?: string; readonly engine: string }): string {
  const plain = (kind ?? engine).replace(/-(?:v2|beta)$/, '')
  const words = plain.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  )
  return names.get(plain.toLowerCase()) ?? words.charAt(0).toUpperCase() + words.slice(1)
}
