/** How mermaid writes the words of a drawing, as far as the panel reads them. */

/** A line of a label that is text. */
export const labelLine = 'tspan.row'

/** A label as HTML, which stands once more behind it as text, for programs that know no HTML. */
export const doubleLabel = 'switch > foreignObject'
