import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** What a person sees of a document's review beside the Problems panel. */
const name = 'docs/system-design/checkout-rewrite.md'
const workbench = await useWorkbench('examples')
const step = journey()
const view = 'Design Review'
const rows = () => workbench.viewRows(view)
const statusItem = () => workbench.page.locator('[id="design-docs.design-docs.designDocs.review"]')

step('the status bar says how far the document is, and opens the view', async () => {
  await workbench.openFile(name)
  await statusItem().waitFor()
  assert.match(await statusItem().innerText(), /\d+\/11/)
  await statusItem().locator('a').click()
  await until('the checklist', async () => (await rows()).some((row) => /^Checklist/.test(row)), rows)
  await workbench.screenshot('review/1 view')
  assert.ok(
    (await rows()).some((row) => /^Security, (?:met|partial|missing), /.test(row)),
    'a state is read out',
  )
})

step('and nothing went wrong on the way', async () => {
  assert.deepEqual(workbench.errors(), [])
})
