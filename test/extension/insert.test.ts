import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, file, open, openText, rest, until, write } from './host.ts'

const insertFragment = (fragment: string): Thenable<unknown> =>
  vscode.commands.executeCommand('designDocs.insertFragment', { fragment })

const undo = (): Thenable<unknown> => vscode.commands.executeCommand('undo')

const frontMatter = '---\ndocumentType: adr\n---\n'
const design = `${frontMatter}# ADR-0001: Keep it\n\n## Context\n\nWe have it.\n\n## Decision\n\nWe keep it.\n`

function putCursor(editor: vscode.TextEditor, before: string): void {
  const { document } = editor
  const position = document.positionAt(document.getText().indexOf(before))
  editor.selection = new vscode.Selection(position, position)
}

describe('Insert Section or Fragment…', () => {
  afterEach(closeAll)

  it('inserts a fragment at the cursor with its first tab stop selected, and one undo removes it', async () => {
    const editor = await openText('# Notes\n\nBefore.\n\nAfter.\n')
    putCursor(editor, '\nAfter')
    await insertFragment('failure-mode')
    const text = editor.document.getText()
    assert.match(text, /^# Notes\n\nBefore\.\n\n## \[What fails.+\n<!--[\s\S]+-->\n\n- \*\*Impact[\s\S]+\n\nAfter\.\n$/)
    assert.match(editor.document.getText(editor.selection), /^\[What fails/)
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    assert.match(editor.document.getText(editor.selection), /^\[What users notice/)
    await undo()
    assert.equal(editor.document.getText(), '# Notes\n\nBefore.\n\nAfter.\n')
  })

  it('inserts a fragment after the fence that contains the cursor', async () => {
    const editor = await openText('# Notes\n\n```js\nconst a = 1\n```\n\nAfter.\n')
    putCursor(editor, 'a = 1')
    await insertFragment('glossary')
    assert.match(editor.document.getText(), /const a = 1\n```\n\n## Glossary\n/)
  })

  it('inserts a fragment in the language of the document rather than that of VS Code', async () => {
    const editor = await openText(
      '# Notiz\n\nZwei Gäste bezahlen dasselbe Zimmer, und jeder kostet uns einen Abend.\n\nEnde.\n',
    )
    putCursor(editor, 'Ende')
    await insertFragment('glossary')
    assert.match(editor.document.getText(), /\n## Glossar\n[\s\S]*\| Begriff \|/)
  })

  it('offers the missing section nearest to the cursor first, and inserts it in its place', async () => {
    const editor = await openText(design)
    await until(
      async () => {
        void vscode.commands.executeCommand('designDocs.insertFragment')
        await new Promise((done) => setTimeout(done, 500))
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
        await new Promise((done) => setTimeout(done, 500))
        return editor.document.getText() !== design
      },
      () => editor.document.getText(),
    )
    assert.match(editor.document.getText(), /We keep it\.\n\n## Alternatives Considered\n/)
    await undo()
    assert.equal(editor.document.getText(), design)
  })

  for (const [name, before, expected] of [
    ['line ends', design.replaceAll('\n', '\r\n'), /^(?!\n)(?:[^\n]*\r\n)+$/],
    ['bullets', `${design}\n* a\n* b\n`, /\n\* \[What has been tried/],
    ['numbers', design.replace('## Con', '## 1. Con').replace('## Dec', '## 2. Dec'), /\n## 5\. Validation\n/],
    [
      'underlined headings',
      `${frontMatter}ADR-0001: Keep it\n===\n\nContext\n---\n\nDecision\n---\n\na\n`,
      /\nValidation\n-{10}\n/,
    ],
    ['byte order mark', `\uFEFF${design}`, /^---\ndocumentType: adr\n---\n# ADR-0001[\s\S]+\n## Validation\n/],
  ] as const)
    it(`follows the document's style: ${name}`, async () => {
      const uri = await write(`scratch/style ${name}.md`, before)
      const editor = await open(uri)
      await vscode.commands.executeCommand('designDocs.addMissingSections')
      assert.match(editor.document.getText(), expected)
      await undo()
      assert.equal(editor.document.getText(), before.replace('\uFEFF', ''))
    })

  it('indents nested lists with tabs if the document does', async () => {
    await write('.design-docs/templates/nested.md', '---\nprefix: nested\n---\n- ${1:a}\n  - ${2:b}\n')
    try {
      const editor = await openText('# Notes\n\n- a\n\t- b\n\n')
      putCursor(editor, '\n\t- b')
      await until(
        async () => {
          const timer = setTimeout(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 1000)
          await insertFragment('nested')
          clearTimeout(timer)
          return editor.document.getText().split('- b').length > 2
        },
        () => editor.document.getText(),
      )
      assert.equal(editor.document.getText(), '# Notes\n\n- a\n\t- b\n\n- a\n\t- b\n')
    } finally {
      await vscode.workspace.fs.delete(file('.design-docs/templates'), { recursive: true })
    }
  })
})

const complete = async (editor: vscode.TextEditor, line: number): Promise<readonly vscode.CompletionItem[]> => {
  const position = editor.document.lineAt(line).range.end
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    position,
    ' ',
    100,
  )
  return items.filter(({ kind, label }) => kind === vscode.CompletionItemKind.Snippet && typeof label === 'object')
}

const labels = (items: readonly vscode.CompletionItem[]): readonly string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label))

describe('Completions', () => {
  afterEach(closeAll)

  it('offer the sections missing at this level after heading marks, in the order of the template', async () => {
    const editor = await openText(`${design}\n## \n`)
    const items = await complete(editor, 13)
    assert.deepEqual(labels(items), ['Alternatives Considered', 'Consequences', 'Validation'])
    assert.equal(items[0]?.filterText, '## Alternatives Considered')
    const { insertText } = items[0] ?? {}
    assert.ok(insertText instanceof vscode.SnippetString)
    assert.match(insertText.value, /^## Alternatives Considered\n<!-- At least two/)
    const documentation = items[0]?.documentation
    assert.ok(documentation instanceof vscode.MarkdownString)
    assert.match(documentation.value, /Required section.+\n\nAt least two/)
  })

  it('offer optional sections after the missing ones', async () => {
    const text = `---\ndocumentType: rfc\n---\n# Queues\n\n## Motivation\n\nA push is lost once a day.\n\n## \n`
    const items = await complete(await openText(text), 9)
    const described = items.map(({ label }) =>
      typeof label === 'string' ? '' : `${label.label}: ${label.description}`,
    )
    const optional = described.filter((each) => /: optional/.test(each))
    assert.ok(described.indexOf('Alternatives: missing') < described.indexOf(optional[0] ?? ''), described.join())
    assert.ok(
      optional.some((each) => each.startsWith('Prior Art: ')),
      optional.join(),
    )
    assert.ok(!described.some((each) => /^Motivation/.test(each)))
  })

  it('offer nested sections only inside their parent', async () => {
    const text = `${design}\n## Consequences\n\n### \n`
    assert.deepEqual(labels(await complete(await openText(text), 15)), ['Positive', 'Negative', 'Trade-offs'])
    assert.deepEqual(labels(await complete(await openText(`${design}\n### \n`), 13)), [])
  })

  it('offer nothing in code or in files that are not design documents', async () => {
    assert.deepEqual(labels(await complete(await openText(`${design}\n\`\`\`md\n## \n\`\`\`\n`), 14)), [])
    assert.deepEqual(labels(await complete(await openText('# Notes\n\n## \n'), 2)), [])
  })

  it('offer fragments by their prefix, in the style of the document', async () => {
    const editor = await openText(`${design}\n* a\n\ndd-fail\n`)
    const found = (await complete(editor, 15)).find((item) => labels([item])[0] === 'dd-failure')
    assert.ok(found?.insertText instanceof vscode.SnippetString)
    assert.match(found.insertText.value, /\n\* \*\*Impact:/)
    assert.deepEqual(labels(await complete(await openText('```\ndd-fail\n```\n'), 1)), [])
  })

  it('offer each template only once', async () => {
    const items = await complete(await openText('adr\n'), 0)
    assert.equal(labels(items).filter((label) => label === 'adr').length, 1)
  })
})

describe('Hover on a heading', () => {
  afterEach(closeAll)

  const hover = async (editor: vscode.TextEditor, line: number): Promise<string> => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      new vscode.Position(line, 4),
    )
    return found
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n')
  }

  it('explains what a good section answers, and shows nothing elsewhere', async () => {
    const editor = await openText(design)
    assert.match(
      await hover(editor, 5),
      /^\*\*Required section\*\* of \*Architecture decision record\*\n\nWhat makes this/,
    )
    assert.equal(await hover(editor, 3), '')
    assert.equal(await hover(editor, 7), '')
    assert.equal(await hover(await openText('# Notes\n\n## Context\n'), 2), '')
  })
})

describe('Insert Template…', () => {
  afterEach(closeAll)

  const insertInto = async (path: string, text: string, type: string) => {
    const { document } = await open(await write(path, text))
    await vscode.commands.executeCommand('designDocs.insertTemplate', { type })
    return document.getText()
  }

  it('keeps the title and front matter of a document that contains nothing else', async () => {
    const text = await insertInto('docs/new/title.md', '---\nteam: Harbour\n---\n\n# Ferry berths\n', 'system-design')
    assert.match(text, /^---\nteam: Harbour\n---\n\n# System Design: Ferry berths\n/)
    assert.equal(text.match(/^# /gm)?.length, 1)
  })

  it('adds the type to the front matter if nothing else identifies it', async () => {
    assert.match(await insertInto('docs/new/open.md', '', 'rfc'), /^---\ndocumentType: rfc\n---\n\n# \[/)
  })

  it('does not insert a template into a document that has text', async () => {
    const text = '# Ferry berths\n\nEach ferry has a lane.\n'
    const { document } = await open(await write('docs/new/finished.md', text))
    const isDone = vscode.commands.executeCommand('designDocs.insertTemplate', { type: 'adr' })
    await rest()
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await isDone
    assert.equal(document.getText(), text)
  })
})
