import { readFileSync } from 'node:fs'

/** One diagram with one mistake. */
export interface BrokenDiagram {
  readonly name: string
  readonly source: string
  /** The line of the mistake, starting at 0. */
  readonly line: number
}

/**
 * Diagrams with one mistake each, of the kind that authors make. `»` marks the line of the mistake and is not part of
 * the diagram. If something is never closed, that is the line that opens it.
 */
export const readBroken = (file: string): readonly BrokenDiagram[] =>
  readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')
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

/** The broken mermaid diagrams. */
export const brokenDiagrams = readBroken('broken-diagrams.txt')
