/** Adds a part to a diagram in its own notation, in the first way that leaves everything else unchanged. */

import type { DiagramGraph, DiagramNode, DiagramSyntax } from '../../core/diagrams/engine.ts'
import { freeId, idOfWords, reservedIds } from '../../core/diagrams/nodeIds.ts'
import type { Diagram } from '../../core/document/document.ts'
import { applyEdits } from '../../core/lint/edits.ts'
import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import type { TextEdit } from '../../core/text/textEdit.ts'
import { type Addition, addsOnly } from './addsOnly.ts'
import { isPlainId } from './escape.ts'
import { type Notation, notationOf } from './notations.ts'

/** The part to add to a diagram. */
export interface NewPart {
  readonly label: string
  /** Ids of the nodes it depends on, and of those that depend on it. */
  readonly needs: readonly string[]
  readonly neededBy: readonly string[]
  /** Nodes of parts of the same kind; if all are in one group, the part is added to that. */
  readonly peers: readonly DiagramNode[]
}

/** What is needed from the engines. */
export interface Asked {
  readonly syntaxes: readonly DiagramSyntax[]
  accepts(engine: string, source: string): Promise<boolean>
}

/**
 * Edits that add a part to the source of a diagram, with arrows if possible. Offsets are UTF-16, relative to the
 * source. Undefined if there is no way.
 */
export async function addNode(
  diagram: Diagram,
  part: NewPart,
  { syntaxes, accepts }: Asked,
): Promise<readonly TextEdit[] | undefined> {
  const { graph, source, engine = '' } = diagram
  const syntax = syntaxes.find(({ id }) => id === engine)
  const notation = notationOf(diagram)
  if (!graph || !syntax?.graphOf || !notation || /[\r\n]/.test(part.label)) return undefined
  const wasRight = await accepts(engine, source)
  for (const { edits, ...addition } of candidates(diagram, graph, notation, part)) {
    const after = applyEdits(source, edits)
    if (addsOnly(graph, syntax.graphOf(after), addition) && (!wasRight || (await accepts(engine, after)))) return edits
  }
  return undefined
}

interface Candidate extends Addition {
  readonly edits: readonly TextEdit[]
}

function* candidates(
  { source }: Diagram,
  graph: DiagramGraph,
  notation: Notation,
  { label, needs, neededBy, peers }: NewPart,
): Generator<Candidate> {
  const taken = new Set([...reservedIds, ...graph.nodes.map(({ id }) => id.toLowerCase())])
  const id = freeId(idOfWords(label, 'part'), taken)
  const group = peers.length > 1 ? groupOf(peers) : undefined
  const { edge } = notation
  const arrows = edge ? [...needs.map((to) => ({ to })), ...neededBy.map((from) => ({ from }))] : []
  for (const withArrows of arrows.length > 0 ? [true, false] : [false])
    for (const parent of group ? [group, undefined] : [undefined])
      for (const written of notation.node({ id, label })) {
        if (taken.has(written.id.toLowerCase())) continue
        const ends = withArrows ? arrows.map((ends) => ({ from: written.id, to: written.id, ...ends })) : []
        const refer = (end: string) => (end === written.id ? end : reference(source, graph, end))
        const lines = ends.flatMap(({ from, to }) => edge?.(refer(from), refer(to)) ?? [])
        const place = parent?.members.at(-1)
        const edits = place
          ? [...atEnd(source, graph, notation, lines), below(source, place, written.statement)]
          : atEnd(source, graph, notation, [written.statement, ...lines])
        yield {
          edits,
          label,
          ...(parent && { parent: parent.id }),
          edges: arrows.length > 0 && withArrows ? arrows : [],
        }
      }
}

/** The group that contains all of some nodes. */
function groupOf(peers: readonly DiagramNode[]) {
  const id = peers[0]?.parent
  if (id === undefined || peers.some(({ parent }) => parent !== id)) return undefined
  return { id, members: peers.toSorted((a, b) => a.start - b.start) }
}

/** How the diagram refers to a node: as written where it is defined, or by its id. */
function reference(source: string, { nodes }: DiagramGraph, id: string): string {
  const node = nodes.find((each) => each.id === id)
  const written = node ? source.slice(node.start, node.end) : id
  if (/^(?:"[^"]*"|\[[^\]]*\]|\([^)]*\)|:[^:]*:)$/.test(written)) return written
  return isPlainId(id) || !/[^\p{L}\p{N}_.-]/u.test(id) ? id : `"${id}"`
}

/** Adds lines after the last statement, with the indentation of statements there. */
function atEnd(
  source: string,
  graph: DiagramGraph,
  { end, isBare = false }: Notation,
  statements: readonly string[],
): readonly TextEdit[] {
  if (statements.length === 0) return []
  let at = source.trimEnd().length
  const isEnd = () => end?.test(source.slice(lineStart(source, at), at)) ?? false
  if (end && isEnd()) at = source.slice(0, lineStart(source, at)).trimEnd().length
  else if (end && source.charAt(at - 1) === '}' && end.test('}')) {
    // The whole diagram is on one line.
    at--
    return [{ start: at, end: at, newText: `\n${statements.map((each) => `  ${each}\n`).join('')}` }]
  }
  const outer = graph.nodes.filter(({ parent, kind }) => parent === undefined && kind !== 'group')
  const indent = indentOf(source, outer.at(-1)?.start ?? at, isBare)
  return [{ start: at, end: at, newText: statements.map((each) => `\n${indent}${each}`).join('') }]
}

/** Adds a line below the one that defines a node. */
function below(source: string, { start, end }: DiagramNode, statement: string): TextEdit {
  const at = source.slice(0, lineEnd(source, end)).trimEnd().length
  return { start: at, end: at, newText: `\n${indentOf(source, start, true)}${statement}` }
}

/** The indentation of a line. The first line usually declares the kind of diagram, and all others are indented. */
function indentOf(source: string, at: number, isBare: boolean): string {
  const start = lineStart(source, at)
  return start === 0 && !isBare ? '  ' : (/^[ \t]*/.exec(source.slice(start, at))?.[0] ?? '')
}
