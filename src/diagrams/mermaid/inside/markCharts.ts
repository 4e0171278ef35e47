/** Marks what mermaid's charts show: slices, points, bars, dates, tasks and commits. */

import { edgeMark, nodeMark } from '../../../core/diagrams/elements.ts'
import type { DiagramGraph, DiagramNode } from '../../../core/diagrams/engine.ts'
import { setMark } from '../../drawn/mark.ts'

/** Marks the elements of a drawing that show a node or an edge of its graph. Charts name little; most goes by the order. */
type Marker = (drawing: Element, graph: DiagramGraph) => void

/** By what a drawing says of its kind. */
export const charts: Readonly<Record<string, readonly Marker[]>> = {
  pie: [slices],
  quadrantChart: [quadrants],
  xychart: [plots],
  timeline: [dates],
  journey: [journey],
  gitGraph: [commits, branches],
  packet: [fields],
  radar: [radar],
  treemap: [cells],
  sankey: [flows],
}

const all = (drawing: Element, selector: string): Element[] => [...drawing.querySelectorAll(selector)]

/** Nodes with their marks. */
const marked = ({ nodes }: DiagramGraph): { readonly node: DiagramNode; readonly mark: string }[] =>
  nodes.map((node, index) => ({ node, mark: nodeMark(index) }))

/** Marks elements in the order of the source, if there are as many of them as there should be. */
function inOrder(elements: readonly Element[], marks: readonly { readonly mark: string }[]): void {
  if (elements.length !== marks.length) return
  for (const [index, element] of elements.entries()) setMark(element, marks[index]?.mark ?? '')
}

const wordsOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, '')

/** A slice below a hundredth is not drawn, and stands in the legend all the same. */
function slices(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  inOrder(all(drawing, '.legend'), nodes)
  const values = nodes.map(({ node }) => Number(node.value))
  const sum = values.reduce((before, value) => before + value, 0)
  const drawn = nodes.filter((_, index) => ((values[index] ?? 0) / sum) * 100 >= 1)
  inOrder(all(drawing, '.pieCircle'), drawn)
  inOrder(all(drawing, '.slice'), drawn)
}

/** Points are drawn from the last to the first; an axis has a word at each end. */
function quadrants(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  for (const [index, quadrant] of all(drawing, '.quadrant').entries()) {
    const found = nodes.find(({ node }) => node.id === `quadrant-${index + 1}`)
    if (found) setMark(quadrant, found.mark)
  }
  const isPoint = ({ node }: { readonly node: DiagramNode }) => node.value !== undefined
  inOrder(all(drawing, '.data-point').reverse(), nodes.filter(isPoint))
  const labels = all(drawing, '.labels > .label')
  for (const { node, mark } of nodes.filter(({ node }) => /^[xy]-axis$/.test(node.id)))
    for (const end of node.label.split(' to ')) {
      const place = labels.findIndex((label) => wordsOf(label) === end.replace(/\s+/g, ''))
      if (place !== -1) setMark(labels.splice(place, 1)[0], mark)
    }
}

/** Bars and lines are counted through; the axis of a chart that lies on its side stands elsewhere. */
function plots(drawing: Element, graph: DiagramGraph): void {
  const isLying = drawing.querySelector('.top-axis') !== null
  const places: Readonly<Record<string, string>> = isLying
    ? { 'x-axis': '.left-axis', 'y-axis': '.top-axis' }
    : { 'x-axis': '.bottom-axis', 'y-axis': '.left-axis' }
  for (const { node, mark } of marked(graph)) {
    const number = /^plot-(\d+)$/.exec(node.id)?.[1]
    const place = number === undefined ? places[node.id] : `.bar-plot-${number}, .line-plot-${number}`
    if (place) setMark(drawing.querySelector(place), mark)
  }
}

/** Sections, dates and events are all drawn alike, each after what it belongs to. */
function dates(drawing: Element, graph: DiagramGraph): void {
  inOrder(all(drawing, '.timeline-node'), marked(graph))
}

/** Sections and tasks are frames with their words; the people stand beside, a dot each and then their names. */
function journey(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  const parents = new Set(graph.nodes.map(({ parent }) => parent))
  const groupsOf = (selector: string) => all(drawing, selector).flatMap((each) => each.parentElement ?? [])
  inOrder(
    groupsOf('rect.journey-section'),
    nodes.filter(({ node }) => node.kind === 'group' && parents.has(node.id)),
  )
  inOrder(
    groupsOf('rect.task'),
    nodes.filter(({ node }) => node.kind === 'step'),
  )
  const people = new Map(nodes.flatMap(({ node, mark }) => (node.kind === 'person' ? [[bare(node.label), mark]] : [])))
  for (const dot of all(drawing, ':scope > circle')) {
    const names: Element[] = []
    for (let next = dot.nextElementSibling; next?.localName === 'text'; next = next.nextElementSibling) names.push(next)
    const mark = people.get(bare(names.map(wordsOf).join('')))
    if (mark !== undefined) for (const element of [dot, ...names]) setMark(element, mark)
  }
}

