import assert from 'node:assert/strict'
import { canFindExtensionHosts } from '../harness/extensionHosts.ts'
import type { ShownProblem } from '../harness/problems.ts'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'
import type { Workbench } from '../harness/workbench.ts'

/** Open documents and panels survive a crash of the extension host and a second window on the same files. */
const design = (name: string, part: string) => `# System Design: ${name}

## High-Level Architecture

\`\`\`mermaid
flowchart LR
  client[Web client] --> part[${part}]
\`\`\`

## Components

TODO
`
const workbench = await useWorkbench(
  { 'orders.md': design('Orders', 'Basket'), 'payments.md': design('Payments', 'Ledger') },
  { file: 'orders.md' },
)
const step = journey()
let second = workbench

/** Brings a window to the front, because one in the background paints nothing and ignores clicks. */
const at = async (window: Workbench) => {
  await window.page.bringToFront()
  return window
}
const tabs = async (window = workbench) => (await window.tabs()).filter((name) => name.startsWith('Diagrams'))
/** Changes the document on disk and waits until it is drawn, which proves that the extension controls the panel. */
async function untilAlive(window: Workbench, part: string): Promise<void> {
  window.write('orders.md', design('Orders', part))
  await window.webview().locator('.card[data-state="drawn"]', { hasText: part }).waitFor()
}
const isPlaceholder = ({ code }: ShownProblem) => code === 'no-placeholder'
const findings = (file: string, window = workbench) =>
  window.untilProblems(`the findings of ${file}`, (found) =>
    found.some((each) => each.file === file && isPlaceholder(each)),
  )
const offer = /^Remote Extension host terminated unexpectedly/

if (canFindExtensionHosts) {
  step('after the extension host is killed, findings, panel and lock return and unsaved text is kept', async () => {
    await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
    await workbench.webview().locator('.card[data-state="drawn"]', { hasText: 'Basket' }).waitFor()
    await workbench.runCommand('Design Docs: Lock Diagram Preview to This Document')
    await workbench.openFile('payments.md')
    await workbench.goTo(12, 5)
    await workbench.type(' and not saved')
    await workbench.killExtensionHost()
    await workbench.untilRestarted()
    await findings('payments.md')
    await untilAlive(workbench, 'Cart')
    assert.deepEqual(await workbench.tabs(), ['orders.md', 'payments.md ●', 'Diagrams: orders.md'])
    assert.equal(await workbench.editorText(), design('Payments', 'Ledger').replace('TODO', 'TODO and not saved'))
    await workbench.screenshot('restarts/1 killed')
  })

  step('a panel that is hidden while the extension host is killed works again once it is shown', async () => {
    await workbench.press('Control+2')
    await workbench.openFile('payments.md')
    await workbench.killExtensionHost()
    await workbench.untilRestarted()
    await workbench.screenshot('restarts/2 hidden')
    await workbench.page.locator('.tab', { hasText: 'Diagrams: orders.md' }).click()
    await untilAlive(workbench, 'Trolley')
    assert.deepEqual(await tabs(), ['Diagrams: orders.md'])
    await workbench.screenshot('restarts/3 shown')
  })

  step('after the third kill and a manual restart, Open shows the active document in the only panel', async () => {
    await workbench.page.locator('.tab', { hasText: 'payments.md' }).last().click()
    await workbench.killExtensionHost()
    await workbench.notification(offer)
    await workbench.page.getByRole('button', { name: 'Restart Remote Extension Host' }).click()
    await workbench.untilRestarted()
    await workbench.focusEditor()
    await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
    await workbench.webview().locator('.card[data-state="drawn"]', { hasText: 'Ledger' }).waitFor()
    await findings('payments.md')
    assert.deepEqual(await tabs(), ['Diagrams'])
    await workbench.screenshot('restarts/4 opened')
  })
}

step('a second window on the folder has its own panel, and follows what the first one saves', async () => {
  second = await workbench.secondWindow({ file: 'orders.md' })
  await second.runCommand('Design Docs: Open Diagram Preview to the Side')
  await second.runCommand('Design Docs: Lock Diagram Preview to This Document')
  await at(workbench)
  await workbench.openFile('orders.md')
  await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
  await workbench.goTo(12, 5)
  await workbench.type(' of the first window')
  await workbench.save()
  const text = workbench.read('orders.md')
  assert.match(text, /TODO of the first window/)
  await at(second)
  await until('the text of the other window', async () => (await second.editorText()) === text)
  await untilAlive(second, 'Sack')
  await at(workbench)
  await workbench.webview().locator('.card[data-state="drawn"]', { hasText: 'Sack' }).waitFor()
  assert.deepEqual(await tabs(), ['Diagrams'])
  assert.deepEqual(await tabs(second), ['Diagrams: orders.md'])
})

step('unsaved text in one window stays when the other window saves the same file', async () => {
  await at(second)
  await second.goTo(12, 1)
  await second.press('Shift+End')
  await second.type('Not saved')
  await at(workbench)
  await workbench.goTo(12, 5)
  await workbench.type(' again')
  await workbench.save()
  await at(second)
  await second.untilProblems('no placeholder', (found) => {
    const own = found.filter(({ file }) => file === 'orders.md')
    return own.length > 0 && !own.some(isPlaceholder)
  })
  assert.match(await second.editorText(), /^Not saved$/m)
  assert.match(workbench.read('orders.md'), /^TODO again$/m)
  await second.screenshot('restarts/5 second window')
  await second.runCommand('File: Revert File')
  await findings('orders.md', second)
  assert.equal(await second.editorText(), workbench.read('orders.md'))
})

step('both windows follow the team’s config', async () => {
  workbench.write('.design-docs/config.json', '{ "rules": { "no-placeholder": "error" } }')
  for (const window of [workbench, second])
    await (await at(window)).untilProblems('an error in place of the warning', (found) =>
      found.some(
        ({ code, severity, file }) => code === 'no-placeholder' && severity === 'error' && file === 'orders.md',
      ),
    )
})

step('no error was logged and no unexpected toast appeared in either window', async () => {
  assert.deepEqual(workbench.errors(), [])
  assert.deepEqual(second.errors(), [])
  assert.deepEqual(
    workbench.toasts().filter((text) => !offer.test(text)),
    [],
  )
  assert.deepEqual(second.toasts(), [])
})
