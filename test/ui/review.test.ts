import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'
import { journeySteps } from './steps/journey.ts'

/** How a document's review is shown outside the Problems panel. Each step continues where the previous one ended. */
const design = 'docs/system-design/checkout-rewrite.md'
const workbench = await useWorkbench('examples', { others: ['test/fixtures/languageModels'] })

journeySteps(workbench, journey())

const step = journey()
const view = 'Design Review'
const rows = () => workbench.viewRows(view)
const row = (label: string) => workbench.viewRow(view, label)
const statusItem = workbench.page.locator('[id="design-docs.design-docs.designDocs.review"]')

const untilRow = (pattern: RegExp): Promise<string> =>
  until(`the row ${pattern}`, async () => (await rows()).find((text) => pattern.test(text)), rows)

const untilCursor = (place: RegExp): Promise<string> =>
  until(
    `the cursor at ${place}`,
    async () => {
      const cursor = await workbench.cursor()
      return place.test(cursor) && cursor
    },
    () => workbench.cursor(),
  )

step('the status bar counts met checklist items and red flags, and opens the Design Review', async () => {
  await workbench.openFile(design)
  await statusItem.waitFor()
  assert.match(await statusItem.innerText(), /2\/11 · 1 red flag/)
  await statusItem.hover()
  await workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Monitoring: missing' }).waitFor()
  await workbench.screenshot('review/1 status bar')
  await statusItem.locator('a').click()
  await untilRow(/^Checklist 2\/11/)
  await untilRow(/^Monitoring, missing, /)
  await workbench.screenshot('review/2 view')
})

