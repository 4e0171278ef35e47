/** Loads Graphviz when it is first needed, and anew when a graph broke it. */

import type { RenderOptions, RenderResult, Viz } from '@viz-js/viz'

let loaded: Promise<Viz> | undefined

/** Graphviz, loaded at the first call; the same one from then on. */
export function loadGraphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance())
  return loaded
}

/** Lets Graphviz work on a source. A graph too large for its memory leaves it broken, so then the next one gets a new one. */
export async function runGraphviz(source: string, options: RenderOptions): Promise<RenderResult> {
  const viz = await loadGraphviz()
  try {
    return viz.render(source, options)
  } catch (error) {
    loaded = undefined
    throw error
  }
}
