import type { Plugin } from 'esbuild'
import { drawingChunks, drawingPackages } from '../src/diagrams/mermaid/inside/bundle.ts'

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
    build.onResolve({ filter: drawingPackages }, replace)
    build.onResolve({ filter: drawingChunks }, replace)
    build.onLoad({ filter: /.*/, namespace: 'without-drawing' }, () => ({ contents: standIn, loader: 'js' }))
  },
}
