/** What the build knows of how mermaid's package is made. */

/**
 * Packages that only draw, measure or sanitise pictures. The parsers import them but never need an answer from them,
 * and some throw at once where there is no DOM.
 */
export const drawingPackages =
  /^(dompurify|roughjs|d3|d3-sankey|dagre-d3-es|cytoscape(-[a-z-]+)?|katex|elkjs|marked|stylis|@upsetjs\/venn\.js|@iconify\/utils)(\/|$)/

/** Mermaid's own lazy chunks that lay out or decorate, reached only when a diagram is drawn. */
export const drawingChunks = /^\.\/(dagre|elk|swimlanes|cose-bilkent|sizeCapture|bpmnIcons)-[A-Z0-9]+\.mjs$/

/** Chunks that a frame starts with, by their names without a hash: what a flowchart needs. */
export const commonChunks = /^(?:flowDiagram|dagre)-/

/** Where mermaid's package keeps what all kinds share. */
export const sharedChunk = /[\\/]mermaid[\\/]dist[\\/]chunks[\\/]mermaid\.core[\\/]chunk-[A-Z0-9]+\.mjs$/

/** Where one of these gives the name of its default export to the function that merges settings, and what stands there instead. */
export const merge = {
  original: 'var assignWithDepth_default = assignWithDepth;',
  quick: 'var assignWithDepth_default = withQuickCopies(assignWithDepth);',
}

/** Where the same module copies all settings for whoever asks for one, and what stands there instead. */
export const settings = {
  original: 'return assignWithDepth_default({}, currentConfig);',
  quick: 'return copyOnRead(currentConfig, assignWithDepth_default);',
}
