/** Diagrams of each kind with completion, for tests of the suggestions in them. */

import { host } from '../../build/diagramHost.ts'
import { readKeywords } from '../../build/keywords.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { suggestionsAt } from '../../src/language/completions.ts'
import { readModel, types } from '../util/linting.ts'

export const tables = await readKeywords()
const type = types.find(({ id }) => id === 'system-design')

/** The suggestions at `▮` in a text, and the range that they replace; undefined if there are none. */
export async function offered(marked: string) {
  const offset = marked.indexOf('▮')
  const document = readModel(marked.replace('▮', ''))
  return suggestionsAt(document, offset, { syntaxes, tables, typeOf: async () => type })
}

export const insert = (marked: string, text: string): string => marked.replace('▮', () => text)

const diagramIn = (text: string) => readModel(text).diagrams[0]

/** The problems that the engine finds in the only diagram of a text. */
export const problemsIn = (text: string) => {
  const { engine = '', source = '' } = diagramIn(text) ?? {}
  return host.checkDiagram(engine, source)
}

/** The labels of the nodes in the only diagram of a text, sorted. */
export const labelsIn = (text: string): readonly string[] =>
  (diagramIn(text)?.graph?.nodes ?? []).map(({ label }) => label).sort()

/** A design with some components and a diagram. */
export const design = (language: string, source: string): string => `# System Design: Ferries

## Components

### Berth Queue

Gives each ferry a berth.

### Billing

Charges the owners.

### Ticket Office

Sells tickets.

\`\`\`${language}
${source}
\`\`\`
`

/** Diagrams by notation and kind. Each contains a node `office`, and `▮` on a line of its own. */
export const samples: readonly (readonly [language: string, kind: string, source: string, inside?: string])[] = [
  ['mermaid', 'flowchart', 'flowchart LR\n  office[Ticket Office] --> web\n  ▮\n'],
  [
    'mermaid',
    'sequenceDiagram',
    'sequenceDiagram\n  participant office as Ticket Office\n  office->>office: hello\n  ▮\n',
  ],
  ['mermaid', 'classDiagram', 'classDiagram\n  class office["Ticket Office"]\n  ▮\n'],
  ['mermaid', 'stateDiagram', 'stateDiagram-v2\n  state "Ticket Office" as office\n  ▮\n'],
  ['mermaid', 'erDiagram', 'erDiagram\n  office["Ticket Office"]\n  office ||--o{ ticket : has\n  ▮\n'],
  ['mermaid', 'C4Context', 'C4Context\n  System(office, "Ticket Office")\n  ▮\n'],
  ['mermaid', 'C4Container', 'C4Container\n  Container(office, "Ticket Office")\n  ▮\n'],
  ['mermaid', 'C4Component', 'C4Component\n  Component(office, "Ticket Office")\n  ▮\n'],
  ['mermaid', 'C4Dynamic', 'C4Dynamic\n  Container(office, "Ticket Office")\n  ▮\n'],
  ['mermaid', 'C4Deployment', 'C4Deployment\n  Container(office, "Ticket Office")\n  ▮\n'],
  ['mermaid', 'architecture', 'architecture-beta\n  service office(server)[Ticket Office]\n  ▮\n'],
  ['mermaid', 'mindmap', 'mindmap\n  Ferries\n    office[Ticket Office]\n    ▮\n'],
  ['plantuml', 'componentDiagram', '@startuml\ncomponent "Ticket Office" as office\n▮\n@enduml'],
  [
    'plantuml',
    'sequenceDiagram',
    '@startuml\nparticipant "Ticket Office" as office\noffice -> office : hello\n▮\n@enduml',
  ],
  ['plantuml', 'classDiagram', '@startuml\nclass "Ticket Office" as office\n▮\n@enduml'],
  ['plantuml', 'stateDiagram', '@startuml\nstate "Ticket Office" as office\n▮\n@enduml'],
  ['plantuml', 'useCaseDiagram', '@startuml\nusecase "Ticket Office" as office\n▮\n@enduml'],
  ['plantuml', 'erDiagram', '@startuml\nentity "Ticket Office" as office {\n  id\n}\n▮\n@enduml'],
  ['dot', 'statement', 'digraph {\n  office [label="Ticket Office"]\n  ▮\n}'],
]
