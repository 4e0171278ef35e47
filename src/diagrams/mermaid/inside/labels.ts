/** Selectors for the text in mermaid's drawings, as far as the panel reads it. */

/** A line of a text label. */
export const labelLine = 'tspan.row'

/** An HTML label, followed by a text version for programs that do not support HTML. */
export const doubleLabel = 'switch > foreignObject'
