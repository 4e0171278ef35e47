import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** The diagram panel beside the editor: following, locking, navigation, reloads. VS Code's own preview still works. */
const orders = `# System Design: Orders

## High-Level Architecture

\`\`\`mermaid
flowchart LR
  client[Web client] -->|HTTPS| api[API gateway]
  api --> store[(Order store)]
  click store href "./payments.md#L3"
\`\`\`

## Data Flow

1. The diagram:

   \`\`\`mermaid
   sequenceDiagram
     actor U as User
     participant A as API gateway
     U->>A: places an order
   \`\`\`

The API gateway asks the Order store; an api gateway may be slow.
`
const payments =
  '# System Design: Payments\n\n## Architecture\n\n```mermaid\nflowchart LR\n  bank[Bank] --> ledger[Ledger]\n```\n'
const shop = `# System Design: Shop

## High-Level Architecture

\`\`\`mermaid
flowchart LR
  orders[Order Service] --> billing[(Billing)]
\`\`\`

## Components

### Order Service

Takes orders and asks Billing.

### Billing

Charges cards.

### Recommender

Suggests what else to buy. It reads from Billing.
`
const files = { 'orders.md': orders, 'payments.md': payments, 'shop.md': shop }
const workbench = await useWorkbench(files, { file: 'orders.md' })
const step = journey()

const panel = () => workbench.webview()
const card = (title: string) => panel().getByRole('region', { name: title })
const drawn = (title: string) => panel().locator('.card[data-state="drawn"]', { hasText: title })
const lit = (title: string) => card(title).locator('[data-lit]').first()
const column = (line: string, words: string) => {
  const text = orders.split('\n')[Number(line) - 1] ?? ''
  return text.indexOf(words) + 1
}

step('the panel highlights the node or message under the cursor', async () => {
  await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
  await drawn('High-Level Architecture').waitFor()
  await workbench.goTo(8, column('8', 'store[') + 2)
  await lit('High-Level Architecture').waitFor()
  assert.match((await lit('High-Level Architecture').textContent()) ?? '', /Order store/)
  await workbench.goTo(20, column('20', 'places'))
  await lit('Data Flow').waitFor()
  assert.equal(await card('High-Level Architecture').locator('[data-lit]').count(), 0)
  await workbench.screenshot('diagrams/1 lit')
})

step('a click on a node selects its definition without taking the focus, so typing does not replace it', async () => {
  await card('High-Level Architecture').locator('g.node', { hasText: 'API gateway' }).click()
  await workbench.page.locator('.editor-group-container .selected-text').first().waitFor()
  await workbench.press('x')
  assert.equal(await workbench.page.locator('.tab.dirty').count(), 0)
})

step('a double click on a node or message goes to its definition', async () => {
  await card('High-Level Architecture').locator('g.node', { hasText: 'API gateway' }).dblclick()
  await until('the definition', async () => (await workbench.selectedText()) === 'api[API gateway]')
  await card('Data Flow').getByText('places an order').dblclick()
  await until('the message', async () => (await workbench.selectedText()) === 'U->>A: places an order')
})

step('a syntax error keeps the last drawing and links to its line', async () => {
  await workbench.goTo(8, 1)
  await workbench.press('End')
  await workbench.type(']')
  const message = card('High-Level Architecture').getByRole('button', { name: 'Go to Line 8' })
  await message.waitFor()
  assert.ok(await card('High-Level Architecture').getByText('Order store').first().isVisible())
  await workbench.screenshot('diagrams/2 mistake')
  await workbench.goTo(1)
  await message.click()
  await workbench.page.getByText('Ln 8').first().waitFor()
  await workbench.focusEditor()
  await workbench.press('Escape', 'End', 'Backspace')
  await drawn('High-Level Architecture').waitFor()
  await workbench.save()
})

step('a link in a diagram opens a workspace file at the linked line', async () => {
  await card('High-Level Architecture').locator('[data-link]').first().click()
  await workbench.untilOpen('payments.md')
  assert.match(await workbench.cursor(), /^Ln 3/)
})

step('the panel follows the editor until it is locked', async () => {
  await workbench.openFile('payments.md')
  await drawn('Architecture').locator('text=Ledger').waitFor()
  await workbench.openFile('orders.md')
  await drawn('Data Flow').waitFor()
  await workbench.runCommand('Design Docs: Lock Diagram Preview to This Document')
  await panel().getByRole('button', { name: 'Lock to This Document', pressed: true }).waitFor()
  await workbench.focusEditor()
  await workbench.openFile('payments.md')
  await workbench.page.waitForTimeout(1_000)
  assert.equal(await panel().locator('h1').textContent(), 'orders.md')
})

step('the panel shows only the diagram under the cursor, and keeps that and the lock after a reload', async () => {
  // If the panel has the focus, the file opens over it.
  await workbench.focusEditor()
  await workbench.openFile('orders.md')
  await workbench.runCommand('Design Docs: Preview Only the Diagram Under the Cursor')
  await workbench.goTo(20)
  await panel().locator('.card[data-current]', { hasText: 'Data Flow' }).waitFor()
  assert.equal(await panel().locator('.card:visible').count(), 1)
  await workbench.screenshot('diagrams/3 alone')
  await workbench.page.waitForTimeout(1_000)
  await workbench.reload()
  await workbench.focusEditor()
  await workbench.openFile('payments.md')
  await panel().locator('.card[data-current][data-state="drawn"]', { hasText: 'Data Flow' }).waitFor()
  assert.equal(await panel().locator('.count').textContent(), '2 of 2')
  await panel().getByRole('button', { name: 'Lock to This Document', pressed: true }).click()
  await panel().locator('h1', { hasText: 'payments.md' }).waitFor()
  await workbench.runCommand('Design Docs: Preview All Diagrams')
})

