import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import type { Frame } from 'playwright-core'
import { rendererMemory } from '../harness/memory.ts'
import { Workbench } from '../harness/workbench.ts'

// Compares our diagram panel with VS Code's own Markdown preview in one run of VS Code: medians, in milliseconds.

interface Viewer {
  readonly name: string
  readonly command: string
  readonly extension?: string
  /** Selects the drawings in the page of the preview. */
  readonly pictures: string
  /** Selects what is shown while a drawing is pending. */
  readonly waiting: string
  /** The type of the message that carries a new text. */
  readonly message: string
}

const viewers: readonly Viewer[] = [
  {
    name: 'Design Docs',
    command: 'Design Docs: Open Diagram Preview to the Side',
    pictures: '.card[data-state="drawn"]',
    waiting: '.card[aria-busy="true"]',
    message: 'update',
  },
  {
    name: 'built-in',
    command: 'Markdown: Open Preview to the Side',
    extension: 'vscode.markdown-language-features',
    pictures: '.mermaid svg',
    waiting: '.mermaid:not(:has(svg))',
    message: 'updateContent',
  },
]

const counts = [1, 20, 100]
const prose = 3
/** The line and column of a label inside the first diagram. */
const label = { line: 9, column: 12 }
const diagram = (name: string) => `flowchart LR
  a${name}[Start ${name}] --> b[Check]
  b --> c{Good?}
  c -->|yes| d[Store]
  c -->|no| e[Refuse]`
const documentOf = (count: number) =>
  `# Doc\n\nProse.\n\n${Array.from({ length: count }, (_, i) => `## Part ${i}\n\n\`\`\`mermaid\n${diagram(`${i}`)}\n\`\`\`\n\n`).join('')}`

const hanging = `mindmap\n  root\n${Array.from({ length: 800 }, (_, i) => `    n${i}\n`).join('')}`

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

declare global {
  /** The time of the last key or pointer press, and the longest time for which the page was blocked. */
  var pressed: { at: number; longest: number }
  /** The times when the new text arrived and when the page last changed. */
  var watched: { message: number; last: number }
  var mermaid: { initialize(config: object): void; render(id: string, source: string): Promise<{ svg: string }> }
}

/** Milliseconds to the last change of the preview, from the key press and from the arrival of the new text. */
interface Update {
  readonly fromKey: number
  readonly fromText: number
}

