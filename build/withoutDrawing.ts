import type { Plugin } from 'esbuild'

/**
 * Packages that only draw, measure or sanitise pictures. The parsers import them but never need an answer from them,
 * and some throw at once where there is no DOM.
 */
const packages =
  /^(dompurify|roughjs|d3|d3-sankey|dagre-d3-es|cytoscape(-[a-z-]+)?|katex|elkjs|marked|stylis|@upsetjs\/venn\.js|@iconify\/utils)(\/|$)/

/** Mermaid's own lazy pieces that lay out or decorate, reached only when a diagram is drawn. */
const layouts = /^\.\/(dagre|elk|swimlanes|cose-bilkent|sizeCapture|bpmnIcons)-[A-Z0-9]+\.mjs$/

/**
 * What stands in for all of them: every property is a function, and whatever a call returns has every property too.
 * The wildcard sits in the prototype, since esbuild copies a CommonJS module's own properties but keeps its prototype.
 * `sanitize` gives its text back: parsers pass labels through it and keep the result.
 */
const standIn = `
const anything = new Proxy(function () {}, {
  get: (_, key) => key === 'sanitize' ? (text) => text : typeof key === 'symbol' || key === 'then' ? undefined : anything,
  apply: () => anything,
  construct: () => anything,
})
module.exports = Object.create(anything)
`

/** Leaves everything out of the worker's bundle that mermaid needs for drawing only. */
export const withoutDrawing: Plugin = {
  name: 'without-drawing',
  setup(build) {
    const replace = () => ({ path: 'stand-in', namespace: 'without-drawing' })
    build.onResolve({ filter: packages }, replace)
    build.onResolve({ filter: layouts }, replace)
    build.onLoad({ filter: /.*/, namespace: 'without-drawing' }, () => ({ contents: standIn, loader: 'js' }))
  },
}