step('a locked panel follows the editor again as soon as its document is closed', async () => {
  await workbench.focusEditor()
  await workbench.openFile('shop.md')
  await panel().locator('h1', { hasText: 'shop.md' }).waitFor()
  await workbench.runCommand('Design Docs: Lock Diagram Preview to This Document')
  await panel().getByRole('button', { name: 'Lock to This Document', pressed: true }).waitFor()
  await workbench.focusEditor()
  await workbench.openFile('payments.md')
  await workbench.runCommand('View: Close Other Editors in Group')
  await panel().getByRole('button', { name: 'Lock to This Document', pressed: false }).waitFor()
  await panel().locator('h1', { hasText: 'payments.md' }).waitFor()
  await drawn('Architecture').locator('text=Ledger').waitFor()
})

step('the panel notices when the language of the active document changes', async () => {
  const change = async (language: string) => {
    await workbench.focusEditor()
    await workbench.runCommand('Change Language Mode')
    await workbench.quickInput.pick(language)
  }
  await change('Plain Text')
  await until('an empty panel', async () => (await panel().locator('.card').count()) === 0)
  await change('Markdown')
  await drawn('Architecture').locator('text=Ledger').waitFor()
})

step('Ctrl+F in the panel finds text in the diagrams', async () => {
  await drawn('Architecture').focus()
  await workbench.press('Control+F')
  await workbench.type('ledger')
  await panel().locator('.found', { hasText: '1 of 1' }).waitFor()
  await workbench.screenshot('diagrams/4 find')
  await workbench.press('Escape')
})

step('F2 renames a part in text and diagrams, and leaves uncertain mentions as they are', async () => {
  await workbench.focusEditor()
  await workbench.openFile('orders.md')
  await workbench.goTo(23, 8)
  await workbench.press('F2')
  await workbench.page.locator('.rename-box input').fill('Front door')
  await workbench.press('Enter')
  const apply = workbench.page.getByRole('button', { name: 'Apply', exact: true })
  await apply.waitFor()
  await workbench.screenshot('diagrams/5 rename')
  await apply.click()
  await drawn('High-Level Architecture').getByText('Front door').waitFor()
  const text = await workbench.editorText()
  assert.equal(text, orders.replaceAll('API gateway', 'Front door'))
  await workbench.press('Control+Z')
  await drawn('High-Level Architecture').getByText('API gateway').waitFor()
  assert.equal(await workbench.editorText(), orders)
  await workbench.openFile('payments.md')
})

step('quick fixes add a part that only the text has to the diagram, and draft a diagram from the text', async () => {
  await workbench.openFile('shop.md')
  await workbench.problem('diagram-components', 'Recommender')
  await workbench.goTo(shop.split('\n').indexOf('### Recommender') + 1, 6)
  await workbench.openQuickFixes()
  await workbench.screenshot('diagrams/5b quick fixes')
  await workbench.press('Escape')
  await workbench.applyQuickFix('Add "Recommender" to the diagram')
  await drawn('High-Level Architecture').getByText('Recommender').waitFor()
  await workbench.screenshot('diagrams/5c added')
  await workbench.focusEditor()
  await workbench.press('Control+Z')
  assert.equal(await workbench.editorText(), shop)
  await workbench.replaceText(shop.replace(/```mermaid[\s\S]*?```\n\n/, ''))
  await workbench.problem('required-diagram')
  await workbench.goTo(3, 6)
  await workbench.applyQuickFix('Draft a flowchart of the components from the text')
  await drawn('High-Level Architecture').getByText('Recommender').waitFor()
  await workbench.screenshot('diagrams/5d drafted')
  await workbench.press('Control+Z', 'Control+Z')
  assert.equal(await workbench.editorText(), shop)
  await workbench.openFile('payments.md')
})

step('suggestions in a diagram list its nodes, and open by themselves after an arrow', async () => {
  const list = workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name')
  await workbench.focusEditor()
  await workbench.openFile('orders.md')
  await workbench.goTo(9)
  await workbench.press('End', 'Enter')
  assert.ok((await workbench.suggestions()).includes('client'))
  await workbench.screenshot('diagrams/6 suggestions')
  await workbench.press('Escape')
  await workbench.type('store --> ')
  await list.first().waitFor()
  assert.deepEqual(await list.allInnerTexts(), ['client', 'api', 'store'])
  await workbench.press('Enter')
  await drawn('High-Level Architecture').locator('[data-mark="e2"]').first().waitFor()
  assert.match(await workbench.editorText(), /\n {2}store --> client\n/)
  await workbench.replaceText(orders)
  await workbench.openFile('payments.md')
})

step('the outline lists the diagrams below the headings', async () => {
  await workbench.runCommand('Explorer: Focus on Outline View')
  await workbench.press('Control+ArrowLeft')
  const groups = workbench.page.locator('.outline-pane .monaco-list-row[aria-level="1"]')
  const names = async () => (await groups.allInnerTexts()).map((text) => text.trim())
  await until('the outline', async () => (await groups.count()) === 2, names)
  assert.deepEqual(await names(), ['Markdown Language Features', 'Diagrams'])
  await workbench.screenshot('diagrams/7 outline')
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility')
})

step('the built-in Markdown preview still draws diagrams', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Markdown: Open Preview')
  const preview = workbench.webview('vscode.markdown-language-features')
  const picture = preview.locator('.mermaid svg')
  await picture.first().waitFor()
  assert.match((await picture.first().textContent()) ?? '', /Ledger/)
  assert.ok(existsSync(await workbench.screenshot('diagrams/8 built-in')))
})

step('no error was logged', async () => {
  assert.deepEqual(workbench.errors(), [])
})
