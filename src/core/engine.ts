/** The name a diagram notation goes by, and how to know its diagrams. Pure; any side may import it. */
export interface DiagramSyntax {
  /** Stable, kebab-case, the file name in `src/diagrams`. */
  readonly id: string
  /** Info words of a fence that holds this notation, lower case. */
  readonly languages: readonly string[]
  /** The kind of diagram, such as `flowchart` or `C4Context`; undefined when the source does not say. */
  kindOf(source: string): string | undefined
}

/** What a parser found wrong in a diagram. Plain data: it crosses from a worker. */
export interface DiagramProblem {
  /** One sentence in our own words, without a position and without a full stop. */
  readonly reason: string
  /** UTF-16 offsets into the source of the diagram; `end` is exclusive and may equal `start`. */
  readonly start: number
  readonly end: number
}

/** Finds what is wrong in one diagram. Resolves to nothing for a good one; rejects only for a bug. */
export type ParseDiagram = (source: string) => Promise<readonly DiagramProblem[]>

/** Colours and light for a drawing. */
export interface DiagramTheme {
  readonly dark: boolean
  readonly highContrast: boolean
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

/** Draws a diagram as SVG text. Rejects with an Error whose message can be shown to the author. */
export type RenderDiagram = (source: string, theme: DiagramTheme) => Promise<string>
