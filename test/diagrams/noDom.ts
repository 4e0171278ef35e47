import { registerHooks } from 'node:module'

/**
 * Lets mermaid's parsers run in Node from its own files: the sanitiser needs a DOM from its first line on. Import this
 * before anything that parses; the bundle of the worker leaves the sanitiser out in its own way.
 */
const standIn =
  'data:text/javascript,export default { addHook() {}, removeHook() {}, removeAllHooks() {}, sanitize: (text) => text }'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'dompurify' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
})
