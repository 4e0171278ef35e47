/** A workspace may come from anybody, so its settings choose where pictures go only inside the workspace. */
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

/** Defines the steps. `docs/orders.md` must have a diagram on line 6. The settings are not restored. */
export function exportSettingSteps(workbench: Workbench, step: Step): void {
  const inFolder = (...names: readonly string[]) => join(workbench.folder, ...names)
  const hasPicture = () => existsSync(inFolder('pictures/orders-1-dark.svg'))

  step('Export Diagram… asks nothing if the workspace sets folder, name, format and theme', async () => {
    workbench.write('.vscode/settings.json', settingsOf('../pictures'))
    // Beside the panel, if that has the focus, the file would open in the group of the panel.
    await workbench.focusEditor()
    await workbench.openFile('docs/orders.md')
    await until(
      'the picture',
      async () => {
        await workbench.goTo(6)
        await workbench.runCommand('Design Docs: Export Diagram…')
        await until('a question or a picture', async () => hasPicture() || (await workbench.quickInput.state()))
        // New settings are read a moment after they are written, and until then the command asks.
        if (!hasPicture()) await workbench.quickInput.dismiss()
        return hasPicture()
      },
      () => readdirSync(inFolder()),
    )
  })

  step('Export Diagram… refuses a folder outside of the workspace', async () => {
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
