import assert from 'node:assert/strict'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** In a folder that is not trusted, everything works, because templates and config are only text. */
const workbench = await useWorkbench(
  {
    '.design-docs/templates/runbook.md':
      '# Runbook: {name}\n\n## Symptoms\n\n{what one sees}\n\n## Cure\n\n{what helps}\n',
    '.design-docs/config.json': '{ "types": { "notes/*.md": "runbook" } }',
    'notes/queue.md':
      '# Queue\n\n## Symptoms\n\nIt is full.\n\n```mermaid\nflowchart LR\n  a[Producer] --> b[Queue]\n```\n',
  },
  { file: 'notes/queue.md', trust: false },
)
const step = journey()

step('a team’s template defines a document type in restricted mode too', async () => {
  await workbench.page.getByText('Restricted Mode').first().waitFor()
  await workbench.problem('required-section', '`Cure`')
  await workbench.screenshot('restricted/1 problems')
})

step('Lint Workspace reviews the workspace', async () => {
  await workbench.runCommand('Design Docs: Lint Workspace')
  await workbench.notification(/1 design document in 1 Markdown file: /)
  await workbench.screenshot('restricted/2 linted')
})

step('suggestions in a diagram list its nodes', async () => {
  await workbench.goTo(9)
  await workbench.press('End', 'Enter')
  assert.ok((await workbench.suggestions()).includes('a'))
  await workbench.press('Escape', 'Control+Z')
})

step('Add All Missing Sections inserts the sections of a team’s template', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Add All Missing Sections')
  assert.equal(await workbench.tabStop(), '{what helps}')
  await workbench.untilProblems('no missing section', (problems) =>
    problems.every(({ code }) => code !== 'required-section'),
  )
  assert.deepEqual(workbench.errors(), [])
})
