/** Answers requests for drawings inside a drawing frame. */

import { DiagramError, type DiagramTheme, type ParseDiagram, type RenderDiagram } from '../core/diagrams/engine.ts'

/** What the panel sends into a drawing frame. */
export interface DrawRequest {
  readonly source: string
  readonly theme: DiagramTheme
}

/** What a drawing frame sends back: first `ready`, then one answer a request. */
export type DrawReply =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly svg: string }
  | { readonly type: 'failed'; readonly message: string; readonly line?: number | undefined }

declare global {
  /** The line to the panel, left here by the frame's first script. */
  var panelPort: MessagePort | undefined
}

interface Engine {
  readonly render: RenderDiagram
  /** Absent: it draws every text, and there is nothing to explain. */
  readonly parse?: ParseDiagram
  /** Does what takes long at a first drawing only; that time is not the diagram's. */
  readonly warmUp?: () => Promise<unknown>
}

/** Answers the panel's requests inside a drawing frame, one after the other. Lines in answers count from 1, in the source. */
export async function serve({ render, parse = async () => [], warmUp }: Engine): Promise<void> {
  const port = globalThis.panelPort
  if (!port) return
  const reply = (message: DrawReply) => port.postMessage(message)
  port.onmessage = async ({ data }: MessageEvent<DrawRequest>) => {
    seedChance()
    try {
      reply({ type: 'drawn', svg: await render(data.source, data.theme) })
    } catch (error) {
      reply(await explain(data.source, error))
    }
  }
  await warmUp?.().catch(() => undefined)
  reply({ type: 'ready' })

  /** Our parser says it better, and knows the line; but some mistakes only drawing finds. */
  async function explain(source: string, error: unknown): Promise<DrawReply> {
    const [problem] = error instanceof DiagramError ? [error.problem] : await parse(source).catch(() => [])
    if (!problem) return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
    return { type: 'failed', message: problem.reason, line: source.slice(0, problem.start).split('\n').length }
  }
}

/** Some layouts begin with chance. With the same numbers for each drawing, the same source gives the same picture. */
function seedChance(): void {
  let state = 1
  // Park and Miller's generator: all that a layout asks for.
  Math.random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
