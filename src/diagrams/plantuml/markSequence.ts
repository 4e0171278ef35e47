/** Marks participants and messages in a sequence diagram of PlantUML's. */

import { edgeMark, nodeMark } from '../../core/diagrams/elements.ts'
import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { setMark } from '../drawn/mark.ts'

/**
 * Marks participants and messages. PlantUML names only the lifelines of a sequence diagram; heads are known by their
 * words, messages by the lifelines that they go between, for they are drawn in the order of the source.
 */
export function markSequence(drawing: Element, { nodes, edges }: DiagramGraph): void {
  const lifelines = [...drawing.querySelectorAll('g > title')].flatMap(({ textContent, parentElement }) => {
    const line = parentElement?.querySelector(':scope > line')
    return line ? [{ name: plain(textContent), line }] : []
  })
  const places = new Map<string, number>()
  for (const [index, { id, label }] of nodes.entries()) {
    const at = lifelines.findIndex(({ name }) => name === plain(label))
    const [lifeline] = at === -1 ? [] : lifelines.splice(at, 1)
    if (!lifeline) continue
    setMark(lifeline.line, nodeMark(index))
    places.set(id, numberOf(lifeline.line, 'x1'))
    for (const text of drawing.querySelectorAll('text'))
      for (const element of headAt(text, label)) setMark(element, nodeMark(index))
  }
  const borders = new Set([...drawing.querySelectorAll('rect')].map(spanOf))
  let lines = [...drawing.querySelectorAll('line')].filter((line) => isLevel(line) && !borders.has(spanOf(line)))
  for (const [index, { from, to, label = '' }] of edges.entries()) {
    const ends = [places.get(from) ?? Number.NaN, places.get(to) ?? Number.NaN].sort((a, b) => a - b)
    const found = lines.findIndex((line) => isBetween(line, ends) && wordsOf(line, label))
    const line = lines[found]
    if (!line) continue
    for (const element of [line, ...beside(line), ...(wordsOf(line, label) ?? [])]) setMark(element, edgeMark(index))
    lines = lines.slice(found + 1)
  }
}

/** Words without markup and blanks, which a drawing has elsewhere. */
const plain = (words: string | null): string => (words ?? '').replace(/<[^<>]{1,80}>|\\n|[\s*_~"/-]/g, '')

const numberOf = (element: Element | null, name: string): number => Number(element?.getAttribute(name) ?? Number.NaN)

/** The texts from a first one on that say some words: several lines are several texts. Undefined when they say others. */
function textsThatSay(words: string, first: Element | null): Element[] | undefined {
  const wanted = plain(words)
  const texts: Element[] = []
  let said = ''
  for (let next = first; said.length < wanted.length && next?.localName === 'text'; next = next.nextElementSibling) {
    said += plain(next.textContent)
    texts.push(next)
  }
  return said === wanted ? texts : undefined
}

/** The words of a participant with the box around them or the figure beside; none where a text is something else. */
function headAt(text: Element, label: string): Element[] {
  const words = textsThatSay(label, text) ?? []
  const before = text.previousElementSibling
  if (before?.localName === 'rect') return words.length > 0 ? [before, ...words] : []
  const figure: Element[] = []
  const shapes = 'circle, path, ellipse'
  for (let next = words.at(-1)?.nextElementSibling; next?.matches(shapes); next = next.nextElementSibling)
    figure.push(next)
  return figure.length > 0 ? [...words, ...figure] : []
}

const isLevel = (line: Element): boolean => line.getAttribute('y1') === line.getAttribute('y2')

/** From where to where it reaches. The parts of a frame are parted by lines as wide as the frame. */
function spanOf(element: Element): string {
  const x = numberOf(element, 'x')
  const [start, end] = Number.isNaN(x)
    ? [numberOf(element, 'x1'), numberOf(element, 'x2')]
    : [x, x + numberOf(element, 'width')]
  return `${start.toFixed(1)} ${end.toFixed(1)}`
}

/** Arrows end beside a lifeline where it is active, and before the head of who is created. */
function isBetween(line: Element, [start = 0, end = 0]: readonly number[]): boolean {
  const near = 20
  const [left = 0, right = 0] = [numberOf(line, 'x1'), numberOf(line, 'x2')].sort((a, b) => a - b)
  // A message to oneself goes out and comes back.
  if (start === end) return Math.abs(left - start) < near && right - left > near && beside(line).length > 2
  const isWithin = left > start - near && right < end + near && right - left > (end - start) / 2
  return isWithin && (left < start + near || right > end - near)
}

/** The tips of a message, and the two other lines of one to oneself. */
function beside(line: Element): Element[] {
  const height = numberOf(line, 'y1')
  const isTip = (element: Element | null): element is Element => {
    if (!element?.matches('line, polygon, ellipse')) return false
    const y = Number(
      /,([\d.]+)/.exec(element.getAttribute('points') ?? '')?.[1] ??
        element.getAttribute('y1') ??
        element.getAttribute('cy'),
    )
    return Math.abs(y - height) < 16
  }
  const found: Element[] = []
  for (let next = line.previousElementSibling; isTip(next); next = next.previousElementSibling) found.push(next)
  for (let next = line.nextElementSibling; isTip(next); next = next.nextElementSibling) found.push(next)
  return found
}

/** What stands at a line of a message, the number before it aside; undefined when that is not its label. */
function wordsOf(line: Element, label: string): Element[] | undefined {
  let next = line.nextElementSibling
  while (next?.matches('line, polygon, ellipse')) next = next.nextElementSibling
  return textsThatSay(label, next) ?? textsThatSay(label, next?.nextElementSibling ?? null)
}
