import assert from 'node:assert/strict'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** From a finding to its rule's page, and to a document in which it is silent. */
const workbench = await useWorkbench(
  { 'decision.md': '# ADR-0001: Keep it\n\n- **Status:** Accepted\n\n## Context\n\n- We have it.\n- TBD\n' },
  { file: 'decision.md' },
)
const step = journey()

step('Explain Rule… shows the page of the finding at the cursor, rendered', async () => {
  await workbench.problem('no-placeholder')
  await workbench.focusEditor()
  await workbench.goTo(8, 4)
  await workbench.runCommand('Design Docs: Explain Rule…')
  await workbench.untilTab(/no-placeholder/)
  const page = workbench.webview('vscode.markdown-language-features')
  await page.locator('h1', { hasText: 'no-placeholder' }).waitFor()
  assert.match(await page.locator('body').innerText(), /Why[\s\S]*Reported:[\s\S]*Silence it/)
  await workbench.screenshot('silence/1 page of a rule')
})

step('elsewhere it lists all rules', async () => {
  await workbench.openFile('decision.md')
  await workbench.focusEditor()
  await workbench.goTo(2)
  await workbench.runCommand('Design Docs: Explain Rule…')
  await workbench.quickInput.waitFor('the rules', ({ picks }) => picks.some((label) => /required-section/.test(label)))
  await workbench.screenshot('silence/2 rules')
  await workbench.press('Escape')
})

step('the light bulb silences the rule for the line', async () => {
  await workbench.goTo(8, 4)
  await workbench.openQuickFixes()
  await workbench.screenshot('silence/3 light bulb')
  await workbench.press('Escape')
  await workbench.applyQuickFix('Disable no-placeholder for this line')
  await workbench.untilProblems('the finding to go', (found) => !found.some(({ code }) => code === 'no-placeholder'))
  assert.match(
    await workbench.editorText(),
    /We have it\.\n {2}<!-- design-docs-disable-next-line no-placeholder -->\n- TBD/,
  )
  assert.deepEqual(workbench.errors(), [])
})
