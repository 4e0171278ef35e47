/** Renames a node in a diagram: tries the ways its notation offers, and takes the first that changes nothing else. */

import type { DiagramGraph } from '../core/diagrams/engine.ts'
import { applyEdits } from '../core/lint/edits.ts'
import type { Range } from '../core/text/range.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { showsSame } from './sameGraph.ts'
import type { Renaming } from './wholeNames.ts'

/** A diagram before the renaming. */
export interface Before {
  readonly source: string
  readonly graph: DiagramGraph
  /** The ranges of the name, as UTF-16 offsets relative to the source, except inside longer names. */
  readonly places: readonly Range[]
  /** Reads the graph of a source in the same notation. */
  readonly graphOf: (source: string) => DiagramGraph | undefined
  /** Whether the notation accepts a source; besides this, only graphs are compared. */
  readonly accepts: (source: string) => Promise<boolean>
  /** Whether it is box art, where everything has to stay in its column. */
  readonly isArt: boolean
}

/** Edits of a diagram's source, with UTF-16 offsets relative to it; undefined if there is no way. */
export async function renameInDiagram(before: Before, renaming: Renaming): Promise<readonly TextEdit[] | undefined> {
  const { source, graph, graphOf, accepts } = before
  for (const { edits, isWhole } of candidates(before, renaming)) {
    if (edits.length === 0 || !showsSame(graph, graphOf(applyEdits(source, edits)), renaming)) continue
    const all = isWhole ? edits : withTexts(edits, before, renaming)
    if (await accepts(applyEdits(source, all))) return all
  }
  return undefined
}

interface Candidate {
  readonly edits: readonly TextEdit[]
  /** Whether the edits cover everything that names the node. */
  readonly isWhole: boolean
}

/** Whether a text can be the id of a node without quotes. */
const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u

function* candidates(before: Before, { from, to }: Renaming): Generator<Candidate> {
  const { source, graph, places, isArt } = before
  const written = (newText: string, some = places) => some.map(({ start, end }) => ({ start, end, newText }))
  const node = graph.nodes.find(({ id }) => id === from)
  const isQuoted = ({ start, end }: Range) => source.charAt(start - 1) === '"' && source.charAt(end) === '"'
  if (isArt) return yield { edits: places.flatMap((place) => inSameWidth(source, place, to)), isWhole: true }
  // Most notations do not allow spaces in an id, but anything in a separate label.
  if (node && !isPlain.test(to)) yield { edits: written(to, places.filter(isQuoted)), isWhole: false }
  yield { edits: written(to), isWhole: true }
  if (!node) return
  yield { edits: written(`"${to}"`), isWhole: true }
  // The node keeps its id, and gets a label where it is defined.
  for (const range of [node, ...(node.mentions ?? [])].slice(0, 3)) {
    const inside = places.filter(({ start, end }) => start >= range.start && end <= range.end)
    const [place] = inside
    if (!place) continue
    // As in `crawler{{crawler}}`.
    if (inside.length > 1) yield { edits: written(to, inside.slice(1)), isWhole: false }
    for (const label of [`${from}["${to}"]`, `${from} as ${to}`, `"${to}" as ${from}`])
      yield { edits: written(label, [place]), isWhole: false }
    const line = source.lastIndexOf('\n', place.start - 1) + 1
    const indent = /^[ \t]*/.exec(source.slice(line))?.[0] ?? ''
    for (const definition of [`state "${to}" as ${from}`, `class ${from}["${to}"]`])
      yield { edits: [{ start: line, end: line, newText: `${indent}${definition}\n` }], isWhole: false }
  }
}

/** Adjusts the spaces after a name to the length of the new one; empty if there are too few. */
function inSameWidth(source: string, { start, end }: Range, to: string): readonly TextEdit[] {
  const longer = to.length - (end - start)
  if (longer <= 0) return [{ start, end, newText: to.padEnd(end - start) }]
  const isFree = source.slice(end, end + longer + 1) === ' '.repeat(longer + 1)
  return isFree ? [{ start, end: end + longer, newText: to }] : []
}

/** The most places besides the definition that are tried, one at a time. */
const mostTried = 20

/** Extends edits to texts that mention the node, such as edge labels. What is not a text of the graph may be its id. */
function withTexts(edits: readonly TextEdit[], before: Before, renaming: Renaming): readonly TextEdit[] {
  const { source, graph, places, graphOf } = before
  const left = places.filter(({ start, end }) => !edits.some((edit) => edit.start < end && edit.end > start))
  let taken = edits
  let texts = textsOf(graphOf(applyEdits(source, edits)))
  for (const { start, end } of left.slice(0, mostTried)) {
    const more = [...taken, { start, end, newText: renaming.to }].sort((a, b) => a.start - b.start)
    const after = graphOf(applyEdits(source, more))
    if (textsOf(after) === texts || !showsSame(graph, after, renaming)) continue
    taken = more
    texts = textsOf(after)
  }
  return taken
}

const textsOf = (graph: DiagramGraph | undefined): string =>
  JSON.stringify([graph?.title, graph?.description, graph?.edges.map(({ label }) => label)])
