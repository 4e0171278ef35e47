import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, open, write } from './host.ts'

const text = `---
documentType: system-design
---

# System Design: Ferries

Words of prose.

## Components

### Berth Queue

Gives each ferry a lane.

### Ticket Office

Sells tickets.

\`\`\`mermaid
flowchart LR
  subgraph shore [On shore]
    office[Ticket Office]
  end
  office -->${' '}
\`\`\`
`

const file = `@startuml
package "Shore" {
  [Ticket Office] as office
  [Berths]
}
office -->${' '}
@enduml
`

describe('Language support for diagrams', () => {
  afterEach(closeAll)

  const positionOf = (document: vscode.TextDocument, words: string, behind = words.length) => {
    const at = document.getText().indexOf(words)
    assert.ok(at >= 0, words)
    return document.positionAt(at + behind)
  }
  const offered = async (document: vscode.TextDocument, words: string) => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, words),
    )
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
  }
  const hover = async (document: vscode.TextDocument, words: string) => {
    const at = positionOf(document, words, 1)
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at)
    return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join('\n')
  }
  const folds = async (document: vscode.TextDocument) =>
    (
      await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri)
    ).map(({ start, end }) => `${start + 1}-${end + 1}`)
  const names = (symbols: readonly vscode.DocumentSymbol[]): unknown =>
    symbols.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name))
  const symbols = async (document: vscode.TextDocument) =>
    names(
      await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    )

  it('offers nodes, parts that are not drawn yet and keywords, and nothing in prose', async () => {
    const { document } = await open(await write('docs/fences.md', text))
    // VS Code's own Markdown snippets come after ours.
    assert.deepEqual((await offered(document, 'office --> ')).slice(0, 3), ['shore', 'office', 'Berth Queue'])
    const words = await offered(document, '\n  end')
    assert.ok(words.includes('subgraph') && words.includes('Berth Queue'), words.join(', '))
    const inProse = await offered(document, 'Words of ')
    // VS Code itself offers single words from the text.
    assert.ok(!inProse.some((each) => ['Berth Queue', 'accTitle:'].includes(each)), inProse.join(', '))
  })

  it('explains keywords and nodes on hover, folds blocks, and adds nodes to the outline', async () => {
    const { document } = await open(await write('docs/fences.md', text))
    assert.match(await hover(document, 'subgraph'), /A frame around some nodes/)
    assert.match(await hover(document, 'office['), /Sells tickets/)
    assert.ok((await folds(document)).includes('21-22'))
    assert.match(JSON.stringify(await symbols(document)), /\["On shore",\["Ticket Office"\]\]/)
  })

  it('works the same in a diagram file', async () => {
    const { document } = await open(await write('docs/shore.puml', file))
    assert.deepEqual((await offered(document, 'office --> ')).slice(0, 3), ['Shore', 'office', 'Berths'])
    assert.match(await hover(document, 'package'), /A frame around parts/)
    assert.deepEqual(await folds(document), ['2-4'])
    assert.deepEqual(await symbols(document), [['Shore', ['Ticket Office', 'Berths']]])
  })
})
