/** Guesses the kind of a PlantUML diagram from its lines. */

import { prepare } from './source.ts'

/** What a line may say of the kind of its diagram. The first line that says something decides. */
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

/** Kinds that have a start word of their own, as it is called where that is no word. */
const named = new Map<string, string>(
  Object.entries({ wbs: 'work breakdown', salt: 'wireframe', json: 'JSON', yaml: 'YAML' }),
)

/** The kind of a PlantUML diagram, guessed from its lines; undefined when none says it. */
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
