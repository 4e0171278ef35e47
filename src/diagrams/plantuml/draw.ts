/** Runs PlantUML on the lines of one diagram. */

import { standInForDom } from './standIn.ts'

/** Draws the lines of one diagram, from `@start…` to `@end…`, as SVG text. Rejects if not even an error is drawn. */
export type Draw = (lines: readonly string[]) => Promise<string>

let engine: Promise<Draw> | undefined
let last: Promise<unknown> = Promise.resolve()

/** PlantUML, loaded on the first call. It keeps its state in globals, so only one drawing runs at a time. */
export const draw: Draw = (lines) => {
  engine ??= load()
  const drawing = Promise.all([engine, last]).then(([drawOne]) => drawOne(lines))
  last = drawing.catch(() => undefined)
  return drawing
}

/**
 * PlantUML first tries the kind that it drew last, and `A -> B` is valid in several. After this diagram, which can only
 * be a sequence diagram, it tries them in its own order, so that a drawing does not depend on the previous one.
 */
const forget = ['@startuml', 'participant A', 'autonumber', 'A -> A', '@enduml']

async function load(): Promise<Draw> {
  standInForDom()
  // Libraries would be loaded as scripts beside the page, which may not load any. Emoji would be half as large as the
  // engine, so a diagram is drawn without them.
  Object.assign(globalThis, {
    PLANTUML_EMOJI: {},
    PLANTUML_EMOJI_SHORTCUT: {},
    PLANTUML_STDLIB_LOADER: (address: string, onLoaded: () => void, onFailed: (message: string) => void) =>
      /^(?:themes|openiconic|emoji)\.js$/.test(address) ? onLoaded() : onFailed('not part of this engine'),
  })
  const [{ renderToString }] = await Promise.all([
    import('@plantuml/core'),
    import('@plantuml/core/themes.js'),
    import('@plantuml/core/openiconic.js'),
  ])
  const drawOne: Draw = (lines) =>
    new Promise((resolve, reject) => {
      renderToString(lines, resolve, (message) => reject(new Error(String(message))))
    })
  return async (lines) => {
    const { log, warn } = console
    // PlantUML logs each step.
    console.log = console.warn = () => {}
    try {
      await drawOne(forget)
      return await drawOne(lines)
    } finally {
      Object.assign(console, { log, warn })
    }
  }
}
