/**
 * Reads files that contain only diagrams, so that they get the same cards, drawings and findings as fenced diagrams.
 */

import type { Code } from 'mdast'
import type { DiagramSyntax } from '../diagrams/engine.ts'
import { createParser } from '../markdown/slices.ts'
import type { Range } from '../text/range.ts'
import { createDocument, type Diagram, type DocumentModel, maxDiagram } from './document.ts'

/**
 * The notation of a file; undefined if it is not a diagram file.
 *
 * @param path with `/`
 * @param language the editor's language id
 */
export const syntaxOfFile = (
  path: string,
  language: string,
  engines: readonly DiagramSyntax[],
): DiagramSyntax | undefined => {
  const ending = /\.([a-z]{1,10})$/i.exec(path.slice(-12))?.[1]?.toLowerCase() ?? ''
  return engines.find(({ files }) => files && (files.language === language || files.endings.includes(ending)))
}

/** A diagram file as a document that contains its diagrams and no prose. Never throws. */
export function readDiagramFile(text: string, syntax: DiagramSyntax): DocumentModel {
  const diagrams = rangesIn(text).map((range) => diagramAt(text, range, syntax))
  return { ...createDocument(createParser().parse(''), []), text, diagrams }
}

/** A PlantUML file may contain several diagrams, each between `@start…` and `@end…` lines. */
function rangesIn(text: string): readonly Range[] {
  const ranges: Range[] = []
  let open: number | undefined
  for (const { 0: line, 1: mark, index } of text.matchAll(/^[ \t]{0,20}@(start|end)[a-z]{1,20}\b[^\r\n]{0,200}/gm)) {
    if (mark === 'start') open = index
    else if (open !== undefined) {
      ranges.push({ start: open, end: index + line.length })
      open = undefined
    }
  }
  if (open !== undefined) ranges.push({ start: open, end: text.length })
  return ranges.length > 0 ? ranges : text.trim() ? [{ start: 0, end: text.length }] : []
}

function diagramAt(text: string, range: Range, syntax: DiagramSyntax): Diagram {
  const { id: engine, isForgiving = false, files } = syntax
  const language = files?.language ?? engine
  // As in Markdown, where line endings are always line feeds.
  const source = text.slice(range.start, range.end).replace(/\r\n?/g, '\n')
  const isLong = source.length > maxDiagram
  const kind = isLong ? undefined : syntax.kindOf(source)
  const graph = isLong ? undefined : syntax.graphOf?.(source)
  const node: Code = { type: 'code', lang: language, meta: null, value: source }
  return { node, language, engine, isForgiving, source, graph, ...range, ...(kind && { kind }) }
}
