import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../harness/paths.ts'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** A workspace may be anybody's, and its symbolic links lead wherever they like. */
const orders = `# System Design: Orders

## Architecture

\`\`\`mermaid
flowchart LR
  api[Secret] --> store[Notes]
  click api href "./secret.md"
  click store href "./notes.md"
\`\`\`
`
const workbench = await useWorkbench(
  { 'docs/orders.md': orders, 'docs/notes.md': '# Notes\n' },
  { file: 'docs/orders.md' },
)
const step = journey()
const outside = temporaryFolder('outside')
const images = join(workbench.folder, 'docs/images')

const untilSaid = (words: RegExp) =>
  until(
    String(words),
    async () => (await workbench.notifications()).some((text) => words.test(text)),
    () => workbench.notifications(),
  )
async function exportAll(): Promise<void> {
  await workbench.runCommand('Notifications: Clear All Notifications')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Export All Diagrams…')
  await workbench.quickInput.pick('SVG, Light')
}

step('no picture is written into a folder that is a link', async () => {
  symlinkSync(outside, images)
  await exportAll()
  await untilSaid(/Not exported: docs\/images is a symbolic link\./)
  await workbench.screenshot('links/1 folder')
  assert.deepEqual(readdirSync(outside), [])
  rmSync(images)
})

step('nor over a file that is one, even when the reader says so', async () => {
  const target = join(outside, 'mine.svg')
  writeFileSync(target, 'mine')
  mkdirSync(images)
  symlinkSync(target, join(images, 'orders-architecture.svg'))
  await exportAll()
  await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Replace' }).click()
  await untilSaid(/Not exported: docs\/images\/orders-architecture\.svg is a symbolic link\./)
  assert.deepEqual(readdirSync(outside), ['mine.svg'])
})

step('a link of a diagram does not lead through one, and leads to a file', async () => {
  const secret = join(outside, 'secret.md')
  writeFileSync(secret, '# Secret\n')
  symlinkSync(secret, join(workbench.folder, 'docs/secret.md'))
  const links = workbench.webview().getByRole('region', { name: 'Architecture' }).locator('[data-link]')
  await links.first().click()
  await untilSaid(/The link of the diagram was not opened: docs\/secret\.md is a symbolic link\./)
  await workbench.screenshot('links/2 diagram')
  await links.last().click()
  await workbench.untilOpen('notes.md')
})
