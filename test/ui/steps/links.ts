/** A workspace may come from anybody, so its symbolic links, which may lead anywhere, are not followed. */
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../harness/paths.ts'
import { until } from '../../harness/until.ts'
import type { Step } from '../../harness/useWorkbench.ts'
import type { Workbench } from '../../harness/workbench.ts'

const text = `# System Design: Orders

## Architecture

\`\`\`mermaid
flowchart LR
  api[Secret] --> store[Notes]
  click api href "./secret.md"
  click store href "./notes.md"
\`\`\`

## Web

\`\`\`dot
digraph { web [label="Web", URL="https://example.com/?q=a%23b"] }
\`\`\`
`

/** The files that the workspace must contain. */
export const linkedFiles = { 'linked/secrets.md': text, 'linked/notes.md': '# Notes\n' }

/** Defines the steps. The workbench must contain `linkedFiles`, and its diagram panel may be open. */
export function linkSteps(workbench: Workbench, step: Step): void {
  const outside = temporaryFolder('outside')
  const images = join(workbench.folder, 'linked/images')

  const linkOf = (label: string) => workbench.webview().locator('[data-link]', { hasText: label }).first()
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

  step('pictures are not exported into a folder that is a symbolic link', async () => {
    await workbench.openFile('secrets.md')
    symlinkSync(outside, images)
    await exportAll()
    await untilSaid(/Not exported: linked\/images is a symbolic link\./)
    await workbench.screenshot('links/1 folder')
    assert.deepEqual(readdirSync(outside), [])
    rmSync(images)
  })

  step('pictures are not exported over a symbolic link, even after Replace', async () => {
    const target = join(outside, 'mine.svg')
    writeFileSync(target, 'mine')
    mkdirSync(images)
    symlinkSync(target, join(images, 'secrets-architecture.svg'))
    await exportAll()
    await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Replace' }).click()
    await untilSaid(/Not exported: linked\/images\/secrets-architecture\.svg is a symbolic link\./)
    assert.deepEqual(readdirSync(outside), ['mine.svg'])
  })

  step('a link in a diagram opens a regular file, but not a symbolic link', async () => {
    const secret = join(outside, 'secret.md')
    writeFileSync(secret, '# Secret\n')
    symlinkSync(secret, join(workbench.folder, 'linked/secret.md'))
    await linkOf('Secret').click()
    await untilSaid(/The link of the diagram was not opened: linked\/secret\.md is a symbolic link\./)
    await workbench.screenshot('links/2 diagram')
    await linkOf('Notes').click()
    await workbench.untilOpen('notes.md')
  })

  step('a link in a diagram opens a page with exactly its address', async () => {
    await workbench.focusEditor()
    await workbench.openFile('secrets.md')
    const asked: string[] = []
    await workbench.page.context().route('https://example.com/**', (route) => {
      asked.push(route.request().url())
      return route.fulfill({ body: 'A page' })
    })
    await linkOf('Web').click()
    const question = workbench.page.locator('.monaco-dialog-box', { hasText: 'external website' })
    const opened = workbench.page.context().waitForEvent('page')
    await question.getByRole('button', { name: 'Open', exact: true }).click()
    await until('the page', () => asked.length > 0)
    assert.deepEqual(asked, ['https://example.com/?q=a%23b'])
    await (await opened).close()
  })
}
