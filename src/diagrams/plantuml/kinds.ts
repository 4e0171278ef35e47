/** Guesses the kind of a PlantUML diagram from its lines. */

import { prepare } from './source.ts'

/** Signs of a diagram's kind. The first line that has one decides. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^!include.{0,200}C4|^(?:Person|System|Container|Component|Deployment_Node)\w{0,20}\(/, 'C4'],
  [/^(?:participant|boundary|control|collections|autonumber|activate|alt|loop|opt|par)\b/, 'sequenceDiagram'],
  [/^(?:abstract |annotation |class |enum |interface |struct )/, 'classDiagram'],
  [/^entity\b.*\{$/, 'erDiagram'],
  [/^(?:\[\*\]|state\b)/, 'stateDiagram'],
  [/^(?:start|stop|:.*[;|<>\]}])$/, 'activityDiagram'],
  [/^(?:usecase\b|\([^)]+\))/, 'useCaseDiagram'],
  [/^(?:component|node|cloud|artifact|package|rectangle|frame|folder|storage|stack)\b|^\[[^\]]+\]/, 'componentDiagram'],
  [/^(?:concise|robust|clock|binary)\b/, 'timingDiagram'],
  [/^[^'!]\S{0,80} *(?:<?-[-\\/]?>?>?|<<?--?) *\S[^:]{0,80}:/, 'sequenceDiagram'],
]

/** Names of kinds with their own `@start…`, where its word is not the name. */
const named = new Map<string, string>(
  Object.entries({ wbs: 'work breakdown', salt: 'wireframe', json: 'JSON', yaml: 'YAML' }),
)

/** The kind of a PlantUML diagram, guessed from its lines; undefined if no line has a sign. */
export function kindOf(source: string): string | undefined {
  const { lines, type } = prepare(source)
  if (type !== 'uml') return named.get(type) ?? (type || undefined)
  for (const line of lines) {
    const text = line.trim()
    const kind = signs.find(([sign]) => sign.test(text))?.[1]
    if (kind) return kind
  }
  return undefined
}
