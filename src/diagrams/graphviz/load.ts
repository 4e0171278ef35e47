/** Loads Graphviz when it is first needed, and anew when a graph broke it. */

import type { MultipleRenderResult, RenderOptions, RenderResult, Viz } from '@viz-js/viz'

let loaded: Promise<Viz> | undefined

/** Graphviz, loaded at the first call; the same one from then on. */
export function loadGraphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance())
  return loaded
}

/** Lets Graphviz work on a source. A graph too large for its memory leaves it broken, so then the next one gets a new one. */
export const runGraphviz = (source: string, options: RenderOptions): Promise<RenderResult> =>
  withGraphviz((viz) => viz.render(source, options))

/** The same for several formats at once, from one layout. */
export const runGraphvizFor = (
  source: string,
  formats: readonly string[],
  options: RenderOptions,
): Promise<MultipleRenderResult> => withGraphviz((viz) => viz.renderFormats(source, [...formats], options))

async function withGraphviz<T>(use: (viz: Viz) => T): Promise<T> {
  const viz = await loadGraphviz()
  try {
    return use(viz)
  } catch (error) {
    loaded = undefined
    throw error
  }
}
