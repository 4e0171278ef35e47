/** Loads mermaid for parsing on first use. */

import type { Mermaid } from 'mermaid'

/** Mermaid for parsing, loaded on the first call. Needs no DOM if the bundle leaves out the drawing code. */
export async function loadMermaid(): Promise<Mermaid> {
  const { default: mermaid } = await import('mermaid')
  // Parsing a box in a sequence diagram checks its colour with `CSS.supports`, even if there is no window, or only one
  // that another engine has created as a stand-in.
  const scope = globalThis as { window?: object }
  scope.window ??= {}
  if (!('CSS' in scope.window)) Object.assign(scope.window, { CSS: { supports: () => true } })
  return mermaid
}
