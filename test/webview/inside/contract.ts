/** Checks contracts on what mermaid draws, in Chromium on mermaid's own package, without any of our code around it. */
import { build } from 'esbuild'
import type { Mermaid, MermaidConfig } from 'mermaid'
import type { Page } from 'playwright-core'
import type { DiagramTheme } from '../../../src/core/diagrams/engine.ts'
import { mermaidConfig } from '../../../src/diagrams/mermaid/inside/config.ts'
import { repository } from '../../harness/paths.ts'
import { contractsOf, type Patch, patched } from '../../util/contracts.ts'
import { sharedChromium } from '../browser.ts'

/** An element of a drawing. */
export interface Found {
  /** The id without the drawing's own id, which is the prefix of all ids. */
  readonly id: string
  readonly tag: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Mermaid in a page, as installed or with a patch. */
export interface Inside {
  /** Returns the SVG text of a drawing. */
  draw(source: string, config?: MermaidConfig): Promise<string>
  /** Returns the elements that match a selector, in document order. In the selector, `~` is the drawing's id prefix. */
  find(source: string, selector: string, config?: MermaidConfig): Promise<readonly Found[]>
  /** Returns the class name of the error that drawing fails with, or undefined if it succeeds. */
  failure(source: string): Promise<string | undefined>
  /** Returns the texts that mermaid passes to its sanitizer while it draws. */
  sanitized(source: string): Promise<readonly string[]>
}

export const theme: DiagramTheme = {
  dark: false,
  highContrast: false,
  fontFamily: 'sans-serif',
  colors: {
    background: '#fefefe',
    foreground: '#232323',
    line: '#777777',
    accent: '#0055aa',
    error: '#cc0000',
    series: ['#112233', '#223344', '#334455', '#445566', '#556677', '#667788'],
  },
}

/** The configuration that the panel draws with. */
export const usual = mermaidConfig(theme, false, false)

/** The address of a page that exists only in the test. */
const origin = 'http://mermaid.invalid'

interface PageOfMermaid {
  readonly mermaid: Mermaid
  readonly purifier: { sanitize(dirty: unknown, ...others: unknown[]): unknown }
}

declare global {
  var inside: PageOfMermaid
}

let modules: Promise<ReadonlyMap<string, string>> | undefined

/** Returns mermaid's modules by path, split so that a page loads only the code that it draws with. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import mermaid from 'mermaid'; import purifier from 'dompurify'; globalThis.inside = { mermaid, purifier }`,
      resolveDir: repository,
      sourcefile: 'entry.js',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    entryNames: 'entry',
    write: false,
    logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}

async function load(patch?: Patch): Promise<Inside> {
  modules ??= bundle()
  const files = patched(await modules, patch)
  const page = await (await sharedChromium()).newPage()
  await page.route(`${origin}/**`, async (route) => {
    const text = files.get(new URL(route.request().url()).pathname)
    if (text === undefined) await route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
    else await route.fulfill({ contentType: 'text/javascript', body: text })
  })
  await page.goto(`${origin}/page`)
  await page.addScriptTag({ type: 'module', url: '/entry.js' })
  return {
    draw: (source, config) => draw(page, source, config),
    find: finder(page),
    failure: failureIn(page),
    sanitized: listener(page),
  }
}

const draw = (page: Page, source: string, config = usual): Promise<string> =>
  page.evaluate(
    async ([source, config]) => {
      globalThis.inside.mermaid.initialize(config)
      return (await globalThis.inside.mermaid.render('drawing', source)).svg
    },
    [source, config] as const,
  )

const finder =
  (page: Page): Inside['find'] =>
  async (source, selector, config) => {
    const svg = await draw(page, source, config)
    return page.evaluate(
      ([svg, selector]) => {
        const root = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')
        const own = `${root?.id}-`
        const found = [...(root?.parentElement?.querySelectorAll(selector) ?? [])]
        return found.map((element) => ({
          id: element.id.startsWith(own) ? element.id.slice(own.length) : element.id,
          tag: element.localName,
          text: (element.textContent ?? '').trim(),
          attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        }))
      },
      [svg, selector.replaceAll('~', 'drawing-')] as const,
    )
  }

const failureIn =
  (page: Page): Inside['failure'] =>
  (source) =>
    page.evaluate(async (source) => {
      try {
        await globalThis.inside.mermaid.render('drawing', source)
        return undefined
      } catch (error) {
        return error instanceof Error || error instanceof DOMException ? error.constructor.name : String(error)
      }
    }, source)

const listener =
  (page: Page): Inside['sanitized'] =>
  async (source) => {
    await page.evaluate(() => {
      const { purifier } = globalThis.inside
      const sanitize = purifier.sanitize.bind(purifier)
      const heard: string[] = []
      purifier.sanitize = (dirty, ...others) => {
        if (typeof dirty === 'string') heard.push(dirty)
        return sanitize(dirty, ...others)
      }
      Object.assign(globalThis, { heard })
    })
    await draw(page, source)
    return page.evaluate(() => Reflect.get(globalThis, 'heard'))
  }

/** Tests that mermaid draws as we rely on, and that a violation would be noticed. */
export const contract = contractsOf(load)
