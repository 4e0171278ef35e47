import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { readClipboard } from '../harness/clipboard.ts'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'
import { exportSettingSteps } from './steps/exportSettings.ts'
import { linkedFiles, linkSteps } from './steps/links.ts'

/** Exports diagrams to files and copies them to the clipboard: from the palette, from a card's menu, or all at once. */
const orders = `# System Design: Orders

## Architecture

\`\`\`mermaid
flowchart LR
  client[Web client] --> api[API gateway]
\`\`\`

## Data Flow

\`\`\`dot
digraph { api -> store }
\`\`\`
`
const stock = '# System Design: Stock\n\n## Overview\n\nSee [orders](../orders.md#data-flow).\n'
const workbench = await useWorkbench(
  {
    'docs/orders.md': orders,
    'docs/more/stock.md': stock,
    'docs/NOTES.MD': '# Notes\n',
    'docs/drafts/idea.md': '# Idea\n',
    '.gitignore': 'drafts\n',
    ...linkedFiles,
  },
  { file: 'docs/orders.md' },
)
const step = journey()

const { page } = workbench
const file = (name: string) => join(workbench.folder, 'docs/images', name)
const files = () => (existsSync(file('')) ? readdirSync(file('')).toSorted() : [])
const untilFile = (name: string) =>
  until(name, () => existsSync(file(name)) && readFileSync(file(name)).length > 0, files)
const dialog = () => page.locator('.monaco-dialog-box')
const card = (title: string) => workbench.webview().getByRole('region', { name: title })
const closeToasts = () => workbench.runCommand('Notifications: Clear All Notifications')

step('Export Diagram… writes the diagram under the cursor as SVG while no panel is open', async () => {
  await workbench.goTo(6)
  await workbench.runCommand('Design Docs: Export Diagram…')
  const { picks } = await workbench.quickInput.waitFor('the looks', ({ title }) => title === 'Export As')
  assert.deepEqual(picks, [
    'SVG, Light',
    'SVG, Dark',
    'SVG, Light and Dark',
    'PNG, Light',
    'PNG, Dark',
    'PNG, Light and Dark',
  ])
  await workbench.screenshot('export/1 looks')
  await workbench.quickInput.pick('SVG, Light')
  await untilFile('orders-architecture.svg')
  const svg = readFileSync(file('orders-architecture.svg'), 'utf8')
  assert.match(svg, /^<svg [\s\S]*<title>Architecture<\/title>[\s\S]*API[\s\S]*<\/svg>\n$/)
  const root = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
    return documentElement.localName
  }, svg)
  assert.equal(root, 'svg')
})

step('Insert Link in the notification inserts a link to the exported picture', async () => {
  await workbench.notification('Exported to docs/images/orders-architecture.svg.')
  await page.getByRole('button', { name: 'Insert Link' }).click()
  await until('the link', async () =>
    (await workbench.visibleText()).includes('![Architecture](images/orders-architecture.svg)'),
  )
  await workbench.screenshot('export/2 link')
  await workbench.save()
})

step('the menu of a card exports a PNG at the chosen scale', async () => {
  await card('Data Flow').hover()
  await card('Data Flow').getByRole('button', { name: 'Export and Copy' }).click()
  const entry = page.getByRole('menuitem', { name: 'Export Diagram…' })
  await entry.waitFor()
  await workbench.screenshot('export/3 menu')
  await entry.click()
  await workbench.quickInput.pick('PNG, Dark')
  await workbench.quickInput.pick('3×')
  await untilFile('orders-data-flow-dark.png')
  const bytes = readFileSync(file('orders-data-flow-dark.png'))
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG')
  assert.ok(bytes.readUInt32BE(16) % 3 <= 1 && bytes.readUInt32BE(16) > 200)
  await closeToasts()
})

step('a file with a different picture is not overwritten without asking', async () => {
  await workbench.goTo(7)
  await workbench.press('End', 'Enter')
  await workbench.type('api --> store')
  await workbench.runCommand('Design Docs: Export Diagram…')
  await workbench.quickInput.pick('SVG, Light')
  await dialog().getByText('“orders-architecture.svg” already exists').waitFor()
  await workbench.screenshot('export/4 question')
  const before = readFileSync(file('orders-architecture.svg'), 'utf8')
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  assert.equal(readFileSync(file('orders-architecture.svg'), 'utf8'), before)
  await workbench.runCommand('Design Docs: Export Diagram…')
  await workbench.quickInput.pick('SVG, Light')
  await dialog().getByRole('button', { name: 'Keep Both' }).click()
  await untilFile('orders-architecture-2.svg')
  assert.equal(readFileSync(file('orders-architecture.svg'), 'utf8'), before)
  assert.match(readFileSync(file('orders-architecture-2.svg'), 'utf8'), /store/)
  await closeToasts()
})

