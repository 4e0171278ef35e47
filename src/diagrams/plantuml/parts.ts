import type { DiagramOutline } from '../../core/diagrams/engine.ts'
import { markEdges, markNodes } from '../util/mark.ts'
import { markSequence } from './sequenceParts.ts'

/** Marks what shows a node or an edge of the outline with `data-part`. */
export function markParts(drawing: Element, outline: DiagramOutline): void {
  if (drawing.querySelector('[data-qualified-name]')) markNamed(drawing, outline)
  else markSequence(drawing, outline)
}

/** Most kinds say what they draw. */
function markNamed(drawing: Element, outline: DiagramOutline): void {
  const known = new Set(outline.nodes.map(({ id }) => id))
  const names = new Map<string, string>()
  /** Names are qualified by the packages around. */
  const nameOf = (element: Element) => {
    const full = element.getAttribute('data-qualified-name') ?? ''
    const own = known.has(full) ? full : full.slice(full.lastIndexOf('.') + 1)
    names.set(element.id, own)
    return own
  }
  markNodes(drawing.querySelectorAll('[data-qualified-name]'), outline, nameOf)
  const end = (element: Element, which: 1 | 2) => names.get(element.getAttribute(`data-entity-${which}`) ?? '')
  markEdges(
    drawing.querySelectorAll('[data-entity-1][data-entity-2]'),
    outline,
    (element, from, to) => end(element, 1) === from && end(element, 2) === to,
  )
}
