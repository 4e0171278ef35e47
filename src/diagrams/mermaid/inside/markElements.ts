/** Marks nodes and edges in a drawing by mermaid, kind by kind. */

import { edgeMark, nodeMark } from '../../../core/diagrams/elements.ts'
import type { DiagramGraph } from '../../../core/diagrams/engine.ts'
import { markNodes, setMark } from '../../drawn/mark.ts'
import { charts } from './markCharts.ts'

/**
 * Marks the elements that show the graph's nodes and edges with `data-mark`. Mermaid's ids differ by kind; elements
 * that cannot be identified for sure are not marked.
 */
export function markElements(drawing: Element, graph: DiagramGraph): void {
  const kind = drawing.getAttribute('aria-roledescription') ?? ''
  for (const apply of kinds[kind] ?? [byOwnId]) apply(drawing, graph)
}

type Marker = (drawing: Element, graph: DiagramGraph) => void

const kinds: Readonly<Record<string, readonly Marker[]>> = {
  'flowchart-v2': [byId(/^flowchart-(.+)-\d+$/), byOwnId, flowEdges],
  flowchart: [byId(/^flowchart-(.+)-\d+$/), byOwnId, flowEdges],
  'flowchart-elk': [byId(/^flowchart-(.+)-\d+$/), byOwnId, flowEdges],
  sequence: [participants, messages],
  classDiagram: [byId(/^classId-(.+)-\d+$/), byOwnId, numberedEdges(/^id_/)],
  stateDiagram: [byId(/^state-(.+)-\d+$/), numberedEdges(/^edge\d/)],
  er: [byId(/^entity-(.+)-\d+$/), numberedEdges(/^id_/)],
  c4: [byOwnId, boundaries, c4Relations],
  gantt: [byId(/^(.+?)(?:-text)?$/)],
  mindmap: [mindmap],
  architecture: [byId(/^(?:service|group|node)-(.+)$/), groupTitles, flowEdges],
  requirement: [byOwnId, numberedEdges(/-\d+$/)],
  ...charts,
}

/** Ids in a drawing begin with the id of the drawing. */
const prefix = (drawing: Element): string => `${drawing.id}-`

/** Marks nodes by elements whose id contains the node's, in the first group of the pattern. */
function byId(pattern: RegExp): Marker {
  return (drawing, graph) => {
    const idOf = ({ id }: Element) => pattern.exec(id.slice(prefix(drawing).length))?.[1]
    markNodes(drawing.querySelectorAll(`[id^="${prefix(drawing)}"]`), graph, idOf)
  }
}

function byOwnId(drawing: Element, graph: DiagramGraph): void {
  byId(/^(.+)$/)(drawing, graph)
}

/** Lines and labels of edges by their `data-id`, in drawing order. */
function edgeElements(drawing: Element): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  const add = (id: string, element: Element) => found.set(id, [...(found.get(id) ?? []), element])
  for (const element of drawing.querySelectorAll('[data-et="edge"][data-id], .edgeLabel > [data-id]'))
    add(element.getAttribute('data-id') ?? '', element)
  const start = `${prefix(drawing)}L_`
  for (const element of drawing.querySelectorAll(`.edge[id^="${start}"]`))
    if (!element.hasAttribute('data-id')) add(element.id.slice(start.length - 2), element.parentElement ?? element)
  return found
}

/** Edges named after their ends, with a number; those with names of their own are matched by order. */
function flowEdges(drawing: Element, { edges }: DiagramGraph): void {
  const elements = edgeElements(drawing)
  const take = (mark: string, id: string | undefined) => {
    if (id === undefined) return false
    for (const element of elements.get(id) ?? []) setMark(element, mark)
    return elements.delete(id)
  }
  const left = edges.flatMap(({ from, to }, index) => {
    const starts = [`L_${from}_${to}_`, `L_${to}_${from}_`]
    const isIt = (id: string) => starts.some((start) => id.startsWith(start) && /^\d+$/.test(id.slice(start.length)))
    return take(edgeMark(index), [...elements.keys()].find(isIt)) ? [] : [edgeMark(index)]
  })
  if (left.length !== elements.size) return
  const ids = [...elements.keys()]
  for (const [index, mark] of left.entries()) take(mark, ids[index])
}