step('a click on a row reveals its place, and the focus stays in the view', async () => {
  const lines = workbench.read(design).split('\n')
  const security = lines.indexOf('## Security') + 1
  await row('Security, partial').click()
  await untilCursor(new RegExp(`^Ln ${security}(?:,|\\b)|^Ln ${security + 2},`))
  await row('Diagrams').click()
  await row('Sequence diagram').click()
  await untilCursor(new RegExp(`^Ln ${lines.indexOf('```mermaid') + 1},`))
  await workbench.screenshot('review/3 diagram')
  const isInView = (line: Element) => line.closest('.monaco-list')?.contains(document.activeElement)
  assert.ok(await row('Sequence diagram').evaluate(isInView))
})

step('the tooltip of a checklist item explains what a good section answers', async () => {
  await row('Scaling, partial').hover()
  const hover = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Scaling: partial' })
  await hover.locator('hr').waitFor()
  await workbench.screenshot('review/4 tooltip')
})

step('Explain Rule on a finding opens the page of its rule, and the view keeps its document', async () => {
  await row('No error handling').hover()
  await row('No error handling')
    .getByRole('button', { name: /Explain Rule/ })
    .click()
  await workbench.untilTab(/missing-error-handling/)
  await until('the view to keep its document', async () => (await rows()).some((text) => /^Checklist/.test(text)), rows)
  await workbench.screenshot('review/5 explained')
  await workbench.press('Control+W')
})

step('Mark as Met writes the author’s reason into the document, and Remove Mark and undo revert that', async () => {
  await row('Monitoring, missing').hover()
  await row('Monitoring, missing')
    .getByRole('button', { name: /Mark as Met/ })
    .click()
  await workbench.quickInput.answer('The platform watches it')
  await untilRow(/^Monitoring, met, Marked as met by the author: The platform watches it\./)
  assert.match(await workbench.editorText(), /<!-- design-docs-met monitoring -- The platform watches it -->/)
  await workbench.screenshot('review/6 marked as met')
  await row('Monitoring, met').hover()
  await row('Monitoring, met')
    .getByRole('button', { name: /Remove Mark/ })
    .click()
  await untilRow(/^Monitoring, missing, /)
  assert.doesNotMatch(await workbench.editorText(), /design-docs-met/)
  await row('Monitoring, missing').click()
  await workbench.press('Control+Z')
  await untilRow(/^Monitoring, met, /)
  await workbench.press('Control+Z')
  await untilRow(/^Monitoring, missing, /)
})

step('Why? lists the places behind the result of an item, and Enter goes to the chosen one', async () => {
  await row('Security, partial').hover()
  await row('Security, partial').getByRole('button', { name: /Why\?/ }).click()
  const { title, picks } = await workbench.quickInput.waitFor('the places', ({ picks }) => picks.length > 1)
  assert.match(title, /^Security: partial\. There is a section on security, but/)
  await workbench.screenshot('review/7 why')
  assert.deepEqual(picks, ['Security', 'Security'])
  await workbench.press('ArrowDown', 'Enter')
  const lines = workbench.read(design).split('\n')
  await untilCursor(new RegExp(`^Ln ${lines.indexOf('## Security') + 1},`))
})

step('an open question can be ticked in the view, and one undo reverts it', async () => {
  const box = row('Which invoice provider?').getByRole('checkbox')
  await box.click()
  await until('the question to go', async () => !(await rows()).some((text) => /^Which invoice/.test(text)), rows)
  assert.match(await workbench.editorText(), /^- \[x\] Which invoice provider\?/m)
  await workbench.press('Control+Z')
  await box.waitFor()
  assert.equal(await box.isChecked(), false)
  assert.match(await workbench.editorText(), /^- \[ \] Which invoice provider\?/m)
  await workbench.screenshot('review/7b task box')
})

step('a locked file is not edited from the view', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('File: Set Active Editor Read-only in Session')
  const before = await workbench.editorText()
  const box = row('Which invoice provider?').getByRole('checkbox')
  await box.click()
  await until('the box to be empty again', async () => !(await box.isChecked()))
  await workbench.screenshot('review/7c locked')
  assert.equal(await workbench.editorText(), before)
  await workbench.focusEditor()
  await workbench.runCommand('File: Reset Active Editor Read-only in Session')
})

step('the view follows edits, and collapsed groups stay collapsed', async () => {
  await row('Checklist').click()
  await until('the checklist to fold', async () => !(await rows()).some((text) => /^Security/.test(text)), rows)
  const text = await workbench.editorText()
  await workbench.replaceText(
    `${text}\n## Monitoring\n\nMetrics: request rate, error rate, p95 latency. Alert: error rate above 1 % for 5 minutes pages the team.\n`,
  )
  await untilRow(/^Checklist 3\/11/)
  assert.ok(!(await rows()).some((text) => /^Security/.test(text)))
  await workbench.screenshot('review/8 typed')
})

const askModel = () => workbench.runCommand('Design Docs: Review with Language Model…')
const fromModel = () => workbench.problems('design-docs (model)')

step('Review with Language Model… asks which model to use and shows its finding', async () => {
  await askModel()
  await workbench.notification(/^No language model is available in this window\. Sign in/)
  await workbench.screenshot('review/9 no model')
  await workbench.runCommand('Test: Offer Language Models')
  await askModel()
  const { picks } = await workbench.quickInput.waitFor('the models', ({ picks }) => picks.length > 1)
  assert.deepEqual(picks, ['Quick Reader', 'Slow Reader'])
  await workbench.screenshot('review/10 models')
  await workbench.quickInput.pick('Quick Reader')
  await workbench.notification(
    /^Quick Reader: 1 finding in the Problems panel\. 1 more finding dropped: the quoted words are not/,
  )
  const [finding, ...more] = await until('the finding', async () => {
    const found = await fromModel()
    return found.length > 0 && found
  })
  assert.deepEqual([finding?.message, more.length], ['Which paths? Name them, or say by when.', 0])
  await workbench.screenshot('review/11 finding of a model')
})

step('a model review can be cancelled, and keeps the earlier findings until they are dismissed', async () => {
  await askModel()
  await workbench.quickInput.pick('Slow Reader')
  const reading = workbench.page.locator('.notification-toast', { hasText: 'Slow Reader is reading' })
  await reading.waitFor()
  await workbench.screenshot('review/12 reading')
  await reading.getByRole('button', { name: 'Cancel' }).click()
  await reading.waitFor({ state: 'detached' })
  assert.equal((await fromModel()).length, 1)
  await workbench.runCommand('Design Docs: Dismiss All Findings of the Language Model')
  await until('the finding to go', async () => (await fromModel()).length === 0, fromModel)
  await workbench.press('Control+Shift+M')
})

step('the view of a decision shows its status, without a checklist and red flags', async () => {
  await workbench.openFile('docs/adr/0003-fetch-scan-files.md')
  await untilRow(/^Status/)
  await workbench.screenshot('review/13 decision')
  assert.ok(!(await rows()).some((text) => /^Checklist|^Red Flags/.test(text)))
})

step('the code lens over the title shows the status of a decision and opens the view', async () => {
  await workbench.press('Control+Shift+E')
  const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Superseded · no findings' })
  await lens.waitFor()
  await workbench.screenshot('review/14 code lens')
  await lens.click()
  await untilRow(/^Status/)
})

step('the view offers templates for a file that is not a design document, without a status bar item', async () => {
  await workbench.openFile('README.md')
  await workbench.page.getByRole('button', { name: 'New Document from Template' }).waitFor()
  await workbench.screenshot('review/15 welcome')
  assert.equal(await statusItem.isVisible(), false)
})

const documents = 'Design Documents'
const documentRows = () => workbench.viewRows(documents)
const documentRow = (label: string) => workbench.viewRow(documents, label)
const untilDocuments = (what: string, condition: (rows: readonly string[]) => boolean): Promise<unknown> =>
  until(what, async () => condition(await documentRows()), documentRows)

step('Show Design Documents lists all design documents of the workspace with their state', async () => {
  await workbench.runCommand('Design Docs: Show Design Documents')
  await untilDocuments('some documents', (all) => all.length > 1)
  await workbench.screenshot('review/12a beside the review')
  await workbench.page.getByRole('button', { name: 'Design Review Section' }).click()
  // Folders are added one by one, and until the last one is there, rows may move.
  await untilDocuments('all documents', (all) =>
    [/^Parcel Tracking, \d+\/11/, /^Returns Portal, \d+\/11/].every((name) => all.some((each) => name.test(each))),
  )
  const shown = await documentRows()
  assert.ok(
    shown.some((each) => /^ADR-0003.*, superseded by ADR-0004/.test(each)),
    shown.join('\n'),
  )
  assert.ok(!shown.some((each) => /README/.test(each)))
  await workbench.screenshot('review/12 documents')
  await documentRow('Checkout Rewrite').click()
  await workbench.untilOpen(design)
})

step('a superseded decision in the list leads to the decision that supersedes it', async () => {
  await documentRow('ADR-0003 Fetch').click()
  await workbench.untilOpen('0003-fetch-scan-files.md')
  const other = workbench.page.getByRole('treeitem', { name: /^superseded by ADR-0004/ })
  await until('the other decision below it', async () => {
    if (await other.isVisible()) return true
    await documentRow('ADR-0003 Fetch').locator('.monaco-tl-twistie').click()
    await other.waitFor({ timeout: 2_000 }).catch(() => undefined)
    return other.isVisible()
  })
  await other.click()
  await workbench.untilOpen('0004-depots-push-scans.md')
})

step('the list of documents can be filtered and grouped, and includes a new file', async () => {
  await workbench.runCommand('Design Docs: Filter Design Documents…')
  await workbench.quickInput.waitFor('statuses and types', ({ picks }) => picks.includes('System design'))
  await workbench.type('rewrite')
  await workbench.quickInput.waitFor(
    'the words as a filter',
    ({ picks }) => picks.join() === 'Title or path contains “rewrite”',
  )
  await workbench.screenshot('review/13a filter')
  await workbench.press('Enter')
  await untilDocuments('one document', (all) => all.length === 2)
  await workbench.screenshot('review/13 filter')
  await workbench.runCommand('Design Docs: Clear Filter of Design Documents')
  await workbench.runCommand('Design Docs: Group Design Documents by…')
  await workbench.quickInput.pick('Status')
  await untilDocuments('a group', (all) => all.some((each) => /^No status \d/.test(each)))
  workbench.write('docs/adr/0005-new.md', '# ADR-0005: New\n\n- **Status:** Rejected\n\n## Context\n\nIt is new.\n')
  await untilDocuments('a new document', (all) => all.some((each) => /^ADR-0005 New, /.test(each)))
  await workbench.runCommand('Preferences: Toggle between Light/Dark Themes')
  await workbench.page.locator('.monaco-workbench.vs-dark').waitFor()
  await workbench.screenshot('review/14 by status, dark')
  await workbench.runCommand('Preferences: Toggle between Light/Dark Themes')
})

step('Lint Workspace reports findings in files that are not open, and their number', async () => {
  await workbench.runCommand('Design Docs: Lint Workspace')
  await workbench.notification(/design documents in \d+ Markdown files: \d+ error/)
  await workbench.screenshot('review/15 linted')
  await workbench.untilProblems('those of a file that nobody has opened', (problems) =>
    problems.some(({ file, code }) => file === 'returns-portal.md' && code === 'missing-security'),
  )
  await workbench.screenshot('review/16 problems')
})

step('no error was logged in the whole session', async () => {
  assert.deepEqual(workbench.errors(), [])
})
