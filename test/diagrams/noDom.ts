import { registerHooks } from 'node:module'

/**
 * Lets mermaid's parsers run in Node from its own files, whose sanitiser needs a DOM as soon as it is loaded. Import
 * this before anything that parses. The worker's bundle leaves the sanitiser out in another way
 * (`build/withoutDrawing.ts`).
 */
const standIn =
  'data:text/javascript,export default { addHook() {}, removeHook() {}, removeAllHooks() {}, sanitize: (text) => text }'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'dompurify' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
})