/** Edges numbered in source order, which may differ from the drawing's order. */
function numberedEdges(pattern: RegExp): Marker {
  const number = (id: string) => Number.parseInt(/\d+$/.exec(id)?.[0] ?? '', 10)
  return (drawing, { edges }) => {
    const found = [...edgeElements(drawing)].filter(([id]) => pattern.test(id))
    if (found.length !== edges.length) return
    found.sort(([a], [b]) => number(a) - number(b))
    for (const [index, [, elements]] of found.entries())
      for (const element of elements) setMark(element, edgeMark(index))
  }
}

function participants(drawing: Element, { nodes }: DiagramGraph): void {
  const marks = new Map(nodes.map(({ id }, index) => [id, nodeMark(index)]))
  for (const element of drawing.querySelectorAll('[data-et="participant"], .actor-bottom, .actor-top')) {
    const mark = marks.get(element.getAttribute('data-id') ?? element.getAttribute('name') ?? '')
    if (mark) setMark(element.localName === 'rect' ? element.parentElement : element, mark)
  }
}

/** A message is a line, preceded by its text. */
function messages(drawing: Element, { edges }: DiagramGraph): void {
  const lines = [...drawing.querySelectorAll('[data-et="message"]')]
  if (lines.length !== edges.length) return
  const number = (line: Element) => Number.parseInt(line.getAttribute('data-id')?.slice(1) ?? '', 10)
  lines.sort((a, b) => number(a) - number(b))
  for (const [index, line] of lines.entries()) {
    setMark(line, edgeMark(index))
    for (let words = line.previousElementSibling; words?.matches('.messageText'); words = words.previousElementSibling)
      setMark(words, edgeMark(index))
  }
}

/** Boundaries have no id, and are matched by title. */
function boundaries(drawing: Element, { nodes }: DiagramGraph): void {
  const open = [...drawing.querySelectorAll(':scope > g:not([class])')].filter(
    ({ firstElementChild }) => firstElementChild?.localName === 'rect',
  )
  for (const [index, { kind, label }] of nodes.entries()) {
    if (kind !== 'group') continue
    const place = open.findIndex((boundary) => boundary.querySelector('text')?.textContent?.trim() === label)
    if (place !== -1) setMark(open.splice(place, 1)[0], nodeMark(index))
  }
}

/** Relations are lines in one group, in source order, each followed by its text. */
function c4Relations(drawing: Element, { edges }: DiagramGraph): void {
  const lines = drawing.querySelectorAll(':scope > g:not([class]) > :is(line, path)')
  if (lines.length !== edges.length) return
  for (const [index, line] of lines.entries()) {
    setMark(line, edgeMark(index))
    for (let words = line.nextElementSibling; words?.localName === 'text'; words = words.nextElementSibling)
      setMark(words, edgeMark(index))
  }
}

/** Nodes and edges have indexes instead of names. */
function mindmap(drawing: Element, { nodes, edges }: DiagramGraph): void {
  for (const element of drawing.querySelectorAll(`g[id^="${prefix(drawing)}node_"]`)) {
    const index = Number(element.id.slice(prefix(drawing).length + 'node_'.length))
    if (index < nodes.length) setMark(element, nodeMark(index))
  }
  const elements = edgeElements(drawing)
  const places = new Map(nodes.map(({ id }, index) => [id, index]))
  for (const [index, { from, to }] of edges.entries())
    for (const element of elements.get(`edge_${places.get(from)}_${places.get(to)}`) ?? [])
      setMark(element, edgeMark(index))
}

/** The icon and the title of a group are beside its frame. */
function groupTitles(drawing: Element): void {
  for (const frame of drawing.querySelectorAll('.architecture-groups > [data-mark]'))
    setMark(frame.nextElementSibling, frame.getAttribute('data-mark') ?? '')
}

/** Removes the marker of today from a gantt chart, since the picture would change every day. */
export function removeToday(drawing: Element): void {
  for (const today of drawing.querySelectorAll('.today')) today.remove()
}
