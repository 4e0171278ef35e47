/** Marks participants and messages in a sequence diagram by PlantUML. */

import { edgeMark, nodeMark } from '../../core/diagrams/elements.ts'
import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { setMark } from '../drawn/mark.ts'

/**
 * Marks participants and messages. PlantUML only names the lifelines of a sequence diagram; heads are identified by
 * their text, and messages by the lifelines they connect, in source order.
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

/** Text without markup and blanks, which differ in a drawing. */
const plain = (words: string | null): string => (words ?? '').replace(/<[^<>]{1,80}>|\\n|[\s*_~"/-]/g, '')

const numberOf = (element: Element | null, name: string): number => Number(element?.getAttribute(name) ?? Number.NaN)

/** The text elements from `first` on that together have this text, one per line. Undefined for any other text. */
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

/** The text of a participant with the box around it or the figure beside it; empty if the text is something else. */
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

/** The horizontal extent of an element. The parts of a frame are separated by lines as wide as the frame. */
function spanOf(element: Element): string {
  const x = numberOf(element, 'x')
  const [start, end] = Number.isNaN(x)
    ? [numberOf(element, 'x1'), numberOf(element, 'x2')]
    : [x, x + numberOf(element, 'width')]
  return `${start.toFixed(1)} ${end.toFixed(1)}`
}

/** An arrow ends beside a lifeline where that is active, and before the head of a participant it creates. */
function isBetween(line: Element, [start = 0, end = 0]: readonly number[]): boolean {
  const near = 20
  const [left = 0, right = 0] = [numberOf(line, 'x1'), numberOf(line, 'x2')].sort((a, b) => a - b)
  // A message to oneself goes out and comes back.
  if (start === end) return Math.abs(left - start) < near && right - left > near && beside(line).length > 2
  const isWithin = left > start - near && right < end + near && right - left > (end - start) / 2
  return isWithin && (left < start + near || right > end - near)
}

/** The arrowheads of a message, and for one to oneself the two other lines. */
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

/** The label at a message's line, skipping the number before it; undefined if the text is not this label. */
function wordsOf(line: Element, label: string): Element[] | undefined {
  let next = line.nextElementSibling
  while (next?.matches('line, polygon, ellipse')) next = next.nextElementSibling
  return textsThatSay(label, next) ?? textsThatSay(label, next?.nextElementSibling ?? null)
}
