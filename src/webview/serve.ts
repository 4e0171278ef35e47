/** Answers drawing requests inside a drawing frame. */

import { DiagramError, type DiagramTheme, type ParseDiagram, type RenderDiagram } from '../core/diagrams/engine.ts'

/** What the panel sends to a drawing frame. */
export interface DrawRequest {
  readonly source: string
  readonly theme: DiagramTheme
}

/** What a drawing frame sends back: first `ready`, then one answer per request. */
export type DrawReply =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly svg: string }
  | { readonly type: 'failed'; readonly message: string; readonly line?: number | undefined }

declare global {
  /** The channel to the panel, set by the frame's first script. */
  var panelPort: MessagePort | undefined
}

interface Engine {
  readonly render: RenderDiagram
  /** Absent if the engine draws every text, so there are no errors to explain. */
  readonly parse?: ParseDiagram
  /** Does the slow work of a first drawing in advance, so that it does not count towards the diagram's time limit. */
  readonly warmUp?: () => Promise<unknown>
}

/** Answers the panel's requests inside a drawing frame. Lines in answers are in the source, from 1. */
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

  /** Our parser gives better messages, with the line; but some mistakes show only while drawing. */
  async function explain(source: string, error: unknown): Promise<DrawReply> {
    const [problem] = error instanceof DiagramError ? [error.problem] : await parse(source).catch(() => [])
    if (!problem) return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
    return { type: 'failed', message: problem.reason, line: source.slice(0, problem.start).split('\n').length }
  }
}

/** Some layouts use random numbers. Resetting them for each drawing gives the same picture for the same source. */
function seedChance(): void {
  let state = 1
  // Park and Miller's generator, good enough for a layout.
  Math.random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
