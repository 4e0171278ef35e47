import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeActions, codeOf, open, untilDiagnostics, write } from './host.ts'

const text = `---
documentType: system-design
---

# System Design: Ferries

See [the queue](#berth-queue). The Berth Queue is asked first; a berth queue may be full.

## Components

### Berth Queue

Gives each ferry a lane.

### Ticket Office

Sells *tickets*.

\`\`\`mermaid
flowchart LR
  office[Ticket Office] --> queue[Berth Queue]
\`\`\`
`

/** Returns the position after the first letter of `words`. */
function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words)
  assert.ok(at >= 0, words)
  return document.positionAt(at + 1)
}

describe('The parts of a design', () => {
  let document: vscode.TextDocument
  beforeEach(async () => {
    document = (await open(await write('docs/ferries.md', text))).document
  })
  afterEach(closeAll)
  const ask = <T>(command: string, words: string, ...more: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.execute${command}`, document.uri, placeOf(document, words), ...more)
  const linesOf = (places: readonly { readonly range: vscode.Range }[]) =>
    places.map(({ range }) => range.start.line + 1)

  it('are renamed in headings, links, prose and diagrams by one edit, which one undo reverts', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('DocumentRenameProvider', 'Berth Queue is', 'Lane Planner')
    const edits = edit.get(document.uri)
    assert.deepEqual(linesOf(edits), [7, 7, 7, 11, 21])
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['lane-planner', 'Lane Planner', 'lane planner', 'Lane Planner', 'Lane Planner'],
    )
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.match(document.getText(), /queue\[Lane Planner\]/)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), text)
  })

  it('cannot be renamed to the name of another part', async () => {
    await assert.rejects(
      async () => ask('DocumentRenameProvider', 'Berth Queue is', 'Ticket Office'),
      /There is a part called “Ticket Office” already/,
    )
  })

  it('are defined by their heading, and referenced in text and diagrams', async () => {
    const [definition] = await ask<vscode.Location[]>('DefinitionProvider', 'Berth Queue]')
    assert.equal(definition?.range.start.line, 10)
    assert.deepEqual(linesOf(await ask<vscode.Location[]>('ReferenceProvider', 'Berth Queue]')), [7, 7, 11, 21])
    const highlights = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', 'Berth Queue]')
    assert.deepEqual(linesOf(highlights), [7, 7, 11, 21])
    const ids = await ask<vscode.Location[]>('ReferenceProvider', 'queue[')
    assert.deepEqual(linesOf(ids), [21])
  })

  it('show their description from the text on hover in a diagram', async () => {
    const hovers = await ask<vscode.Hover[]>('HoverProvider', 'office[')
    const said = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
    assert.ok(said.includes('**Ticket Office**\n\nSells \\*tickets\\*\\.'), said.join('\n---\n'))
  })

  it('are added by a quick fix to the diagram or text that lacks them, and removed by one undo', async () => {
    const office = 'office[Ticket Office] --> queue[Berth Queue]'
    const more = text
      .replace('Sells *tickets*.\n', 'Sells *tickets*.\n\n### Lane Planner\n\nPlans lanes; it asks the Berth Queue.\n')
      .replace(office, `${office}\n  queue --> Ledger[(Shop Ledger)]\n  queue --> Mailer`)
    const editor = await open(await write('docs/lanes.md', more))
    const { uri } = editor.document
    const found = await untilDiagnostics(uri, (all) => all.some(isAgreement))
    const titles: string[] = []
    for (const [reason, title, words] of [
      [
        'No diagram shows',
        'Add "Lane Planner" to the diagram',
        '  lanePlanner["Lane Planner"]\n  lanePlanner --> queue\n```',
      ],
      ['This diagram shows', 'Describe both under "Components"', '### Shop Ledger\n\n\n\n### Mailer\n'],
    ] as const) {
      const place = found.find((each) => isAgreement(each) && each.message.startsWith(reason))?.range
      assert.ok(place, reason)
      const actions = await codeActions(uri, place, vscode.CodeActionKind.QuickFix.value)
      titles.push(...actions.map((action) => action.title))
      const edit = actions.find((action) => action.title === title)?.edit
      assert.ok(edit, `${title} is not among ${titles.join(', ')}`)
      await vscode.workspace.applyEdit(edit)
      assert.ok(editor.document.getText().includes(words), editor.document.getText())
      await vscode.commands.executeCommand('undo')
      assert.equal(editor.document.getText(), more)
    }
  })
})

const isAgreement = (each: vscode.Diagnostic): boolean => codeOf(each) === 'diagram-components'