function watchFrame({ message }: Pick<Viewer, 'message'>): void {
  const now = () => performance.timeOrigin + performance.now()
  globalThis.watched = { message: 0, last: 0 }
  const { watched } = globalThis
  addEventListener('message', ({ data }) => {
    if (data?.type !== message || watched.message) return
    watched.message = now()
    setTimeout(() => {
      watched.last = Math.max(watched.last, now())
    })
  })
  new MutationObserver(() => {
    watched.last = now()
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}

async function updateBy(
  workbench: Workbench,
  frame: Frame,
  { waiting, pictures }: Viewer,
  count: number,
): Promise<Update> {
  await frame.evaluate(() => Object.assign(watched, { message: 0, last: 0 }))
  await workbench.press('x')
  await frame.waitForFunction(
    ([waiting, pictures, count]) =>
      watched.message > 0 &&
      performance.timeOrigin + performance.now() - watched.last > 700 &&
      !document.querySelector(waiting) &&
      document.querySelectorAll(pictures).length >= count,
    [waiting, pictures, count] as const,
    { timeout: 60_000, polling: 100 },
  )
  const { message, last } = await frame.evaluate(() => watched)
  const { at } = await workbench.page.evaluate(() => pressed)
  return { fromKey: last - at, fromText: last - message }
}

async function updates(rounds: number, update: () => Promise<Update>): Promise<Update> {
  // The first one is slower in both viewers, so it does not count.
  await update()
  const all: Update[] = []
  for (let round = 0; round < rounds; round++) all.push(await update())
  return { fromKey: median(all.map(({ fromKey }) => fromKey)), fromText: median(all.map(({ fromText }) => fromText)) }
}

interface Openings {
  readonly first: number
  readonly all: number
}

interface Figures {
  readonly memory: number | undefined
  readonly prose: Update
  readonly inside: Update
  readonly loaded: readonly string[]
}

/** Returns the milliseconds from the command to the first drawing and to all of them. */
async function openViewer(workbench: Workbench, viewer: Viewer, count: number): Promise<Openings> {
  const shown = workbench.webview(viewer.extension).locator(viewer.pictures)
  await workbench.runCommand(viewer.command)
  await shown.first().waitFor({ state: 'attached', timeout: 60_000 })
  const first = Date.now()
  await shown.nth(count - 1).waitFor({ state: 'attached', timeout: 60_000 })
  const all = Date.now()
  const { at } = await workbench.page.evaluate(() => pressed)
  return { first: first - at, all: all - at }
}

/** Measures both viewers in turns, because the load of the machine varies over time. */
async function measureOpenings(workbench: Workbench, count: number): Promise<readonly Openings[]> {
  const all = viewers.map(() => ({ first: [] as number[], all: [] as number[] }))
  // The first one is slower in both viewers, so it does not count.
  for (let round = 0; round < (count === 100 ? 4 : 6); round++)
    for (const [index, viewer] of viewers.entries()) {
      await workbench.openFile(`d${count}.md`)
      await pause(1_500)
      const times = await openViewer(workbench, viewer, count)
      if (round > 0) for (const name of ['first', 'all'] as const) all[index]?.[name].push(times[name])
      await workbench.focusEditor()
      await workbench.runCommand('View: Close All Editors')
    }
  return all.map(({ first, all }) => ({ first: median(first), all: median(all) }))
}

async function measure(workbench: Workbench, viewer: Viewer, count: number): Promise<Figures> {
  await workbench.openFile(`d${count}.md`)
  await pause(1_500)
  const before = await rendererMemory(workbench.page)
  await openViewer(workbench, viewer, count)
  await pause(3_000)
  const after = await rendererMemory(workbench.page)
  const frame = await workbench.webviewFrame(viewer.extension)
  await frame.evaluate(watchFrame, { message: viewer.message })
  const rounds = count === 100 ? 5 : 9
  const update = () => updateBy(workbench, frame, viewer, count)
  await workbench.goTo(prose, 1)
  const inProse = await updates(rounds, update)
  await workbench.goTo(label.line, label.column)
  const inside = await updates(rounds, update)
  const loaded = await frame.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  await workbench.focusEditor()
  await workbench.save()
  await workbench.runCommand('View: Close All Editors')
  const memory = before === undefined || after === undefined ? undefined : after - before
  return { memory, prose: inProse, inside, loaded }
}

/** Returns the time that mermaid alone takes for the same diagram, inserted and laid out, in a separate page. */
async function measureMermaid(workbench: Workbench): Promise<number> {
  const page = await workbench.page.context().newPage()
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') })
  const times = await page.evaluate(
    async (sources) => {
      mermaid.initialize({ startOnLoad: false, layout: 'dagre', look: 'classic', theme: 'base' })
      const place = document.body.appendChild(document.createElement('div'))
      const all: number[] = []
      for (const [index, source] of sources.entries()) {
        const start = performance.now()
        place.innerHTML = (await mermaid.render(`m${index}`, source)).svg
        place.getBoundingClientRect()
        all.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
      return all.slice(3)
    },
    Array.from({ length: 14 }, (_, i) => diagram(`own${i}`)),
  )
  await page.close()
  return median(times)
}

/** Returns the longest time for which the workbench is blocked while the panel has a diagram that hangs. */
async function measureStall(workbench: Workbench): Promise<number> {
  await workbench.openFile('hang.md')
  await workbench.runCommand(viewers[0]?.command ?? '')
  // The time that VS Code takes to open a panel does not count.
  await workbench.webview().locator('.card[aria-busy="true"]').first().waitFor()
  await workbench.page.evaluate(() => {
    pressed.longest = 0
  })
  await workbench.webview().locator('.card[data-state="slow"]').waitFor({ timeout: 30_000 })
  await workbench.webview().locator('.card[data-state="drawn"]').waitFor({ timeout: 30_000 })
  return workbench.page.evaluate(() => pressed.longest)
}

/** Prints the figures of both viewers, and returns the names of the files that the panel loads for one flowchart. */
export async function benchPanel(): Promise<readonly string[]> {
  const files = Object.fromEntries(counts.map((count) => [`d${count}.md`, documentOf(count)]))
  const hang = `# Doc\n\n\`\`\`mermaid\n${hanging}\`\`\`\n\n\`\`\`mermaid\n${diagram('x')}\n\`\`\`\n`
  const workbench = await Workbench.open(
    { ...files, 'hang.md': hang },
    { settings: { 'files.autoSave': 'off' }, isDrawn: true },
  )
  try {
    await workbench.page.evaluate(() => {
      const now = () => performance.timeOrigin + performance.now()
      globalThis.pressed = { at: 0, longest: 0 }
      const { pressed } = globalThis
      for (const event of ['keydown', 'pointerdown'])
        addEventListener(event, () => Object.assign(pressed, { at: now() }), { capture: true })
      let last = now()
      setInterval(() => {
        pressed.longest = Math.max(pressed.longest, now() - last)
        last = now()
      }, 5)
    })
    const own = await measureMermaid(workbench)
    console.log('\nThe diagram panel beside the built-in preview (ms; in brackets: from the new text in the preview)\n')
    console.log('| diagrams | | first picture | all pictures | a key in prose | a key in a diagram | memory (MB) |')
    console.log('|--:|---|--:|--:|--:|--:|--:|')
    const loaded: string[] = []
    for (const count of counts) {
      const openings = await measureOpenings(workbench, count)
      for (const [index, viewer] of viewers.entries()) {
        const { memory, prose, inside, ...rest } = await measure(workbench, viewer, count)
        const { first = 0, all = 0 } = openings[index] ?? {}
        if (viewer.extension === undefined && count === 1) loaded.push(...rest.loaded)
        const both = ({ fromKey, fromText }: Update) => `${fromKey.toFixed(0)} (${fromText.toFixed(1)})`
        console.log(
          `| ${count} | ${viewer.name} | ${first.toFixed(0)} | ${all.toFixed(0)} | ${both(prose)} | ${both(inside)} | ${memory === undefined ? '' : (memory / 1024).toFixed(0)} |`,
        )
      }
    }
    console.log(`\nMermaid's own drawing of that diagram, inserted and laid out: ${own.toFixed(1)} ms`)
    console.log(
      `While the panel has a mindmap that hangs, the workbench stands still for at most ${(await measureStall(workbench)).toFixed(0)} ms`,
    )
    return [...new Set(loaded.map((name) => name.split(/[?#]/)[0]?.split('/').at(-1) ?? ''))]
  } finally {
    await workbench.close()
  }
}

if (import.meta.main) console.log(await benchPanel())
