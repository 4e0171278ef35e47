/** The main task of a first-time user. Each step continues where the previous one ended. */
import assert from 'node:assert/strict'
import { until } from '../../harness/until.ts'
import type { Step } from '../../harness/useWorkbench.ts'
import type { Workbench } from '../../harness/workbench.ts'

/** Defines the steps, for an unused workbench. At the end, everything is saved and closed. */
export function journeySteps(workbench: Workbench, step: Step): void {
  step('New Document from Template… asks for type, title and place and opens the document', async () => {
    await workbench.runCommand('Design Docs: New Document from Template…')
    await workbench.quickInput.pick('System design')
    await workbench.quickInput.answer('Payment Gateway')
    const place = await workbench.quickInput.waitFor('the step that asks for the place', ({ value, picks }) =>
      [value, ...picks].some((text) => text !== '' && text !== 'Payment Gateway'),
    )
    await workbench.screenshot('journey/1 place')
    assert.notEqual(place.title, '')
    await workbench.press('Enter')
    const name = await workbench.untilTab(/payment-gateway\.md/i)
    await workbench.untilOpen(name)
    // The file opens before its text is inserted.
    await workbench.tabStop()
    const text = await workbench.visibleText()
    assert.match(text, /^# System Design: Payment Gateway/m)
    assert.doesNotMatch(text, /\$\{\d|<!--\s*section/, 'snippet syntax and marks of the template stay in the template')
  })

  step('Tab moves through the tab stops of the new document', async () => {
    assert.equal(await workbench.tabStop(), 'Draft')
    await workbench.press('Escape', 'Tab')
    const author = await workbench.tabStop('Draft')
    await workbench.type('Ana')
    await workbench.press('Tab')
    const reviewers = await workbench.tabStop(author)
    assert.match(reviewers, /^\[.+\]$/)
    await workbench.type('The payments team')
    await workbench.press('Tab')
    const date = await workbench.tabStop(reviewers)
    assert.match(date, /^\d{4}-\d\d-\d\d$/)
    await workbench.press('Tab')
    const overview = await workbench.tabStop(date)
    assert.match(overview, /^\[.+\]$/)
    await workbench.type('Shops lose one order in fifty.')
    await workbench.press('Tab')
    assert.match(await workbench.tabStop(overview), /^\[.+\]$/)
    const text = await workbench.visibleText()
    assert.match(text, /\*\*Author:\*\* Ana\n- \*\*Reviewers:\*\* The payments team\n/)
    assert.match(text, /-->\n\nShops lose one order in fifty\.\n\n- \*\*Out of scope:/)
    await workbench.screenshot('journey/2 tab stops')
  })

  step('the Problems panel reports a section that was deleted', async () => {
    const text = await workbench.editorText()
    const shortened = text.replace(/^## Monitoring\n[\s\S]*?(?=^## )/m, '')
    assert.notEqual(shortened, text)
    await workbench.replaceText(shortened)
    const problem = await workbench.problem('required-section', 'Monitoring')
    assert.equal(problem.severity, 'warning')
    assert.match(problem.url, /required-section/)
    await workbench.screenshot('journey/3 problems')
    await workbench.goTo(problem.line, problem.column)
  })

  step('a quick fix restores the section in its place, with its first tab stop selected', async () => {
    await workbench.applyQuickFix(/^Add section ["“]Monitoring["”]$/)
    assert.match(await workbench.tabStop(), /^\[.+\]$/)
    await workbench.screenshot('journey/4 quick fix')
    await workbench.untilProblems('no missing section', (problems) =>
      problems.every(({ code }) => code !== 'required-section'),
    )
    const titles = [...(await workbench.editorText()).matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    assert.deepEqual(titles.slice(-3), ['Security', 'Monitoring', 'Open Questions'])
  })

  step('the diagram panel draws the document’s diagrams under their headings', async () => {
    await workbench.focusEditor()
    await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
    const card = workbench.webview().locator('.card[data-state="drawn"]').first()
    await card.locator('svg, iframe, img').first().waitFor()
    assert.equal(await card.locator('h2').textContent(), 'High-Level Architecture')
    await workbench.screenshot('journey/5 diagrams')
  })

  step('no error was logged, and all editors can be closed', async () => {
    assert.deepEqual(workbench.errors(), [])
    await workbench.focusEditor()
    await workbench.save()
    await workbench.runCommand('View: Close All Editors')
    await until('all editors to be closed', async () => (await workbench.tabs()).length === 0)
  })
}