step('Export All Diagrams… asks once for all files', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Export All Diagrams…')
  await workbench.quickInput.pick('SVG, Light and Dark')
  await dialog().getByRole('button', { name: 'Replace' }).click()
  await workbench.notification('Exported 4 images to docs/images.')
  assert.deepEqual(files(), [
    'orders-architecture-2.svg',
    'orders-architecture-dark.svg',
    'orders-architecture.svg',
    'orders-data-flow-dark.png',
    'orders-data-flow-dark.svg',
    'orders-data-flow.svg',
  ])
  assert.match(readFileSync(file('orders-architecture.svg'), 'utf8'), /store/)
  await workbench.screenshot('export/5 all')
  await closeToasts()
})

step('an export that fails midway says how many files were written', async () => {
  rmSync(file('orders-data-flow.svg'))
  mkdirSync(file('orders-data-flow.svg'))
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Export All Diagrams…')
  await workbench.quickInput.pick('SVG, Light')
  await dialog().getByRole('button', { name: 'Replace' }).click()
  await until(
    'the failure',
    async () => (await workbench.notifications()).some((text) => text.includes('Only 1 of 2 files were exported: ')),
    () => workbench.notifications(),
  )
  rmSync(file('orders-data-flow.svg'), { recursive: true })
  await closeToasts()
})

step('source, SVG and image can be copied from the menu that Shift+F10 opens', async () => {
  const copy = async (entry: string, done: string) => {
    await card('Data Flow').focus()
    await workbench.press('Shift+F10')
    const item = page.getByRole('menuitem', { name: entry })
    // A menu that has just opened ignores clicks.
    await until('the menu to go', async () => {
      await item.click({ timeout: 2_000 }).catch(() => undefined)
      return !(await item.isVisible())
    })
    await until(
      done,
      async () => (await workbench.statusBar()).some((text) => text.includes(done)),
      () => workbench.statusBar(),
    )
  }
  await copy('Copy Diagram Source', 'Source of the diagram copied')
  assert.equal(await readClipboard(page), 'digraph { api -> store }')
  await copy('Copy Diagram as SVG', 'SVG of the diagram copied')
  assert.match(await readClipboard(page), /^<svg [\s\S]*<\/svg>\n$/)
  await copy('Copy Diagram as Image', 'Image of the diagram copied')
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types))
  assert.deepEqual(types, ['image/png'])
  await workbench.screenshot('export/6 copied')
})

step('Export Document… writes one page with drawings and findings, which makes no network request', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Export Document…')
  await workbench.quickInput.pick('Page with Findings')
  await workbench.quickInput.waitFor('the dialog', ({ value }) => value.endsWith('/docs/orders.html'))
  await workbench.screenshot('export/7 save')
  await workbench.press('Enter')
  await workbench.notification('Exported to docs/orders.html.')
  await looks('orders.html', async (tab) => {
    assert.equal(await tab.locator('.diagram img').count(), 2)
    assert.match((await tab.locator('.diagram img').first().getAttribute('alt')) ?? '', /^Architecture: Web client/)
    assert.ok((await tab.locator('.findings tbody tr').count()) > 0)
  })
  await closeToasts()
})

step('Export Folder of Documents… writes pages that link to each other, and an index, but opens nothing', async () => {
  const folder = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'docs' }).first()
  await workbench.runCommand('View: Show Explorer')
  const entry = page.getByRole('menuitem', { name: 'Export Folder of Documents…' })
  await until('the menu', async () => {
    await folder.click({ button: 'right', timeout: 2_000 }).catch(() => undefined)
    return entry.isVisible()
  })
  await workbench.screenshot('export/8 folder')
  await entry.click()
  await workbench.quickInput.waitFor('the place', ({ value }) => value === 'docs-pages')
  await workbench.press('Enter')
  await workbench.quickInput.pick('Page')
  await workbench.notification('Exported 3 pages to docs-pages.')
  assert.deepEqual(readdirSync(join(workbench.folder, 'docs-pages')).toSorted(), [
    'NOTES.html',
    'index.html',
    'more',
    'orders.html',
  ])
  await looks('../docs-pages/index.html', async (tab) => {
    await tab.getByRole('link', { name: 'System Design: Stock' }).click()
    await tab.getByRole('link', { name: 'orders' }).click()
    assert.match(tab.url(), /docs-pages\/orders\.html#data-flow$/)
    assert.equal(await tab.locator('.diagram img').count(), 2)
    await tab.getByRole('link', { name: 'All documents' }).click()
    await tab.getByRole('heading', { name: 'docs' }).waitFor()
  })
  assert.deepEqual(
    (await workbench.problems()).filter(({ file }) => file === 'stock.md'),
    [],
  )
  await workbench.runCommand('View: Hide Panel')
  await closeToasts()
})

/** Opens an exported page as a file, in light and dark mode, and asserts that it makes no network request. */
async function looks(name: string, check: (tab: Page) => Promise<void>): Promise<void> {
  const tab = await page.context().newPage()
  const asked: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  await tab.goto(pathToFileURL(join(workbench.folder, 'docs', name)).href)
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme })
    await workbench.screenshot(`export/9 ${basename(name)} ${colorScheme}`, tab)
  }
  await check(tab)
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
    [],
  )
  await tab.close()
}

step('no error was logged', async () => {
  assert.deepEqual(workbench.errors(), [])
})

linkSteps(workbench, journey())

exportSettingSteps(workbench, journey())
