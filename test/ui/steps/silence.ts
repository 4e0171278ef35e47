/** From a finding to the page of its rule, and to a comment that disables the rule. */
import assert from 'node:assert/strict'
import type { Step } from '../../harness/useWorkbench.ts'
import type { Workbench } from '../../harness/workbench.ts'

/** The files that the workspace must contain. The first one must be open. */
export const silenceFiles = {
  'silenced.md': '# ADR-0009: Keep it\n\n- **Status:** Accepted\n\n## Context\n\n- We have it.\n- TBD\n',
  'design.md':
    '---\ndocumentType: design\n---\n# Orders\n\n## Overview\n\nThe order service runs as a single instance on a server in the cluster. Orders come by dependency injection.\n\nThe mailer has no backups, and each mail costs $2.\n',
}

/** Defines the steps. The workbench must have no other findings of these rules. */
export function silenceSteps(workbench: Workbench, step: Step): void {
  step('Explain Rule… shows the rendered page of the rule whose finding is at the cursor', async () => {
    await workbench.problem('no-placeholder')
    await workbench.focusEditor()
    await workbench.goTo(8, 4)
    await workbench.runCommand('Design Docs: Explain Rule…')
    await workbench.untilTab(/no-placeholder/)
    const page = workbench.webview('vscode.markdown-language-features')
    await page.locator('h1', { hasText: 'no-placeholder' }).waitFor()
    assert.match(await page.locator('body').innerText(), /Why[\s\S]*Reported:[\s\S]*Silence it/)
    await workbench.screenshot('silence/1 page of a rule')
    await workbench.press('Control+W')
  })

  step('Explain Rule… starts with the words that the rule read, their vocabulary lines and negations', async () => {
    await workbench.openFile('design.md')
    await workbench.problem('no-single-point-of-failure')
    await workbench.focusEditor()
    await workbench.goTo(10, 14)
    await workbench.runCommand('Design Docs: Explain Rule…')
    await workbench.untilTab(/no-single-point-of-failure/)
    const page = workbench.webview('vscode.markdown-language-features')
    await page.locator('h2', { hasText: 'This finding' }).waitFor()
    const text = await page.locator('body').innerText()
    assert.match(text, /design\.md, line 10:.*has no backups/)
    assert.match(text, /“has no backups”: .*\s+vocabulary\/flags\/unprotected\.txt:\d+/)
    assert.match(text, /“backups”: [^“]*Does not count: negated by "no" \(vocabulary\/idioms\/denial\.txt:\d+\)/)
    await workbench.screenshot('silence/2 what the rule read')
    await workbench.press('Control+W')
  })

  step('Explain Rule… lists all rules if the cursor is not at a finding', async () => {
    await workbench.openFile('silenced.md')
    await workbench.focusEditor()
    await workbench.goTo(2)
    await workbench.runCommand('Design Docs: Explain Rule…')
    await workbench.quickInput.waitFor('the rules', ({ picks }) =>
      picks.some((label) => /required-section/.test(label)),
    )
    await workbench.screenshot('silence/3 rules')
    await workbench.press('Escape')
  })

  step('a quick fix disables the rule for the line', async () => {
    await workbench.openFile('silenced.md')
    await workbench.focusEditor()
    await workbench.goTo(8, 4)
    await workbench.openQuickFixes()
    await workbench.screenshot('silence/4 light bulb')
    await workbench.press('Escape')
    await workbench.applyQuickFix('Disable no-placeholder for this line')
    await workbench.untilProblems('the finding to go', (found) => !found.some(({ code }) => code === 'no-placeholder'))
    assert.match(
      await workbench.editorText(),
      /We have it\.\n {2}<!-- design-docs-disable-next-line no-placeholder -->\n- TBD/,
    )
    assert.deepEqual(workbench.errors(), [])
  })
}
