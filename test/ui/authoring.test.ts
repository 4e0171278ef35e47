import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** From an empty folder to a finished decision with the keyboard. Each step continues where the previous one ended. */
const workbench = await useWorkbench({})
const step = journey()

/** Chooses an entry of the open list by typing its text and pressing Enter. */
async function choose(text: string): Promise<void> {
  await workbench.quickInput.waitFor('a list', ({ picks }) => picks.length > 0)
  await workbench.type(text)
  await workbench.quickInput.waitFor(`“${text}” on top`, ({ picks }) => picks[0] === text)
  await workbench.press('Enter')
}

async function command(title: string): Promise<void> {
  await workbench.runCommand(`Design Docs: ${title}`)
}

/** Fills the tab stops one after the other. */
async function fill(texts: readonly string[]): Promise<void> {
  let before = ''
  for (const [index, text] of texts.entries()) {
    before = await workbench.tabStop(before)
    await workbench.type(text)
    if (index < texts.length - 1) await workbench.press('Tab')
  }
}

const section = (title: string): RegExp => new RegExp(`^## ${title}\\n[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm')

step('without a Markdown file, only the commands that need no document are offered', async () => {
  const titles = (await workbench.commands('Design Docs:')).filter((title) => title.startsWith('Design Docs:'))
  assert.deepEqual(titles.toSorted(), [
    'Design Docs: Lint Workspace',
    'Design Docs: New Document from Template…',
    'Design Docs: Show Design Documents',
  ])
})

step('New Document from Template… creates a decision, and Tab moves through its tab stops', async () => {
  await command('New Document from Template…')
  await choose('Architecture decision record')
  await workbench.quickInput.answer('Keep orders in PostgreSQL')
  await workbench.quickInput.waitFor('the places', ({ picks }) => picks.some((pick) => /0001-keep/.test(pick)))
  await workbench.screenshot('authoring/1 place')
  await workbench.press('Enter')
  await workbench.untilTab(/0001-keep-orders/)
  assert.equal(await workbench.tabStop(), 'Proposed')
  await workbench.screenshot('authoring/2 choice')
  await workbench.press('Escape', 'Tab')
  await fill(['Ana, Ben', 'Orders need transactions over three tables; 2 million of them arrive per year.'])
  await workbench.screenshot('authoring/3 tab stops')
  assert.match(await workbench.visibleText(), /\*\*Deciders:\*\* Ana, Ben\n/)
})

step('Insert Section or Fragment… lists the missing sections first, nearest to the cursor on top', async () => {
  const text = (await workbench.editorText())
    .replace(section('Alternatives Considered'), '')
    .replace(section('Validation'), '')
    .replaceAll(/(?<!\w)\[[^\]\n]+\]/g, 'What we know from the load test of March.')
  await workbench.replaceText(text)
  await workbench.untilProblems(
    'two missing sections and nothing else',
    (problems) => problems.length === 2 && problems.every(({ code }) => code === 'required-section'),
  )
  await workbench.goTo(text.split('\n').findIndex((line) => line.startsWith('We will')) + 1)
  await command('Insert Section or Fragment…')
  const { picks } = await workbench.quickInput.waitFor('the list', ({ picks }) => picks.length > 3)
  assert.deepEqual(picks.slice(0, 2), ['Alternatives Considered', 'Validation'])
  await workbench.screenshot('authoring/4 insert')
  await workbench.press('Enter')
})

step('the chosen section is inserted in its place with tab stops, and one undo removes it', async () => {
  assert.match(await workbench.tabStop(), /^\[First alternative/)
  await workbench.screenshot('authoring/5 alternatives')
  await workbench.press('Control+Z')
  assert.doesNotMatch(await workbench.editorText(), /Alternatives Considered/)
  await command('Insert Section or Fragment…')
  await workbench.quickInput.waitFor('the list', ({ picks }) => picks[0] === 'Alternatives Considered')
  await workbench.press('Enter')
  await fill([
    'A document database',
    'No schema to change when an order gains a field.',
    'Transactions over three collections take 40 ms more.',
    'Orders need those transactions.',
    'Leave it as it is',
    'No work for two weeks.',
    'One order in fifty is lost.',
    'Lost orders cost 3,000 € per month.',
  ])
  const titles = [...(await workbench.editorText()).matchAll(/^###? (.+)$/gm)].map(([, title]) => title)
  assert.deepEqual(titles.slice(0, 6), [
    'Context',
    'Decision',
    'Alternatives Considered',
    'A document database',
    'Leave it as it is',
    'Consequences',
  ])
})

step('typing ## suggests the remaining missing section, but allows any other heading', async () => {
  await workbench.press('Control+End', 'Enter')
  await workbench.type('## ')
  const suggestion = workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name')
  await suggestion.first().waitFor()
  assert.deepEqual(await suggestion.allInnerTexts(), ['Validation'])
  await workbench.press('Control+Space')
  await workbench.screenshot('authoring/6 completion')
  await workbench.type('Links')
  await suggestion.first().waitFor({ state: 'detached' })
  await workbench.press('Control+Shift+K')
  await workbench.type('## ')
  await suggestion.first().waitFor()
  await workbench.press('Enter')
  await fill(['The load test of March: 900 orders per second.', 'Ana repeats it in June; 600 per second are enough.'])
  await workbench.screenshot('authoring/7 finished')
})

step('the finished decision has two alternatives and no problems', async () => {
  await workbench.untilProblems('none', (problems) => problems.length === 0)
  const text = await workbench.editorText()
  assert.equal([...text.matchAll(/\*\*Why not:\*\*/g)].length, 2)
  assert.match(text, /\n\n## Validation\n/)
})

step('hovering over a heading shows what its section should answer', async () => {
  const lines = (await workbench.editorText()).split('\n')
  await workbench.goTo(lines.indexOf('## Consequences') + 1, 5)
  assert.match(await workbench.hover(), /Required section of Architecture decision record/)
  await workbench.screenshot('authoring/8 hover')
  await workbench.press('Escape')
})

step('a fragment can be previewed before it is inserted, while the list stays open', async () => {
  await command('Insert Section or Fragment…')
  await workbench.quickInput.waitFor('the list', ({ picks }) => picks.length > 3)
  await workbench.type('Sequence')
  await workbench.quickInput.waitFor('the diagram', ({ picks }) => /sequence/i.test(picks[0] ?? ''))
  const row = workbench.page.locator('.quick-input-list .monaco-list-row').first()
  await row.hover()
  await row.locator('.action-label.codicon-open-preview, .action-label').first().click()
  await workbench.page.locator('.tab', { hasText: 'Preview' }).first().waitFor()
  await workbench
    .webview('vscode.markdown-language-features')
    .locator('body', { hasText: 'Where the caller stops waiting' })
    .waitFor()
  assert.ok(await workbench.quickInput.state(), 'the list stays open')
  await workbench.screenshot('authoring/9 preview')
  await workbench.press('Escape')
  await workbench.page.locator('.tab', { hasText: 'Preview' }).first().waitFor({ state: 'detached' })
})

step('Fill File with Snippet lists the document types and inserts the chosen one', async () => {
  workbench.write('empty.md', '')
  await workbench.openFile('empty.md')
  await workbench.quickInput.open('Control+Shift+P', '>Snippets: Fill File with Snippet')
  await workbench.quickInput.waitFor('the command', ({ picks }) => /Fill File with Snippet/.test(picks[0] ?? ''))
  await workbench.press('Enter')
  await workbench.quickInput.waitFor('our types', (state) => state.picks.includes('ADR (MADR 4)'))
  await workbench.screenshot('authoring/10 fill file')
  await workbench.type('Design document')
  const { picks } = await workbench.quickInput.waitFor('the type', (state) => state.picks[0] === 'Design document')
  assert.equal(picks.filter((pick) => pick === 'Design document').length, 1)
  await workbench.press('Enter')
  await until('the document', async () => /^# System Design: /.test(await workbench.visibleText()))
})

step('the context menu of the editor contains Insert Section or Fragment…', async () => {
  await workbench.focusEditor()
  await workbench.press('Shift+F10')
  const entry = workbench.page.locator('.context-view .action-label', { hasText: 'Insert Section or Fragment…' })
  await entry.waitFor()
  await workbench.screenshot('authoring/11 menu')
  await workbench.press('Escape')
})

step('the walkthrough Write a Design Document can be opened', async () => {
  await workbench.quickInput.open('Control+Shift+P', '>Welcome: Open Walkthrough')
  await workbench.quickInput.waitFor('the command', ({ picks }) => /Open Walkthrough/.test(picks[0] ?? ''))
  await workbench.press('Enter')
  await choose('Write a Design Document')
  await workbench.page.locator('.getting-started-step', { hasText: 'Draw beside the text' }).waitFor()
  await workbench.screenshot('authoring/12 walkthrough')
})

step('no notification is open and no error was logged', async () => {
  assert.deepEqual(await workbench.notifications(), [])
  assert.deepEqual(workbench.errors(), [])
})
