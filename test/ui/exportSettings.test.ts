import assert from 'node:assert/strict'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

const settingsOf = (folder: string) =>
  JSON.stringify({
    'designDocs.export.folder': folder,
    'designDocs.export.name': '${file}-${index}',
    'designDocs.export.format': 'svg',
    'designDocs.export.theme': 'dark',
  })

/** Where pictures go is a workspace's matter, and a workspace may be anybody's. */
const workbench = await useWorkbench(
  {
    '.vscode/settings.json': settingsOf('../pictures'),
    'docs/orders.md': '# System Design: Orders\n\n## Architecture\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
  },
  { file: 'docs/orders.md' },
)
const step = journey()
const inFolder = (...names: readonly string[]) => join(workbench.folder, ...names)

step('a folder and a name of the workspace’s own need no question', async () => {
  await workbench.goTo(6)
  await workbench.runCommand('Design Docs: Export Diagram…')
  await until(
    'the picture',
    () => existsSync(inFolder('pictures/orders-1-dark.svg')),
    () => readdirSync(inFolder()),
  )
})

step('a folder outside of the workspace is refused', async () => {
  writeFileSync(inFolder('.vscode/settings.json'), settingsOf('../../../elsewhere'))
  const refused = /is outside of the workspace/
  await until('the refusal', async () => {
    await workbench.goTo(6)
    await workbench.runCommand('Design Docs: Export Diagram…')
    await new Promise((done) => setTimeout(done, 2_000))
    return (await workbench.notifications()).some((text) => refused.test(text))
  })
  await workbench.screenshot('exportSettings/1 refused')
  assert.equal(existsSync(inFolder('../../elsewhere')), false)
})
