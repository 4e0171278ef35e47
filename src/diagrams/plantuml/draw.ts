/** Runs PlantUML on the lines of one diagram. */

import { standInForDom } from './standIn.ts'

/** Draws the lines of one diagram, `@start…` and `@end…` included, as SVG text. Rejects where there is not even a picture of a mistake. */
export type Draw = (lines: readonly string[]) => Promise<string>

let engine: Promise<Draw> | undefined
let last: Promise<unknown> = Promise.resolve()

/** PlantUML, loaded at the first call. It keeps its state in globals, so drawings wait for each other. */
export const draw: Draw = (lines) => {
  engine ??= load()
  const drawing = Promise.all([engine, last]).then(([drawOne]) => drawOne(lines))
  last = drawing.catch(() => undefined)
  return drawing
}

/**
 * PlantUML tries first the kind that it drew last, and `A -> B` is of several. After this, which is a sequence and nothing
 * else, it tries them in its own order, and a drawing does not depend on the one before.
 */
const forget = ['@startuml', 'participant A', 'autonumber', 'A -> A', '@enduml']

async function load(): Promise<Draw> {
  standInForDom()
  // Libraries would come as scripts from beside the page, which may not ask for any. Emoji are as large as half the
  // engine, so there are none: a diagram with one is drawn without it.
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
    // It tells each step it takes.
    console.log = console.warn = () => {}
    try {
      await drawOne(forget)
      return await drawOne(lines)
    } finally {
      Object.assign(console, { log, warn })
    }
  }
}
