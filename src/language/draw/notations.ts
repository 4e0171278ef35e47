/** How each notation writes a new node and an arrow, as statements of one line each. */

import { mermaidLine, mermaidText } from '../../core/diagrams/mermaidText.ts'
import type { Diagram } from '../../core/document/document.ts'
import { dotText, isPlainId } from './escape.ts'

/** A node to be written. */
export interface NewNode {
  /** Not used in the diagram yet, and valid as an id in every notation. */
  readonly id: string
  readonly label: string
}

/** How a diagram writes additions. */
export interface Notation {
  /** The ways to write a node, each with the id by which arrows refer to it; the most usual one first. */
  node(node: NewNode): readonly { readonly statement: string; readonly id: string }[]
  /** Undefined if arrows are not dependencies but messages, relations between entities or transitions. */
  readonly edge?: (from: string, to: string) => string
  /** Matches the line that ends all statements; absent if statements continue to the end of the source. */
  readonly end?: RegExp
  /** Whether the first line may be a statement, and not the kind of diagram. */
  readonly isBare?: boolean
}

type Write = (node: NewNode) => readonly string[]

/** The notation of C4 diagrams, with the keyword for elements at a level. */
const c4 = (word: string): Notation => ({
  node: named(({ id, label }) => [`${word}(${id}, "${mermaidText(label)}")`]),
  edge: (from, to) => `Rel(${from}, ${to}, "depends on")`,
})

/**
 * Turns a way of writing into a list of statements: first the label alone if it can be the id, then with a separate id.
 */
const named =
  (write: Write, short?: (label: string) => string): Notation['node'] =>
  (node) => [
    ...(short && isPlainId(node.label) ? [{ statement: short(node.label), id: node.label }] : []),
    ...write(node).map((statement) => ({ statement, id: node.id })),
  ]

const mermaid: Readonly<Record<string, Notation>> = {
  flowchart: {
    node: named(
      ({ id, label }) => [`${id}["${mermaidText(label)}"]`],
      (label) => label,
    ),
    edge: (from, to) => `${from} --> ${to}`,
  },
  sequenceDiagram: {
    node: named(
      ({ id, label }) => [`participant ${id} as ${mermaidLine(label)}`],
      (label) => `participant ${label}`,
    ),
  },
  classDiagram: {
    node: named(
      ({ id, label }) => [`class ${id}["${mermaidText(label)}"]`],
      (label) => `class ${label}`,
    ),
    edge: (from, to) => `${from} ..> ${to}`,
  },
  stateDiagram: {
    node: named(
      ({ id, label }) => [`state "${mermaidText(label)}" as ${id}`],
      (label) => label,
    ),
  },
  erDiagram: {
    node: named(
      ({ id, label }) => [`${id}["${mermaidText(label)}"]`],
      (label) => label,
    ),
  },
  C4Context: c4('System'),
  C4Container: c4('Container'),
  C4Dynamic: c4('Container'),
  C4Deployment: c4('Container'),
  C4Component: c4('Component'),
  architecture: { node: named(({ id, label }) => [`service ${id}(server)[${label}]`]) },
}

/** PlantUML's keyword for an element, by kind of diagram. */
const plantumlWords: Readonly<Record<string, string>> = {
  sequenceDiagram: 'participant',
  classDiagram: 'class',
  erDiagram: 'entity',
  stateDiagram: 'state',
  useCaseDiagram: 'usecase',
}

const declares = /^[ \t]*(component|rectangle|node|package|agent|card|artifact|hexagon|system)\s+(?:"|\w)/gm
const c4Words = /^[ \t]*(System|Container|Component)\(/gm

function plantuml(kind: string | undefined, source: string): Notation {
  const frame = { end: /^\s*@end/i, isBare: true } as const
  if (kind === 'C4') {
    const word = commonest(source, c4Words) ?? 'Container'
    return { ...c4(word), node: named(({ id, label }) => [`${word}(${id}, "${label}")`]), ...frame }
  }
  const word = plantumlWords[kind ?? '']
  const declared = ({ id, label }: NewNode) =>
    `${word ?? commonest(source, declares) ?? 'component'} "${label}" as ${id}`
  if (word !== undefined)
    return {
      node: named(
        (node) => [declared(node)],
        (label) => `${word} ${label}`,
      ),
      ...(kind === 'classDiagram' && { edge: (from, to) => `${from} ..> ${to}` }),
      ...frame,
    }
  const isBracketed = /^[ \t]*\[[^\]\n]{1,100}\]/m.test(source)
  return {
    node: (node) => [
      ...(isBracketed ? [{ statement: `[${node.label}]`, id: `[${node.label}]` }] : []),
      { statement: declared(node), id: node.id },
    ],
    edge: (from, to) => `${from} --> ${to}`,
    ...frame,
  }
}

function graphviz(source: string): Notation {
  const stop = /;\s*$/m.test(source) ? ';' : ''
  const arrow = /\bdigraph\b/i.test(source) ? '->' : '--'
  return {
    node: named(
      ({ id, label }) => [`${id} [label=${dotText(label)}]${stop}`],
      (label) => `${label}${stop}`,
    ),
    edge: (from, to) => `${from} ${arrow} ${to}${stop}`,
    end: /^\s*\}\s*$/,
  }
}

/** The notation for additions to a diagram; undefined if nothing can be added, such as to box art. */
export function notationOf({
  engine,
  kind,
  source,
}: Pick<Diagram, 'engine' | 'kind' | 'source'>): Notation | undefined {
  if (engine === 'mermaid') return Object.hasOwn(mermaid, kind ?? '') ? mermaid[kind ?? ''] : undefined
  if (engine === 'plantuml') return kind === 'activityDiagram' ? undefined : plantuml(kind, source)
  return engine === 'graphviz' ? graphviz(source) : undefined
}

/** The most frequent word that matches a pattern. */
function commonest(text: string, pattern: RegExp): string | undefined {
  const counts = new Map<string, number>()
  for (const [, word = ''] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
