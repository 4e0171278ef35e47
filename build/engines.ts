/** The table of diagram engines, from which their workers, their frames and the index of notations are made. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

interface Engine {
  /** The name of its file in `src/diagrams`, which exports `syntax`; the file ending in `Render` exports `render`. */
  readonly id: string
  /** It exports `parse` too, which runs in a worker that can be killed. Without one, every text can be drawn. */
  readonly hasParser?: boolean
  /** Its drawing half exports `warmUp`, what takes long at a first drawing only. */
  readonly hasWarmUp?: boolean
  /** Large, and cut into chunks that a frame asks for (`build/chunks.ts`). */
  readonly isInChunks?: boolean
}

/** In the order of the generated index. */
export const engines: readonly Engine[] = [
  { id: 'box-art' },
  { id: 'graphviz', hasParser: true, hasWarmUp: true },
  { id: 'mermaid', hasParser: true, isInChunks: true },
  { id: 'plantuml', hasParser: true, hasWarmUp: true },
]

/** The two files in `src/diagrams` that an engine is made of. */
export const filesOf = ({ id }: Engine): { readonly syntax: string; readonly render: string } => ({
  syntax: `src/diagrams/${id}.ts`,
  render: `src/diagrams/${camelCase(id)}Render.ts`,
})

export const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Entry points of esbuild's, by the name of the bundle: each engine's parser in a worker. Wants the plugin `engineEntries`. */
export const workerEntries = (): Record<string, string> =>
  Object.fromEntries(engines.filter(({ hasParser }) => hasParser).map(({ id }) => [`${id}-worker`, `worker:${id}`]))

/** The drawing halves: of the engines that are cut into chunks, or of the others. */
export const frameEntries = (inChunks: boolean): Record<string, string> =>
  Object.fromEntries(
    engines.filter(({ isInChunks = false }) => isInChunks === inChunks).map(({ id }) => [`${id}-frame`, `frame:${id}`]),
  )

/** The text of an entry: what an engine exports is handed to whatever serves it in a worker or a frame. */
function entryText(kind: string, engine: Engine): string {
  const { syntax, render } = filesOf(engine)
  const parse = engine.hasParser ? `import { parse } from './${syntax}'\n` : ''
  if (kind === 'worker') return `${parse}import { serve } from './src/worker/serve.ts'\nserve(parse)\n`
  const drawing = ['render', ...(engine.hasWarmUp ? ['warmUp'] : [])]
  const given = [...drawing, ...(engine.hasParser ? ['parse'] : [])].join(', ')
  return `${parse}import { ${drawing.join(', ')} } from './${render}'\nimport { serve } from './src/webview/serve.ts'\nvoid serve({ ${given} })\n`
}

/** Makes the entries of workers and frames. */
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
      // Strict, as a bundle is whose entry is one of our files.
      return { contents: `'use strict'\n${entryText(kind, engine)}`, loader: 'js', resolveDir: root }
    })
  },
}

const root = fileURLToPath(new URL('../', import.meta.url))
