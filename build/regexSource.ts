import { parseSync } from 'oxc-parser'

/** A regular expression in a source file. */
export interface FoundRegex {
  /** The line in the file, starting at 1. */
  readonly line: number
  /** Absent if it is composed at run time. */
  readonly pattern?: string
  readonly flags: string
  /** As written in the file. */
  readonly source: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** All regular expressions in a TypeScript file: literals, and calls of `RegExp` with the file's constants resolved. */
export function findRegexes(file: string, text: string): readonly FoundRegex[] {
  const nodes = [...walk(parseSync(file, text).program)]
  const constants = new Map<string, Node>()
  for (const node of nodes) {
    const { id, init } = node as unknown as { id?: Node; init?: Node | null }
    if (node.type === 'VariableDeclarator' && init && id?.type === 'Identifier') constants.set(String(id['name']), init)
  }
  const textOfNode = (node: Node | undefined): string | undefined => {
    if (!node) return undefined
    if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
    if (node.type === 'Identifier') return textOfNode(constants.get(String(node['name'])))
    if (node.type === 'MemberExpression' && text.slice(node.start, node.end).endsWith('.source')) {
      const { object } = node as unknown as { object: Node }
      const { regex } = (object.type === 'Identifier' ? (constants.get(String(object['name'])) ?? {}) : object) as {
        regex?: { pattern: string }
      }
      return regex?.pattern
    }
    if (node.type !== 'TemplateLiteral') return undefined
    const { quasis, expressions } = node as unknown as {
      quasis: { value: { cooked: string } }[]
      expressions: Node[]
    }
    const parts = quasis.map(({ value }, index) => {
      const next = expressions[index]
      const inner = next ? textOfNode(next) : ''
      return inner === undefined ? undefined : value.cooked + inner
    })
    return parts.includes(undefined) ? undefined : parts.join('')
  }
  const placeOf = ({ start, end }: Node) => ({
    line: text.slice(0, start).split('\n').length,
    source: text.slice(start, end),
  })
  return nodes.flatMap((node) => {
    const { regex } = node as unknown as { regex?: { pattern: string; flags: string } }
    if (node.type === 'Literal' && regex) return [{ ...placeOf(node), pattern: regex.pattern, flags: regex.flags }]
    const { callee, arguments: given } = node as unknown as { callee?: Node; arguments?: Node[] }
    if (!/^(?:New|Call)Expression$/.test(node.type) || callee?.['name'] !== 'RegExp') return []
    const pattern = textOfNode(given?.[0])
    return [{ ...placeOf(node), flags: textOfNode(given?.[1]) ?? '', ...(pattern !== undefined && { pattern }) }]
  })
}

export function* walk(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* walk(each)
  else if (typeof node === 'object' && node !== null && !(node instanceof RegExp)) {
    if ('type' in node) yield node as Node
    for (const child of Object.values(node)) yield* walk(child)
  }
}
