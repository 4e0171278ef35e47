/** What a diagram notation is to the rest of the program: its name, its graph, its parser, its drawing. */

import type { DiagramWriting } from './writing.ts'

/** The name a diagram notation goes by, and how to know its diagrams. Pure; any side may import it. */
export interface DiagramSyntax {
  /** Stable, kebab-case, the file name in `src/diagrams`. */
  readonly id: string
  /** Info words of a fence that holds this notation, lower case. */
  readonly languages: readonly string[]
  /** Files that hold nothing else: VS Code's name for their language, which other extensions share, and their endings, lower case. */
  readonly files?: { readonly language: string; readonly endings: readonly string[] }
  /** Info words of a fence that holds this notation among other things, if `recognizes` says so; empty for a fence without one. */
  readonly possibleLanguages?: readonly string[]
  /** Whether a text is this notation, told by the text alone. Quick, and false for what is too large. */
  recognizes?(source: string): boolean
  /** Whether every text can be drawn, so that there is nothing to check. */
  readonly isForgiving?: boolean
  /** The kind of diagram, such as `flowchart` or `C4Context`; undefined when the source does not say. */
  kindOf(source: string): string | undefined
  /**
   * What the diagram shows, read without the engine: quick, tolerant of mistakes, in time linear to the source. Undefined
   * for kinds of which nothing can be told. A kind without nodes, such as a pie, may still have a title.
   */
  graphOf?(source: string): DiagramGraph | undefined
  /** What an editor asks while somebody writes; absent for a notation of which nothing is known beside its graph. */
  readonly writing?: DiagramWriting
}

/**
 * The names in a diagram and what is connected with what. Plain data; all offsets are UTF-16, into the source. However odd
 * the source is, both ends of an edge and the parent of a node are nodes, and no node stands in itself (`consistentGraph`).
 */
export interface DiagramGraph {
  /** What the diagram is called, for readers of the picture or for those who hear it; absent when the source does not say. */
  readonly title?: string
  /** The author's words for those who do not see the picture; absent when there are none. */
  readonly description?: string
  /**
   * The words that say which kind of diagram it is, behind which title and description for listeners may be written on
   * lines of their own; absent where the notation has no such thing.
   */
  readonly head?: SourceRange
  /** In the order of their first appearance. */
  readonly nodes: readonly DiagramNode[]
  /** In the order of the source. */
  readonly edges: readonly DiagramEdge[]
}

/** Half-open range of UTF-16 offsets into the source of a diagram. */
interface SourceRange {
  readonly start: number
  readonly end: number
}

/** A node. Its range is where it is defined: where it gets its label, or else where it is first named. */
export interface DiagramNode extends SourceRange {
  /** As the source names it; unique in the diagram. */
  readonly id: string
  /** As a reader sees it: one line, no markup, no entities. The id where the node has no other name. */
  readonly label: string
  /** What the notation says about its nature; absent when that is nothing. */
  readonly kind?: DiagramNodeKind
  /** What a chart says of it besides its name, such as `45`; absent where that is nothing. */
  readonly value?: string
  /** Id of the group it stands in; absent when it stands in none. */
  readonly parent?: string
  /** Where else the source names it; absent when nowhere. For a group, the stretch with its members is among them. */
  readonly mentions?: readonly SourceRange[]
}

export type DiagramNodeKind =
  /** Holds others: a subgraph, a boundary, a namespace. */
  | 'group'
  | 'person'
  /** Not part of what is designed. */
  | 'external'
  /** A database, a disk, a file. */
  | 'store'
  | 'queue'
  /** A question with ways out. */
  | 'decision'
  /** A step of a process, a task, a state. */
  | 'step'
  /** A type: a class, an entity. */
  | 'type'
  /** Shown without a name: a start, an end, a fork. */
  | 'point'

/** A connection. Its range goes from one name to the other, both included where they stand together. */
export interface DiagramEdge extends SourceRange {
  /** Ids of nodes. An arrow points at `to`. */
  readonly from: string
  readonly to: string
  /** One line, no markup; absent when it has none. */
  readonly label?: string
  /** A line without a head, or with one at each end; absent for an arrow. */
  readonly heads?: 'none' | 'both'
}

/** What a parser found wrong in a diagram. Plain data: it crosses from a worker. */
export interface DiagramProblem {
  /** One sentence in our own words, without a position and without a full stop. */
  readonly reason: string
  /** UTF-16 offsets into the source of the diagram; `end` is exclusive and may equal `start`. */
  readonly start: number
  readonly end: number
  /** Set where the diagram may be right, and only we cannot draw it. */
  readonly isUnsupported?: true
  /** What surely mends it; absent where that takes an author. */
  readonly fix?: DiagramFix
}

/** What mends a diagram. */
export interface DiagramFix {
  /** As shown in the light bulb. */
  readonly title: string
  /** In their order, and apart from each other. */
  readonly edits: readonly DiagramEdit[]
}

/** A replacement by UTF-16 offsets into the source of the diagram. */
export interface DiagramEdit extends SourceRange {
  readonly newText: string
}

/** Finds what is wrong in one diagram. Resolves to nothing for a good one; rejects only for a bug. */
export type ParseDiagram = (source: string) => Promise<readonly DiagramProblem[]>

/** Colours and light for a drawing. */
export interface DiagramTheme {
  readonly dark: boolean
  readonly highContrast: boolean
  /**
   * The drawing becomes a file that other programs show: labels are SVG wherever the engine can, and nothing in it tells
   * the day it was made. Absent for the panel.
   */
  readonly isPortable?: boolean
  /** CSS font list of the drawing's text. */
  readonly fontFamily: string
  /** All as `#rrggbb`, for engines calculate with them. */
  readonly colors: DiagramColors
}

/** The few colours of the editor's theme from which an engine makes its own. */
export interface DiagramColors {
  readonly background: string
  readonly foreground: string
  /** Lines and borders that must be seen. */
  readonly line: string
  /** Tints the boxes. */
  readonly accent: string
  readonly error: string
  /** Told apart from each other: slices, sections, branches. */
  readonly series: readonly string[]
}

/** What drawing rejects with when it knows the place of the mistake. */
export class DiagramError extends Error {
  readonly problem: DiagramProblem

  constructor(problem: DiagramProblem) {
    super(problem.reason)
    this.problem = problem
  }
}

/** Draws a diagram as SVG text. Rejects with an Error whose message can be shown to the author. */
export type RenderDiagram = (source: string, theme: DiagramTheme) => Promise<string>
