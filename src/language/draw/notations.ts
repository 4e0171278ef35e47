/** Says how each notation writes a new node and an arrow, as statements of a line each. */

import { mermaidLine, mermaidText } from '../../core/diagrams/mermaidText.ts'
import type { Diagram } from '../../core/document/document.ts'
import { dotText, isPlainId } from './escape.ts'

/** A node that is to be written. */
export interface NewNode {
  /** Free in the diagram, and an id in every notation. */
  readonly id: string
  readonly label: string
}

/** How a diagram writes what is added to it. */
export interface Notation {
  /** The ways of writing a node, with the id by which an arrow then names it; the one that is most like the others first. */
  node(node: NewNode): readonly { readonly statement: string; readonly id: string }[]
  /** Undefined where an arrow is no dependency: messages, relations of entities, transitions. */
  readonly edge?: (from: string, to: string) => string
  /** What a line holds that ends all statements; absent where the source just ends. */
  readonly end?: RegExp
  /** The first line may be a statement, and does not say what all is. */
  readonly isBare?: boolean
}

type Write = (node: NewNode) => readonly string[]

/** What a C4 diagram of each level is made of. */
const c4 = (word: string): Notation => ({
  node: named(({ id, label }) => [`${word}(${id}, "${mermaidText(label)}")`]),
  edge: (from, to) => `Rel(${from}, ${to}, "depends on")`,
})

/** A way of writing that gives the node its id; before it, where the label can be an id, the label alone. */
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

/** Words by which PlantUML declares what a kind of diagram consists of. */
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

/** How a diagram writes what is added to it; undefined for one that nothing can be added to, such as a drawing of characters. */
export function notationOf({
  engine,
  kind,
  source,
}: Pick<Diagram, 'engine' | 'kind' | 'source'>): Notation | undefined {
  if (engine === 'mermaid') return Object.hasOwn(mermaid, kind ?? '') ? mermaid[kind ?? ''] : undefined
  if (engine === 'plantuml') return kind === 'activityDiagram' ? undefined : plantuml(kind, source)
  return engine === 'graphviz' ? graphviz(source) : undefined
}

/** The word that most matches of a pattern begin with. */
function commonest(text: string, pattern: RegExp): string | undefined {
  const counts = new Map<string, number>()
  for (const [, word = ''] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
