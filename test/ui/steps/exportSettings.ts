/** Where pictures go is a workspace's matter, as far as it stays inside of it: a workspace may be anybody's. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../harness/until.ts'
import type { Step } from '../../harness/useWorkbench.ts'
import type { Workbench } from '../../harness/workbench.ts'

const settingsOf = (folder: string) =>
  JSON.stringify({
    'designDocs.export.folder': folder,
    'designDocs.export.name': '${file}-${index}',
    'designDocs.export.format': 'svg',
    'designDocs.export.theme': 'dark',
  })

/** The steps, in a workbench that has a `docs/orders.md` with a diagram in line 6. The settings stay. */
export function exportSettingSteps(workbench: Workbench, step: Step): void {
  const inFolder = (...names: readonly string[]) => join(workbench.folder, ...names)
  const hasPicture = () => existsSync(inFolder('pictures/orders-1-dark.svg'))

  step('a folder and a name of the workspace’s own need no question', async () => {
    workbench.write('.vscode/settings.json', settingsOf('../pictures'))
    await workbench.openFile('docs/orders.md')
    await until(
      'the picture',
      async () => {
        await workbench.goTo(6)
        await workbench.runCommand('Design Docs: Export Diagram…')
        await until('a question or a picture', async () => hasPicture() || (await workbench.quickInput.state()))
        // Settings that have just been written are read a moment later; until then it asks.
        if (!hasPicture()) await workbench.quickInput.dismiss()
        return hasPicture()
      },
      () => readdirSync(inFolder()),
    )
  })

  step('a folder outside of the workspace is refused', async () => {
    workbench.write('.vscode/settings.json', settingsOf('../../../elsewhere'))
    const refused = /is outside the workspace/
    await until('the refusal', async () => {
      await workbench.goTo(6)
      await workbench.runCommand('Design Docs: Export Diagram…')
      await new Promise((done) => setTimeout(done, 2_000))
      return (await workbench.notifications()).some((text) => refused.test(text))
    })
    await workbench.screenshot('exportSettings/1 refused')
    assert.equal(existsSync(inFolder('../../elsewhere')), false)
  })
}
