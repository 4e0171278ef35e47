import { readFileSync } from 'node:fs'

/** One diagram with one mistake. */
export interface BrokenDiagram {
  readonly name: string
  readonly source: string
  /** The line of the mistake, from 0. */
  readonly line: number
}

/**
 * Diagrams with one mistake each, as authors make them. The line that begins with `»` holds the mistake; the mark is not
 * part of the diagram. Where something is never closed, that is the line it was opened on.
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

/** Those of mermaid. */
export const brokenDiagrams = readBroken('broken-diagrams.txt')
