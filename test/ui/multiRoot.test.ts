import assert from 'node:assert/strict'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

const template = (section: string) => `# Note: {name}\n\n## ${section}\n\n{what there is to say}\n`

/** Two workspace folders, each with its own template and config. */
const workbench = await useWorkbench(
  {
    'all.code-workspace': '{ "folders": [{ "path": "shop" }, { "path": "store" }] }',
    'shop/.design-docs/templates/note.md': template('Price'),
    'shop/.design-docs/config.json': '{ "types": { "*.md": "note" } }',
    'shop/one.md': '# Note: One\n\nText.\n',
    'store/.design-docs/templates/note.md': template('Shelf'),
    'store/.design-docs/config.json': '{ "types": { "*.md": "note" }, "rules": { "required-section": "error" } }',
    'store/two.md': '# Note: Two\n\nText.\n',
  },
  { workspaceFile: 'all.code-workspace' },
)
const step = journey()

step('each folder has its own templates and config', async () => {
  await workbench.openFile('one.md')
  const one = await workbench.problem('required-section', '`Price`')
  assert.equal(one.severity, 'warning')
  await workbench.openFile('two.md')
  const two = await workbench.problem('required-section', '`Shelf`')
  assert.equal(two.severity, 'error')
  await workbench.screenshot('multiRoot/1 problems')
})

step('New Document from Template… asks which of the folders to use', async () => {
  await workbench.runCommand('Design Docs: New Document from Template…')
  await workbench.quickInput.pick('Note')
  await workbench.quickInput.answer('Three')
  const place = await workbench.quickInput.waitFor('the places', ({ picks }) => picks.length > 1)
  await workbench.screenshot('multiRoot/2 places')
  assert.ok(place.picks.some((label) => label.includes('store')))
  await workbench.press('Enter')
  await workbench.untilTab(/three\.md/)
  assert.deepEqual(workbench.errors(), [])
})