/** Long names are broken with hyphens. */
const bare = (words: string): string => words.replace(/[\s-]+/g, '')

/** A commit is called by its author's name, or else by its number and letters that nobody chose. */
function commits(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph).filter(({ node }) => node.kind === 'step')
  const byId = new Map(nodes.map(({ node, mark }) => [node.id, mark]))
  const markOf = (name: string) => byId.get(name) ?? nodes[Number(/^(\d+)-\w{7}$/.exec(name)?.[1])]?.mark
  for (const bullet of all(drawing, '.commit-bullets > *')) {
    const mark = markOf(nameAmong(bullet.getAttribute('class') ?? ''))
    if (mark !== undefined) setMark(bullet, mark)
  }
  for (const label of all(drawing, '.commit-label')) {
    const mark = markOf(label.textContent ?? '')
    if (mark !== undefined) setMark(label.parentElement, mark)
  }
  inOrder(
    all(drawing, '.commit-arrows > .arrow'),
    graph.edges.map((_, index) => ({ mark: edgeMark(index) })),
  )
}

/** The classes of a commit are its name, which may have blanks, between words that all begin with `commit`. */
function nameAmong(classes: string): string {
  const isOurs = (word: string) => !word.startsWith('commit')
  const words = classes.split(' ')
  return words.slice(words.findIndex(isOurs), words.findLastIndex(isOurs) + 1).join(' ')
}

/** A branch is a line and a label, both counted through in the order in which they are drawn. */
function branches(drawing: Element, graph: DiagramGraph): void {
  const marks = new Map(marked(graph).flatMap(({ node, mark }) => (node.kind === 'group' ? [[node.label, mark]] : [])))
  const lines = all(drawing, '.branch')
  for (const [index, label] of all(drawing, '.branchLabel').entries()) {
    const mark = marks.get(label.textContent?.trim() ?? '')
    if (mark === undefined) continue
    setMark(label, mark)
    setMark(lines[index], mark)
  }
}

/** A field that goes over the end of a row is drawn in several pieces. */
function fields(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  let at = 0
  for (const label of all(drawing, '.packetLabel')) {
    const isNext = (index: number) =>
      nodes[index] !== undefined && bare(nodes[index].node.label) === bare(wordsOf(label))
    if (!isNext(at)) at++
    if (!isNext(at)) return
    setMark(label, nodes[at]?.mark ?? '')
    setMark(label.previousElementSibling, nodes[at]?.mark ?? '')
  }
}

/** Axes have a label each, curves a shape and a line of the legend. */
function radar(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  inOrder(
    all(drawing, '.radarAxisLabel'),
    nodes.filter(({ node }) => node.id.startsWith('axis ')),
  )
  for (const [index, { mark }] of nodes.filter(({ node }) => node.id.startsWith('curve ')).entries()) {
    setMark(drawing.querySelector(`.radarCurve-${index}`), mark)
    setMark(drawing.querySelector(`.radarLegendBox-${index}`)?.parentElement, mark)
  }
}

/** The largest comes first, so they go by their words; one that is cut short by how these begin. */
function cells(drawing: Element, graph: DiagramGraph): void {
  for (const [selector, isGroup] of [
    ['.treemapSectionLabel', true],
    ['.treemapLabel', false],
  ] as const) {
    const left = marked(graph).filter(({ node }) => (node.kind === 'group') === isGroup)
    for (const label of all(drawing, selector)) {
      const words = label.textContent ?? ''
      const isIt = ({ node }: { readonly node: DiagramNode }) =>
        words.endsWith('...') ? node.label.startsWith(words.slice(0, -3)) : node.label === words
      const place = words ? left.findIndex(isIt) : -1
      if (place !== -1) setMark(label.parentElement, left.splice(place, 1)[0]?.mark ?? '')
    }
  }
}

/** Both ends and the stream between them come in the order of the source, each end with its words elsewhere. */
function flows(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  inOrder(all(drawing, '.nodes > .node'), nodes)
  inOrder(all(drawing, '.node-labels > text'), nodes)
  inOrder(
    all(drawing, '.links > .link'),
    graph.edges.map((_, index) => ({ mark: edgeMark(index) })),
  )
}
