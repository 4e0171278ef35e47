/** Loads mermaid for parsing when it is first needed. */

import type { Mermaid } from 'mermaid'

/** Mermaid for parsing, loaded at the first call. Needs no DOM where the bundle leaves the drawing code out. */
export async function loadMermaid(): Promise<Mermaid> {
  const { default: mermaid } = await import('mermaid')
  // The colour of a box in a sequence diagram is looked up while parsing, even where there is no window to ask, or only one that
  // stands in for another engine's.
  const scope = globalThis as { window?: object }
  scope.window ??= {}
  if (!('CSS' in scope.window)) Object.assign(scope.window, { CSS: { supports: () => true } })
  return mermaid
}
