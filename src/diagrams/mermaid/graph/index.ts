/** Reads the graph of a mermaid diagram of any kind, without mermaid. */

import type { DiagramGraph } from '../../../core/diagrams/engine.ts'
import { createDraft, type Draft, type ReadGraph } from '../../source/draft.ts'
import { markEntities, plainLabel } from '../../source/label.ts'
import { cleanUp } from '../inside/cleanUp.ts'
import { kindOfBody } from '../inside/kinds.ts'
import { type MappedText, toSource } from '../mappedText.ts'
import { readArchitecture } from './architecture.ts'
import { readC4 } from './c4.ts'
import { readClass } from './class.ts'
import { readEr } from './er.ts'
import { readFlowchart } from './flowchart.ts'
import { readGantt } from './gantt.ts'
import { readGit } from './git.ts'
import { readJourney } from './journey.ts'
import { readKanban, readMindmap } from './mindmap.ts'
import { readPacket } from './packet.ts'
import { readPie } from './pie.ts'
import { readQuadrant } from './quadrant.ts'
import { readRadar } from './radar.ts'
import { readRequirement } from './requirement.ts'
import { readSankey } from './sankey.ts'
import { readSequence } from './sequence.ts'
import { readState } from './state.ts'
import { readTimeline } from './timeline.ts'
import { readTreemap } from './treemap.ts'
import { readXychart } from './xychart.ts'

/** Kinds in which `accTitle` and `accDescr` would be parsed as content. */
const withoutAccessible = new Set(['mindmap', 'kanban', 'sankey'])

/** Kinds that have a title line. */
const withTitle = new Set([
  ...['pie', 'gitGraph', 'journey', 'quadrantChart', 'xychart'],
  ...['timeline', 'packet', 'radar', 'treemap'],
])

/** The readers, by kind. */
const readers: Readonly<Record<string, ReadGraph>> = {
  flowchart: readFlowchart,
  sequenceDiagram: readSequence,
  classDiagram: readClass,
  stateDiagram: readState,
  erDiagram: readEr,
  C4Context: readC4,
  C4Container: readC4,
  C4Component: readC4,
  C4Dynamic: readC4,
  C4Deployment: readC4,
  gantt: readGantt,
  mindmap: readMindmap,
  kanban: readKanban,
  architecture: readArchitecture,
  requirementDiagram: readRequirement,
  pie: readPie,
  gitGraph: readGit,
  journey: readJourney,
  timeline: readTimeline,
  quadrantChart: readQuadrant,
  xychart: readXychart,
  packet: readPacket,
  radar: readRadar,
  treemap: readTreemap,
  sankey: readSankey,
}

/** UTF-16 units. Mermaid itself refuses to draw texts far shorter than this. */
const maxLength = 200_000

/** What a diagram shows, read without mermaid. Undefined for kinds without a reader. */
export function readGraph(source: string): DiagramGraph | undefined {
  if (source.length > maxLength) return undefined
  const { body, frontMatter } = cleanUp(source)
  const kind = kindOfBody(body.text) ?? ''
  const read = readers[kind]
  if (!read) return undefined
  const draft = createDraft()
  const title = /^title[^\S\n]*:([^\n]*)/m.exec(frontMatter?.text ?? '')?.[1]
  if (title) draft.title = plainLabel(title.trim().replace(/^'(.*)'$/, '$1'))
  const text = takeAccessible(markEntities(body.text), draft)
  read(text, draft)
  draft.title ??= plainLabel(
    /^(?:[ \t]*|pie[ \t]+(?:showData[ \t]+)?)title[ \t]+([^\n]*)/m.exec(withTitle.has(kind) ? text : '')?.[1] ?? '',
  )
  const head = /^[^\n;]*/.exec(text)?.[0].trimEnd().length ?? 0
  return {
    ...inSource(draft.finish(text.length), body),
    ...(!withoutAccessible.has(kind) && { head: toSource(body, { start: 0, end: head }) }),
  }
}

/**
 * Reads `accTitle` and `accDescr`, whose syntax is the same in all kinds, and replaces them with blanks of the same
 * length.
 */
function takeAccessible(text: string, draft: Draft): string {
  return text.replace(
    /^[ \t]*acc(Title|Descr)(?:[ \t]*:([^\n]*)|\s*\{([^}]*)\}?)/gm,
    (whole, what: string, line?: string, block?: string) => {
      const words = plainLabel(line ?? block ?? '')
      if (what === 'Title') draft.title = words || draft.title
      else draft.description = words || draft.description
      return whole.replace(/[^\n]/g, ' ')
    },
  )
}

/** Maps ranges in the cleaned text to ranges in the source. */
function inSource({ nodes, edges, ...rest }: DiagramGraph, body: MappedText): DiagramGraph {
  return {
    ...rest,
    nodes: nodes.map((node) => ({
      ...toSource(body, node),
      ...(node.mentions && { mentions: node.mentions.map((mention) => toSource(body, mention)) }),
    })),
    edges: edges.map((edge) => toSource(body, edge)),
  }
}
