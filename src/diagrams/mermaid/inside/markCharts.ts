/** Marks the elements of mermaid's charts: slices, points, bars, dates, tasks and commits. */

import { edgeMark, nodeMark } from '../../../core/diagrams/elements.ts'
import type { DiagramGraph, DiagramNode } from '../../../core/diagrams/engine.ts'
import { setMark } from '../../drawn/mark.ts'

/**
 * Marks the elements of a drawing that show the graph's nodes and edges. Charts have few names, so most elements are
 * matched by order.
 */
type Marker = (drawing: Element, graph: DiagramGraph) => void

/** By the kind stated in the drawing. */
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

/** The nodes with their marks. */
const marked = ({ nodes }: DiagramGraph): { readonly node: DiagramNode; readonly mark: string }[] =>
  nodes.map((node, index) => ({ node, mark: nodeMark(index) }))

/** Marks elements in source order, if their number matches. */
function inOrder(elements: readonly Element[], marks: readonly { readonly mark: string }[]): void {
  if (elements.length !== marks.length) return
  for (const [index, element] of elements.entries()) setMark(element, marks[index]?.mark ?? '')
}

const wordsOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, '')

/** A slice below one percent is not drawn, but is in the legend. */
function slices(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  inOrder(all(drawing, '.legend'), nodes)
  const values = nodes.map(({ node }) => Number(node.value))
  const sum = values.reduce((before, value) => before + value, 0)
  const drawn = nodes.filter((_, index) => ((values[index] ?? 0) / sum) * 100 >= 1)
  inOrder(all(drawing, '.pieCircle'), drawn)
  inOrder(all(drawing, '.slice'), drawn)
}

/** Points are drawn in reverse order; an axis has a label at each end. */
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

/** Bars and lines are numbered; in a horizontal chart, the axes are in other places. */
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

/** Sections, dates and events look alike in the drawing, and are in source order. */
function dates(drawing: Element, graph: DiagramGraph): void {
  inOrder(all(drawing, '.timeline-node'), marked(graph))
}

/** Sections and tasks are rectangles with text; people are listed beside them, each as a dot followed by the name. */
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

/** Long names are hyphenated. */
const bare = (words: string): string => words.replace(/[\s-]+/g, '')

/** A commit is named by its author, or else by its number and a random suffix. */
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

/** A commit's class list contains its name, which may have blanks, between classes that begin with `commit`. */
function nameAmong(classes: string): string {
  const isOurs = (word: string) => !word.startsWith('commit')
  const words = classes.split(' ')
  return words.slice(words.findIndex(isOurs), words.findLastIndex(isOurs) + 1).join(' ')
}

/** A branch has a line and a label, both numbered in drawing order. */
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

/** A field that continues on the next row is drawn in several pieces. */
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

/** An axis has a label; a curve has a shape and a legend entry. */
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

/** The largest cell is drawn first, so cells are matched by label; a truncated label is matched by its beginning. */
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

/** Nodes, their labels and the links are each in source order. */
function flows(drawing: Element, graph: DiagramGraph): void {
  const nodes = marked(graph)
  inOrder(all(drawing, '.nodes > .node'), nodes)
  inOrder(all(drawing, '.node-labels > text'), nodes)
  inOrder(
    all(drawing, '.links > .link'),
    graph.edges.map((_, index) => ({ mark: edgeMark(index) })),
  )
}
