/** The interface of a diagram notation: its name, its graph, its parser, its renderer. */

import type { DiagramWriting } from './writing.ts'

/** The id of a diagram notation, and how to recognise its diagrams. Pure; may be imported in any environment. */
export interface DiagramSyntax {
  /** Stable, kebab-case, the file name in `src/diagrams`. */
  readonly id: string
  /** First words of the info string of fences with this notation, in lower case. */
  readonly languages: readonly string[]
  /** Files with only this notation: language id, shared with other extensions, and file extensions, in lower case. */
  readonly files?: { readonly language: string; readonly endings: readonly string[] }
  /**
   * Info words of fences that may contain this notation, if `recognizes` confirms it; empty for a fence without one.
   */
  readonly possibleLanguages?: readonly string[]
  /** Whether a text is this notation, judging by the text alone. Fast; false for texts that are too large. */
  recognizes?(source: string): boolean
  /** Whether any text can be drawn, so that there is nothing to check. */
  readonly isForgiving?: boolean
  /** The kind of diagram, such as `flowchart` or `C4Context`; undefined if the source does not say. */
  kindOf(source: string): string | undefined
  /**
   * The content of the diagram, read without the engine: fast, tolerant of mistakes, in linear time. Undefined for
   * kinds that are not supported. A kind without nodes, such as a pie chart, may still have a title.
   */
  graphOf?(source: string): DiagramGraph | undefined
  /** Editor support while writing; absent for a notation of which only the graph is known. */
  readonly writing?: DiagramWriting
}

/**
 * The names in a diagram and their connections. Plain data; all offsets are UTF-16, into the source. Whatever the
 * source, both ends of an edge and the parent of a node are nodes, and no node is its own ancestor (`consistentGraph`).
 */
export interface DiagramGraph {
  /** The title, visible or for screen readers; absent if the source has none. */
  readonly title?: string
  /** The author's description for screen readers; absent if there is none. */
  readonly description?: string
  /**
   * The words that declare the kind of diagram, after which lines with title and description for screen readers may be
   * inserted; absent if the notation has no such lines.
   */
  readonly head?: SourceRange
  /** In order of first occurrence. */
  readonly nodes: readonly DiagramNode[]
  /** In source order. */
  readonly edges: readonly DiagramEdge[]
}

/** Half-open range of UTF-16 offsets into the source of a diagram. */
interface SourceRange {
  readonly start: number
  readonly end: number
}

/** A node. Its range is its definition: where it gets its label or, failing that, where it is first named. */
export interface DiagramNode extends SourceRange {
  /** As in the source; unique in the diagram. */
  readonly id: string
  /** As displayed: one line without markup and entities. The id if the node has no other name. */
  readonly label: string
  /** What the notation says about its nature; absent if nothing. */
  readonly kind?: DiagramNodeKind
  /** The node's value in a chart, such as `45`; absent if there is none. */
  readonly value?: string
  /** Id of the group that contains it; absent if none does. */
  readonly parent?: string
  /** Other occurrences in the source; absent if there are none. For a group, they include the range of its members. */
  readonly mentions?: readonly SourceRange[]
}

export type DiagramNodeKind =
  /** Contains other nodes: a subgraph, a boundary, a namespace. */
  | 'group'
  | 'person'
  /** Not part of the design. */
  | 'external'
  /** A database, a disk, a file. */
  | 'store'
  | 'queue'
  /** A question with several outcomes. */
  | 'decision'
  /** A step of a process, a task, a state. */
  | 'step'
  /** A type: a class, an entity. */
  | 'type'
  /** Has no visible name: a start, an end, a fork. */
  | 'point'

/** A connection. Its range extends from one name to the other, including both if they are adjacent. */
export interface DiagramEdge extends SourceRange {
  /** Ids of nodes. An arrow points at `to`. */
  readonly from: string
  readonly to: string
  /** One line without markup; absent if there is none. */
  readonly label?: string
  /** A line without arrow heads, or with one at each end; absent for an arrow. */
  readonly heads?: 'none' | 'both'
}

/** A problem that a parser found in a diagram. Plain data, since workers return it. */
export interface DiagramProblem {
  /** One sentence in our own words, without position and full stop. */
  readonly reason: string
  /** UTF-16 offsets into the source of the diagram; `end` is exclusive and may equal `start`. */
  readonly start: number
  readonly end: number
  /** Set if the diagram may be valid but we cannot draw it. */
  readonly isUnsupported?: true
  /** A certain fix; absent if the author has to decide. */
  readonly fix?: DiagramFix
}

/** A fix for a diagram. */
export interface DiagramFix {
  /** As shown in the light bulb. */
  readonly title: string
  /** In order, without overlaps. */
  readonly edits: readonly DiagramEdit[]
}

/** A replacement at UTF-16 offsets into the source of the diagram. */
export interface DiagramEdit extends SourceRange {
  readonly newText: string
}

/** Finds the problems in a diagram. Resolves to an empty list if there are none; rejects only for a bug. */
export type ParseDiagram = (source: string) => Promise<readonly DiagramProblem[]>

/** Colours and fonts for a drawing. */
export interface DiagramTheme {
  readonly dark: boolean
  readonly highContrast: boolean
  /**
   * Set if the drawing becomes a file for other programs: labels are SVG wherever the engine supports that, and nothing
   * depends on the current date. Absent for the panel.
   */
  readonly isPortable?: boolean
  /** CSS font list for the text of the drawing. */
  readonly fontFamily: string
  /** All as `#rrggbb`, since engines compute with them. */
  readonly colors: DiagramColors
}

/** The few colours of the editor's theme from which an engine derives its own. */
export interface DiagramColors {
  readonly background: string
  readonly foreground: string
  /** Lines and borders that must be visible. */
  readonly line: string
  /** Tint for boxes. */
  readonly accent: string
  readonly error: string
  /** Distinguishable colours for slices, sections, branches. */
  readonly series: readonly string[]
}

/** Rejection reason of drawing if the position of the mistake is known. */
export class DiagramError extends Error {
  readonly problem: DiagramProblem

  constructor(problem: DiagramProblem) {
    super(problem.reason)
    this.problem = problem
  }
}

/** Draws a diagram as SVG text. Rejects with an Error whose message can be shown to the author. */
export type RenderDiagram = (source: string, theme: DiagramTheme) => Promise<string>
