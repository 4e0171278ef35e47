import type { Plugin } from 'esbuild'
import { drawingChunks, drawingPackages } from '../src/diagrams/mermaid/inside/bundle.ts'

/**
 * The replacement for all of them: every property is a function, and whatever a call returns has every property too.
 * The wildcard is in the prototype, since esbuild copies a CommonJS module's own properties but keeps its prototype.
 * `sanitize` returns its text: parsers pass labels through it and keep the result.
 */
const standIn = `
const anything = new Proxy(function () {}, {
  get: (_, key) => key === 'sanitize' ? (text) => text : typeof key === 'symbol' || key === 'then' ? undefined : anything,
  apply: () => anything,
  construct: () => anything,
})
module.exports = Object.create(anything)
`

/** Leaves everything out of the worker's bundle that mermaid only needs for drawing. */
export const withoutDrawing: Plugin = {
  name: 'without-drawing',
  setup(build) {
    const replace = () => ({ path: 'stand-in', namespace: 'without-drawing' })
    build.onResolve({ filter: drawingPackages }, replace)
    build.onResolve({ filter: drawingChunks }, replace)
    build.onLoad({ filter: /.*/, namespace: 'without-drawing' }, () => ({ contents: standIn, loader: 'js' }))
  },
}
