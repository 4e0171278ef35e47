/** Display names of kinds that cannot be derived from the source. */
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

/** The display name of a kind: `sequenceDiagram` becomes `Sequence diagram`. Without a kind, that of the engine. */
export function kindLabel({ kind, engine }: { readonly kind?: string; readonly engine: string }): string {
  const plain = (kind ?? engine).replace(/-(?:v2|beta)$/, '')
  const words = plain.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  )
  return names.get(plain.toLowerCase()) ?? words.charAt(0).toUpperCase() + words.slice(1)
}
