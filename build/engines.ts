/** The table of diagram engines, from which their workers, their frames and the index of notations are generated. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

interface Engine {
  /** The name of its file in `src/diagrams`, which exports `syntax`; the one that ends in `Render` exports `render`. */
  readonly id: string
  /** Whether it exports `parse`, which runs in a worker that can be killed. Without it, any text can be drawn. */
  readonly hasParser?: boolean
  /** Whether its drawing half exports `warmUp`, which does what takes long in the first drawing only. */
  readonly hasWarmUp?: boolean
  /** Whether it is so large that it is split into chunks, which a frame requests (`build/chunks.ts`). */
  readonly isInChunks?: boolean
}

/** In the order of the generated index. */
export const engines: readonly Engine[] = [
  { id: 'box-art' },
  { id: 'graphviz', hasParser: true, hasWarmUp: true },
  { id: 'mermaid', hasParser: true, isInChunks: true },
  { id: 'plantuml', hasParser: true, hasWarmUp: true },
]

/** The two files in `src/diagrams` that an engine consists of. */
export const filesOf = ({ id }: Engine): { readonly syntax: string; readonly render: string } => ({
  syntax: `src/diagrams/${id}.ts`,
  render: `src/diagrams/${camelCase(id)}Render.ts`,
})

export const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** esbuild entry points by bundle name: the worker for each engine's parser. Requires the plugin `engineEntries`. */
export const workerEntries = (): Record<string, string> =>
  Object.fromEntries(engines.filter(({ hasParser }) => hasParser).map(({ id }) => [`${id}-worker`, `worker:${id}`]))

/** esbuild entry points of the drawing halves, either of the engines that are split into chunks or of the others. */
export const frameEntries = (inChunks: boolean): Record<string, string> =>
  Object.fromEntries(
    engines.filter(({ isInChunks = false }) => isInChunks === inChunks).map(({ id }) => [`${id}-frame`, `frame:${id}`]),
  )

/** The source of an entry: it passes an engine's exports to the function that serves them in a worker or a frame. */
function entryText(kind: string, engine: Engine): string {
  const { syntax, render } = filesOf(engine)
  const parse = engine.hasParser ? `import { parse } from './${syntax}'\n` : ''
  if (kind === 'worker') return `${parse}import { serve } from './src/worker/serve.ts'\nserve(parse)\n`
  const drawing = ['render', ...(engine.hasWarmUp ? ['warmUp'] : [])]
  const given = [...drawing, ...(engine.hasParser ? ['parse'] : [])].join(', ')
  return `${parse}import { ${drawing.join(', ')} } from './${render}'\nimport { serve } from './src/webview/serve.ts'\nvoid serve({ ${given} })\n`
}

/** Generates the entries of workers and frames. */
export const engineEntries: Plugin = {
  name: 'engine-entries',
  setup(build) {
    build.onResolve({ filter: /^(?:worker|frame):/ }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace: 'engine' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path }) => {
      const [kind = '', id] = path.split(':')
      const engine = engines.find((each) => each.id === id)
      if (!engine) return { errors: [{ text: `There is no engine ${id}` }] }
      // In strict mode, like a bundle whose entry is one of our files.
      return { contents: `'use strict'\n${entryText(kind, engine)}`, loader: 'js', resolveDir: root }
    })
  },
}

const root = fileURLToPath(new URL('../', import.meta.url))
