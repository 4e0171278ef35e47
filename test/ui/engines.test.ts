import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../harness/until.ts'
import { useWorkbench } from '../harness/useWorkbench.ts'
import { corpusFiles, corpusTests } from './steps/corpus.ts'

const fence = (language: string, ...lines: string[]) => [`\`\`\`${language}`, ...lines, '```', ''].join('\n')

const text = `# ADR-001: Use a queue

## Status

Accepted

## Context

${fence('dot', 'digraph { rankdir=LR; api -> orders -> queue }')}
${fence('plantuml', '@startuml', 'class Order', 'Order --> Line', '@enduml')}
${fence('dot', 'digraph {', '  subgraph cluster_core {', '    label=<<b>Core</i>>', '    a', '  }', '}')}
## Decision

${fence('gv', 'digraph {', '  a -> b', '  b -> c [label="x"', '}')}
${fence('puml', '@startuml', 'A -> B', 'no line of it', '@enduml')}
`

const picture = (word: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><rect width="240" height="80" fill="#cde"/><text x="20" y="45">${word}</text></svg>`

const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length

const workbench = await useWorkbench({
  'adr-001.md': text,
  'pictures.md': '# Design: Orders\n\n## Architecture\n\n![Overview](images/overview.svg)\n\nWords.\n',
  'images/overview.svg': picture('Warehouse'),
  'other/more.md': '# Design: Ships\n\n## Architecture\n\n![Overview](images/overview.svg)\n\nWords.\n',
  'other/images/overview.svg': picture('Quay'),
  'notes.md':
    '# Notes\n\n```mermaid\nflowchart LR\n  a[second] --> b[third]\n  click a href "#the-second"\n  click b href "#none"\n```\n\nWords.\n\n## The second\n\n```mermaid\nflowchart LR\n  a --> ]\n```\n',
  ...corpusFiles,
  'flow.mmd': 'flowchart LR\n  api[API gateway] --> orders\n  orders --> ]\n',
})

test('syntax errors in a diagram file are reported although no Markdown was opened before', async () => {
  await workbench.openFile('flow.mmd')
  const { line } = await workbench.problem('diagram-syntax', 'Unexpected')
  assert.equal(line, 3)
  await workbench.goTo(3)
  await workbench.press('End', 'Backspace')
  await workbench.type('store')
  await workbench.untilProblems('the mistake to go', (problems) => problems.length === 0)
  await workbench.save()
})

test('syntax errors in Graphviz and PlantUML are reported on their lines while no panel is open', async () => {
  await workbench.openFile('adr-001.md')
  assert.equal((await workbench.problem('diagram-syntax', 'Missing `]`')).line, lineOf('b -> c [label'))
  assert.equal((await workbench.problem('diagram-syntax', 'no line of it')).line, lineOf('no line of it'))
  assert.equal((await workbench.problems()).filter(({ code }) => code === 'diagram-syntax').length, 2)
})

test('the panel draws Graphviz and PlantUML, and errors found only by drawing are reported', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
  const panel = workbench.webview()
  await panel.locator('.card[data-state="drawn"]').nth(1).waitFor()
  await panel.locator('.card[data-state="failed"]').nth(2).waitFor()
  const states = await panel.locator('.card').evaluateAll((all) => all.map((card) => card.getAttribute('data-state')))
  assert.deepEqual(states, ['drawn', 'drawn', 'failed', 'failed', 'failed'])
  const { line } = await workbench.problem('diagram-syntax', 'Unexpected tag')
  assert.equal(line, lineOf('label=<<b>Core'))
  await workbench.screenshot('engines/1 panel')
})

test('fences have syntax colours in a light and in a dark theme', async () => {
  const { page } = workbench
  /** Counts the text colours on the editor line that contains `words`. */
  const colours = (words: string) =>
    page
      .locator('.editor-group-container .view-line', { hasText: words })
      .first()
      .locator('span > span')
      .evaluateAll((spans) => [...new Set(spans.map((span) => getComputedStyle(span).color))].length)
  for (const [theme, ground] of [
    ['Light Modern', 'vs'],
    ['Dark Modern', 'vs-dark'],
  ] as const) {
    await workbench.runCommand('Preferences: Color Theme')
    await workbench.quickInput.pick(theme)
    await page.locator(`.monaco-workbench.${ground}`).waitFor()
    await workbench.goTo(lineOf('digraph { rankdir'))
    for (const words of ['digraph { rankdir', 'class Order', 'label=<<b>'])
      await until(`colours of ${words}`, async () => (await colours(words)) > 1)
    await workbench.screenshot(`engines/2 ${theme}`)
  }
})

test('a diagram file has a card with its current text, and can be exported', async () => {
  await workbench.openFile('flow.mmd')
  const store = workbench.webview().locator('.card[data-state="drawn"]').getByText('store').first()
  await store.waitFor()
  await workbench.screenshot('engines/3 file')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Export Diagram…')
  await workbench.quickInput.pick('SVG, Light')
  await workbench.notification('Exported to images/flow.svg.')
  assert.match(workbench.read('images/flow.svg'), /^<svg [\s\S]*<title>flow\.mmd<\/title>/)
  assert.equal(await workbench.page.getByRole('button', { name: 'Insert Link' }).count(), 0)
})

test('a picture in a document has a card, which is updated when its file changes', async () => {
  await workbench.openFile('pictures.md')
  const card = workbench.webview().locator('.card')
  const untilShown = (word: string) =>
    until(
      word,
      async () => (await card.getByText(word).count()) > 0,
      () => card.allInnerTexts(),
    )
  await untilShown('Warehouse')
  await workbench.screenshot('engines/4 picture')
  workbench.write('images/overview.svg', picture('Shop'))
  await untilShown('Shop')
  assert.equal(await card.getAttribute('data-state'), 'drawn')
  // The same address in another folder is another image.
  await workbench.openFile('more.md')
  await untilShown('Quay')
})

test('a link in a diagram goes to a heading of its document, and a broken link shows a message', async () => {
  await workbench.openFile('notes.md')
  const link = (words: string) =>
    workbench.webview().locator('.card[data-state="drawn"] [data-link]', { hasText: words })
  await link('second').click()
  await until('the heading', async () => /^Ln 12/.test(await workbench.cursor()))
  await link('third').click()
  await workbench.notification(/this document has no heading none/)
})

test('syntax errors in other Markdown files are reported only with checkAllMarkdown', async () => {
  const problems = async () => (await workbench.problems()).filter(({ message }) => message.includes('Unexpected `]`'))
  assert.deepEqual(await problems(), [])
  workbench.write('.vscode/settings.json', JSON.stringify({ 'designDocs.diagrams.checkAllMarkdown': true }))
  await until('the mistake', async () => (await problems()).length === 1)
})

corpusTests(workbench)

test('no error was logged', () => {
  assert.deepEqual(workbench.errors(), [])
})
