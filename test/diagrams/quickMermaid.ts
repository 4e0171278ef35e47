/**
 * Lets mermaid copy its settings as in our bundles; otherwise that takes most of the time of a parse. Import this
 * before anything that parses, except in tests of what mermaid itself does.
 */
import './noDom.ts'
import { registerHooks } from 'node:module'
import { withQuickSettings } from '../../build/quickMermaid.ts'
import { sharedChunk } from '../../src/diagrams/mermaid/inside/bundle.ts'

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!sharedChunk.test(url) || !loaded.source) return loaded
    const source = withQuickSettings(String(loaded.source), ({ href }) => href)
    return source === undefined ? loaded : { ...loaded, source }
  },
})
