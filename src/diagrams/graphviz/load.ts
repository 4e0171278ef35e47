/** Loads Graphviz on first use, and again after a graph broke it. */

import type { MultipleRenderResult, RenderOptions, RenderResult, Viz } from '@viz-js/viz'

let loaded: Promise<Viz> | undefined

/** Graphviz, loaded on the first call and shared from then on. */
export function loadGraphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance())
  return loaded
}

/** Runs Graphviz on a source. A graph that exceeds its memory breaks it, so the next call loads a new instance. */
export const runGraphviz = (source: string, options: RenderOptions): Promise<RenderResult> =>
  withGraphviz((viz) => viz.render(source, options))

/** Like `runGraphviz`, for several formats from a single layout. */
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
