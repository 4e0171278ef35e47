import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** As on the web: our extension runs in the browser, on files that no disk has. */
const workbench = await useWorkbench(
  { 'web.code-workspace': '{ "folders": [{ "uri": "memory:/team", "name": "team" }] }' },
  { workspaceFile: 'web.code-workspace', host: 'browser', others: ['test/fixtures/virtualFiles'] },
)
const step = journey()

step('a team’s template is a document type', async () => {
  // Nobody searches files that no disk has: through the explorer, then.
  await workbench.press('Control+Shift+E')
  for (const name of ['notes', 'queue.md']) await workbench.page.getByRole('treeitem', { name }).first().click()
  await workbench.untilOpen('queue.md')
  await workbench.problem('required-section', '`Cure`')
  await workbench.screenshot('web/1 problems')
})

step('it is the browser’s extension host that runs', async () => {
  await workbench.runCommand('Developer: Show Running Extensions')
  const row = workbench.page.locator('.monaco-list-row', { hasText: 'Design Docs' }).filter({ hasText: 'Activation' })
  await row.getByText('web worker').waitFor()
  await workbench.press('Escape')
  await row.waitFor({ state: 'detached' })
})

step('the documents of a folder that nobody can search are found all the same', async () => {
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

step('in a fence a list offers its nodes, and Go to Symbol leads to them', async () => {
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
