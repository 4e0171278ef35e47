/** Creates the list of diagrams for the panel. */

import { hashText } from '../text/hash.ts'
import { elementsOf } from './elements.ts'
import type { DiagramGraph } from './engine.ts'
import type { DiagramCard } from './protocol.ts'

/** What cards need of a document. `DocumentModel` provides it. */
interface DiagramSource {
  readonly text: string
  readonly diagrams: readonly {
    readonly language: string
    readonly engine?: string
    readonly kind?: string
    readonly source: string
    readonly start: number
    readonly graph?: DiagramGraph | undefined
    readonly section?: { readonly title: string }
  }[]
}

/** One card for each diagram, in document order. Without an engine, a diagram has its language instead. */
export function cardsOf({ text, diagrams }: DiagramSource, documentName: string): DiagramCard[] {
  const counts = new Map<string, number>()
  const lineAt = createLineCounter(text)
  return diagrams.map(({ language, engine, kind, source, start, section, graph }) => {
    const drawnBy = engine ?? language
    const hash = hashText(`${drawnBy}\n${source}`)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    const id = count === 1 ? hash : `${hash}-${count}`
    const title = section?.title || documentName
    return {
      id,
      engine: drawnBy,
      source,
      title,
      line: lineAt(start),
      ...(kind && { kind }),
      ...(graph && { elements: elementsOf(graph) }),
    }
  })
}

/** Returns the line of an offset, from 1. Offsets must be ascending. */
function createLineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1
      line++
    }
    return line
  }
}
