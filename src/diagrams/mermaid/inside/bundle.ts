/** What the build knows about the structure of mermaid's package. */

/**
 * Packages that only draw, measure or sanitize pictures. The parsers import them but never need a result from them, and
 * some throw immediately without a DOM.
 */
export const drawingPackages =
  /^(dompurify|roughjs|d3|d3-sankey|dagre-d3-es|cytoscape(-[a-z-]+)?|katex|elkjs|marked|stylis|@upsetjs\/venn\.js|@iconify\/utils)(\/|$)/

/** Mermaid's own lazy chunks for layout and decoration, loaded only when a diagram is drawn. */
export const drawingChunks = /^\.\/(dagre|elk|swimlanes|cose-bilkent|sizeCapture|bpmnIcons)-[A-Z0-9]+\.mjs$/

/** The chunks that a frame starts with, by name without hash: what a flowchart needs. */
export const commonChunks = /^(?:flowDiagram|dagre)-/

/** The chunks of mermaid's package that all kinds share. */
export const sharedChunk = /[\\/]mermaid[\\/]dist[\\/]chunks[\\/]mermaid\.core[\\/]chunk-[A-Z0-9]+\.mjs$/

/** The statement in a shared chunk that names the default export of the merge function, and its replacement. */
export const merge = {
  original: 'var assignWithDepth_default = assignWithDepth;',
  quick: 'var assignWithDepth_default = withQuickCopies(assignWithDepth);',
}

/** The statement in the same chunk that copies all settings for each reader, and its replacement. */
export const settings = {
  original: 'return assignWithDepth_default({}, currentConfig);',
  quick: 'return copyOnRead(currentConfig, assignWithDepth_default);',
}
