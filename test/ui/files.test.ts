import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../harness/git.ts'
import { temporaryWorkspace, writeFiles } from '../harness/paths.ts'
import type { ShownProblem } from '../harness/problems.ts'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** Open files change in the editor or on disk, and findings and panel follow without any loss of text. */
const design = (name: string, part: string, components = 'TODO') => `# System Design: ${name}

## High-Level Architecture

\`\`\`mermaid
flowchart LR
  client[Web client] --> part[${part}]
\`\`\`

## Components

${components}
`
const diagram = (_: unknown, index: number) => `\`\`\`mermaid\nflowchart LR\n  a --> b[Part ${index + 1}]\n\`\`\`\n`
const many = `# System Design: Many\n\n## Architecture\n\n${Array.from({ length: 300 }, diagram).join('\n')}`
const services = Array.from({ length: 500 }, (_, index) => `service-${String(index + 1).padStart(3, '0')}.md`)

/** Creates a repository in which another branch changes 499 of 500 files and lacks the last one. */
function createRepository(): string {
  const textsOf = (part: string, components?: string) =>
    Object.fromEntries(services.map((name) => [`services/${name}`, design(name, part, components)]))
  const folder = temporaryWorkspace({
    'docs/orders.md': design('Orders', 'Basket'),
    'docs/payments.md': design('Payments', 'Ledger'),
    'many.md': many,
    ...textsOf('Topic', 'The service reads topics.'),
  })
  git(folder, 'init', '-q', '-b', 'next')
  rmSync(join(folder, 'services', 'service-500.md'))
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'Topics')
  git(folder, 'checkout', '-q', '-b', 'main')
  writeFiles(folder, textsOf('Queue'))
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'Queues')
  return folder
}

const workbench = await useWorkbench(createRepository(), { settings: { 'git.enabled': true } })
const step = journey()

const panel = () => workbench.webview()
const drawn = (words: string) => panel().locator('.card[data-state="drawn"]', { hasText: words }).first()
const title = (name: string) => panel().locator('h1', { hasText: name }).waitFor()
const isLocked = () => panel().getByRole('button', { name: 'Lock to This Document', pressed: true }).isVisible()
const panelTabs = async () => (await workbench.tabs()).filter((name) => name.startsWith('Diagrams'))
const tab = async (name: string) => {
  await workbench.page.locator('.tab', { hasText: name }).first().click()
  await workbench.untilOpen(name)
}
const isOf = (file: string) => (problem: ShownProblem) => problem.file === file
const untilText = (text: string) =>
  until(
    'the text in the editor',
    async () => (await workbench.editorText()) === text,
    () => workbench.editorText(),
  )
/** Waits until a file has a finding of the rule `code`, and returns all findings of the file. */
const findings = async (file: string, code = 'no-placeholder') =>
  (
    await workbench.untilProblems(`${code} in ${file}`, (found) =>
      found.some((each) => isOf(file)(each) && each.code === code),
    )
  ).filter(isOf(file))
const untilNoFindings = (file: string, ...codes: readonly string[]) =>
  workbench.untilProblems(
    `no findings ${codes} of ${file}`,
    (found) => !found.some((each) => isOf(file)(each) && (codes.length === 0 || codes.includes(each.code))),
  )

step('a file renamed in the explorer keeps its panel, lock and findings', async () => {
  await workbench.openFile('orders.md')
  const before = await findings('orders.md')
  await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
  await drawn('Basket').waitFor()
  await workbench.runCommand('Design Docs: Lock Diagram Preview to This Document')
  await drawn('Basket').evaluate((card) => card.setAttribute('data-seen', ''))
  await workbench.renameInExplorer('orders.md', 'baskets.md')
  await title('baskets.md')
  await workbench.untilOpen('baskets.md')
  assert.ok(await isLocked())
  assert.equal(await panel().locator('.card[data-seen]').count(), 1, 'the same picture')
  await untilNoFindings('orders.md')
  assert.equal((await findings('baskets.md')).length, before.length)
  await workbench.screenshot('files/1 renamed')
})

step('a file whose folder is renamed keeps its panel, lock and findings', async () => {
  await workbench.openFile('payments.md')
  await findings('payments.md')
  await workbench.openFile('baskets.md')
  const before = await findings('baskets.md')
  await workbench.renameInExplorer('docs', 'papers')
  workbench.write('papers/baskets.md', design('Orders', 'Trolley'))
  await drawn('Trolley').waitFor()
  assert.ok(await isLocked())
  assert.deepEqual(await panelTabs(), ['Diagrams: baskets.md'])
  assert.equal((await findings('baskets.md')).length, before.length)
})

step('the editor follows a file that changes on disk, but keeps unsaved text', async () => {
  const changed = design('Orders', 'Cart', 'Nothing is left to be done.')
  workbench.write('papers/baskets.md', changed)
  await untilText(changed)
  await untilNoFindings('baskets.md', 'no-placeholder')
  await workbench.goTo(12, 1)
  await workbench.press('Shift+End')
  await workbench.type('TODO')
  await findings('baskets.md')
  workbench.write('papers/baskets.md', design('Orders', 'Sack'))
  await tab('payments.md')
  await findings('payments.md')
  await tab('baskets.md')
  assert.equal(await workbench.editorText(), design('Orders', 'Cart'))
  await drawn('Cart').waitFor()
  await workbench.runCommand('File: Revert File')
  await untilText(design('Orders', 'Sack'))
  await drawn('Sack').waitFor()
  await workbench.screenshot('files/2 changed')
})

