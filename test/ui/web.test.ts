import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** As in VS Code for the Web, the extension runs in the browser, on files that are not on a disk. */
const workbench = await useWorkbench(
  { 'web.code-workspace': '{ "folders": [{ "uri": "memory:/team", "name": "team" }] }' },
  { workspaceFile: 'web.code-workspace', host: 'browser', others: ['test/fixtures/virtualFiles'] },
)
const step = journey()

step('a team’s template in a virtual folder defines a document type', async () => {
  // Files that are not on a disk cannot be searched, so this one is opened in the explorer.
  await workbench.press('Control+Shift+E')
  for (const name of ['notes', 'queue.md']) await workbench.page.getByRole('treeitem', { name }).first().click()
  await workbench.untilOpen('queue.md')
  await workbench.problem('required-section', '`Cure`')
  await workbench.screenshot('web/1 problems')
})

step('the extension runs in the browser’s extension host', async () => {
  await workbench.runCommand('Developer: Show Running Extensions')
  const row = workbench.page.locator('.monaco-list-row', { hasText: 'Design Docs' }).filter({ hasText: 'Activation' })
  await row.getByText('web worker').waitFor()
  await workbench.press('Escape')
  await row.waitFor({ state: 'detached' })
})

step('Show Design Documents finds documents in a folder that cannot be searched', async () => {
  await workbench.runCommand('Design Docs: Show Design Documents')
  const rows = () => workbench.viewRows('Design Documents')
  await until('the document', async () => (await rows()).some((text) => /^Queue, \d+\/11 · /.test(text)), rows)
  await workbench.screenshot('web/1b documents')
})

step('a missing section is inserted with its tab stops', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Add All Missing Sections')
  assert.equal(await workbench.tabStop(), '{what helps}')
})

step('New Document from Template… writes a file into the virtual folder', async () => {
  await workbench.runCommand('Design Docs: New Document from Template…')
  await workbench.quickInput.pick('Design summary')
  await workbench.quickInput.answer('Payment Gateway')
  await workbench.quickInput.waitFor('the place', ({ value, picks }) =>
    [value, ...picks].some((text) => text !== '' && text !== 'Payment Gateway'),
  )
  await workbench.screenshot('web/2 place')
  await workbench.press('Enter')
  await workbench.untilTab(/payment-gateway\.md/i)
  await workbench.tabStop()
  assert.match(await workbench.visibleText(), /^# Design Summary: Payment Gateway/m)
})

step('suggestions in a diagram list its nodes, and Go to Symbol finds them', async () => {
  const lines = (await workbench.editorText()).split('\n')
  await workbench.goTo(lines.findIndex((line) => line.startsWith('  gateway -->')) + 1)
  await workbench.press('End', 'Enter')
  assert.ok((await workbench.suggestions()).includes('gateway'))
  await workbench.screenshot('web/2b suggestions')
  await workbench.press('Escape', 'Control+Z')
  await workbench.quickInput.open('Control+Shift+O', '@Report Data')
  await workbench.quickInput.waitFor('the node', ({ picks }) => picks.includes('Report Database'))
  await workbench.quickInput.dismiss()
})

step('the panel draws its diagrams', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
  const card = workbench.webview('').locator('.card[data-state="drawn"]').first()
  await card.locator('svg, iframe, img').first().waitFor()
  await workbench.screenshot('web/3 panel')
  assert.deepEqual(workbench.errors(), [])
})
