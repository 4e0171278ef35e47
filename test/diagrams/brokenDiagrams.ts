import { readFileSync } from 'node:fs'

/**
 * Diagrams with one mistake each, as authors make them. The line that begins with `»` holds the mistake; the mark is not
 * part of the diagram. Where something is never closed, that is the line it was opened on.
 */
const sources = readFileSync(new URL('../fixtures/broken-diagrams.txt', import.meta.url), 'utf8')

/** One diagram with one mistake. */
export interface BrokenDiagram {
  readonly name: string
  readonly source: string
  /** The line of the mistake, from 0. */
  readonly line: number
}

export const brokenDiagrams: readonly BrokenDiagram[] = sources
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...body] = part.trimEnd().split('\n')
    return {
      name,
      source: body.map((line) => line.replace(/^»/, ' ')).join('\n'),
      line: body.findIndex((line) => line.startsWith('»')),
    }
  })