step('a file deleted in the explorer leaves no findings, and the panel shows the active document', async () => {
  await workbench.deleteInExplorer('baskets.md')
  await workbench.untilOpen('payments.md')
  await title('payments.md')
  await drawn('Ledger').waitFor()
  assert.equal(await isLocked(), false)
  await untilNoFindings('baskets.md')
  await workbench.screenshot('files/3 deleted')
})

step('unsaved text can still be saved after its file was deleted on disk', async () => {
  await workbench.openFile('service-001.md')
  await tab('payments.md')
  await workbench.goTo(12, 5)
  await workbench.type(' soon')
  rmSync(join(workbench.folder, 'papers/payments.md'))
  await workbench.page.locator('.tab.active', { hasText: 'payments.md' }).locator('.strikethrough').waitFor()
  await findings('payments.md')
  await workbench.focusEditor()
  await workbench.save()
  assert.equal(workbench.read('papers/payments.md'), design('Payments', 'Ledger', 'TODO soon'))
  rmSync(join(workbench.folder, 'papers/payments.md'))
  await workbench.press('Control+W')
  await untilNoFindings('payments.md')
})

step('a config that is broken and corrected on disk takes effect again', async () => {
  const config = '.design-docs/config.json'
  await workbench.untilOpen('service-001.md')
  workbench.write(config, '{ "rules": { "no-placeholder": "error" } }')
  const severity = (wanted: string) =>
    workbench.untilProblems(`no-placeholder as ${wanted}`, (found) =>
      found.some((each) => each.code === 'no-placeholder' && each.severity === wanted),
    )
  await severity('error')
  workbench.write(config, '{ "rules": { "no-placeholder": ')
  await findings('config.json', 'config')
  await severity('warning')
  await workbench.screenshot('files/4 broken config')
  workbench.write(config, '{ "rules": { "no-placeholder": "error", "required-section": "off" } }')
  await severity('error')
  await untilNoFindings('config.json')
  assert.deepEqual(
    (await findings('service-001.md')).map(({ code }) => code).filter((code) => code === 'required-section'),
    [],
  )
  rmSync(join(workbench.folder, '.design-docs'), { recursive: true })
  await severity('warning')
})

step('a document with 300 diagrams can be drawn, reviewed and edited', async () => {
  await workbench.openFile('many.md')
  await title('many.md')
  await drawn('Part 1').waitFor()
  assert.equal(await panel().locator('.card').count(), 300)
  await workbench.goTo(7, 17)
  await workbench.press('End')
  await workbench.type(']')
  const wrong = await findings('many.md', 'diagram-syntax')
  assert.deepEqual(
    wrong.flatMap(({ code, line }) => (code === 'diagram-syntax' ? [line] : [])),
    [7],
  )
  await workbench.press('Backspace')
  await untilNoFindings('many.md', 'diagram-syntax')
  await workbench.goTo(many.split('\n').length - 2)
  await drawn('Part 300').waitFor()
  assert.equal(await workbench.editorText(), many)
  await workbench.screenshot('files/5 many')
  await workbench.save()
  await workbench.press('Control+W')
  // VS Code disposes of a closed document when it is idle, which hundreds of diagrams delay.
  const isGone = (found: readonly { file: string }[]) => !found.some(({ file }) => file === 'many.md')
  await workbench.untilProblems('no findings of many.md', isGone, 120_000)
})

step('findings and panel follow a checkout that changes 500 files, and unsaved text stays', async () => {
  const [first = '', second = ''] = services
  const last = services.at(-1) ?? ''
  for (const name of [last, second]) await workbench.openFile(name)
  await workbench.goTo(12, 5)
  await workbench.type(' by me')
  await workbench.openFile(first)
  await findings(last)
  git(workbench.folder, 'checkout', '-q', 'next')
  await untilText(design(first, 'Topic', 'The service reads topics.'))
  await drawn('Topic').waitFor()
  await untilNoFindings(first, 'no-placeholder')
  await tab(second)
  assert.equal(await workbench.editorText(), design(second, 'Queue', 'TODO by me'))
  await findings(second)
  await workbench.screenshot('files/6 branch')
  git(workbench.folder, 'checkout', '-q', 'main')
  await tab(first)
  await untilText(design(first, 'Queue'))
  await findings(first)
  const files = new Set((await workbench.problems()).map(({ file }) => file))
  assert.deepEqual([...files].sort(), [first, second, last])
})

step('one panel is open, and neither errors nor toasts appeared', async () => {
  assert.equal((await panelTabs()).length, 1)
  assert.deepEqual(workbench.errors(), [])
  assert.deepEqual(workbench.toasts(), [])
})
