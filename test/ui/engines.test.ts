import assert from 'node:assert/strict'
import { test } from 'node:test'
import { useWorkbench } from '../harness/useWorkbench.ts'

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

const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length

const workbench = await useWorkbench({ 'adr-001.md': text })

test('mistakes in Graphviz and PlantUML are problems on their lines, with no panel open', async () => {
  await workbench.openFile('adr-001.md')
  assert.equal((await workbench.problem('diagram-syntax', 'Missing `]`')).line, lineOf('b -> c [label'))
  assert.equal((await workbench.problem('diagram-syntax', 'no line of it')).line, lineOf('no line of it'))
  assert.equal((await workbench.problems()).filter(({ code }) => code === 'diagram-syntax').length, 2)
})

test('both are drawn in the panel, and what only drawing finds becomes a problem', async () => {
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

test('and nothing went wrong on the way', () => {
  assert.deepEqual(workbench.errors(), [])
})
