import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, file, open, read, rest, until, write } from './host.ts'

const record = (title: string, status = 'Accepted'): string =>
  `# ${title}\n\nDate: 2026-03-09\n\n## Status\n\n${status}\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nOne part more.\n`

let folders = 0

/** Creates a folder with two decisions and opens the second one. */
async function openDecision(text = record('2. Use a queue')): Promise<{ folder: string; editor: vscode.TextEditor }> {
  const folder = `lifecycle/${++folders}/adr`
  await write(`${folder}/0001-poll.md`, record('1. Poll', 'Proposed'))
  return { folder, editor: await open(await write(`${folder}/0002-use-a-queue.md`, text)) }
}

const run = (name: string, answer?: object): Thenable<unknown> =>
  vscode.commands.executeCommand(`designDocs.${name}`, answer)

const names = async (folder: string): Promise<readonly string[]> =>
  (await vscode.workspace.fs.readDirectory(file(folder))).map(([name]) => name).toSorted()

const textOf = async (path: string): Promise<string> => (await vscode.workspace.openTextDocument(file(path))).getText()

describe('Change Status…', () => {
  afterEach(closeAll)

  it('replaces only the status, and one undo restores it', async () => {
    const { editor } = await openDecision()
    await run('changeStatus', { status: 'Deprecated' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Deprecated'))
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), record('2. Use a queue'))
  })

  it('does not change a file that is locked, unless the user unlocks it', async () => {
    const { editor } = await openDecision()
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession')
    await run('changeStatus', { status: 'Deprecated' })
    assert.equal(editor.document.getText(), record('2. Use a queue'))
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession')
    await run('changeStatus', { status: 'Deprecated' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Deprecated'))
  })

  it('keeps line endings and the byte order mark', async () => {
    const text = `\uFEFF${record('2. Use a queue')}`.replaceAll('\n', '\r\n')
    const { editor } = await openDecision(text)
    await run('changeStatus', { status: 'Rejected' })
    await editor.document.save()
    assert.deepEqual(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(editor.document.uri)),
      text.replace('Accepted', 'Rejected'),
    )
  })

  it('asks which decision supersedes this one, so that both are linked', async () => {
    const { folder, editor } = await openDecision()
    await run('changeStatus', { status: 'Superseded', by: '0001-poll.md' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Superseded by [1. Poll](0001-poll.md)'))
    assert.match(await textOf(`${folder}/0001-poll.md`), /Supersedes \[2\. Use a queue\]/)
  })

  it('asks the same if the decision is superseded already, but has no link', async () => {
    const { editor } = await openDecision(record('2. Use a queue', 'Superseded'))
    await run('changeStatus', { status: 'Superseded', by: '0001-poll.md' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Superseded by [1. Poll](0001-poll.md)'))
    await run('changeStatus', { status: 'Superseded', by: '0001-poll.md' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Superseded by [1. Poll](0001-poll.md)'))
  })

  it('does nothing in a document that is not a decision', async () => {
    const editor = await open(await write('scratch/notes.md', '# Notes\n\nStatus: Draft\n'))
    await run('changeStatus', { status: 'Accepted' })
    assert.equal(editor.document.getText(), '# Notes\n\nStatus: Draft\n')
  })
})

describe('Supersede…', () => {
  afterEach(closeAll)

  it('creates the new decision in its own folder if the other decisions have one each', async () => {
    for (const own of ['README.md', 'index.md']) {
      const folder = `lifecycle/${++folders}/adr`
      await write(`${folder}/0001-poll/${own}`, record('1. Poll', 'Proposed'))
      const editor = await open(await write(`${folder}/0002-use-a-queue/${own}`, record('2. Use a queue')))
      await run('supersede', { title: 'Use a log' })
      assert.deepEqual(await names(folder), ['0001-poll', '0002-use-a-queue', '0003-use-a-log'])
      assert.deepEqual(await names(`${folder}/0003-use-a-log`), [own])
      assert.equal(
        editor.document.getText(),
        record('2. Use a queue', `Superseded by [3. Use a log](../0003-use-a-log/${own})`),
      )
      const text = vscode.window.activeTextEditor?.document.getText() ?? ''
      assert.ok(text.includes(`Supersedes [2. Use a queue](../0002-use-a-queue/${own})`), text)
    }
  })

  it('creates a decision with the next number, and links the old and the new one to each other', async () => {
    const { folder, editor } = await openDecision()
    await run('supersede', { title: 'Use a log' })
    assert.deepEqual(await names(folder), ['0001-poll.md', '0002-use-a-queue.md', '0003-use-a-log.md'])
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Superseded by [3. Use a log](0003-use-a-log.md)'))
    const active = vscode.window.activeTextEditor ?? assert.fail('no editor is active')
    assert.ok(active.document.uri.path.endsWith('/0003-use-a-log.md'))
    const text = active.document.getText()
    assert.match(text, /^# 3\. Use a log\n\nDate: \d{4}-\d\d-\d\d\n/)
    assert.match(text, /\nProposed\n\nSupersedes \[2\. Use a queue\]\(0002-use-a-queue\.md\)\n/)
    assert.doesNotMatch(text, /\$\{/)
    assert.equal(await read(active.document.uri), text)
    assert.notEqual(active.document.getText(active.selection), '', 'a tab stop is selected')
  })

  it('is reverted in the old decision by one undo after linking an existing decision', async () => {
    const { editor } = await openDecision()
    await run('supersede', { by: '0001-poll.md' })
    await open(editor.document.uri)
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), record('2. Use a queue'))
  })

  it('is reverted in the old decision by one undo after creating a new decision', async () => {
    const { editor } = await openDecision()
    await run('supersede', { title: 'Use a log' })
    const again = await open(editor.document.uri)
    await vscode.commands.executeCommand('undo')
    assert.equal(again.document.getText(), record('2. Use a queue'))
  })

  it('links an existing decision of the folder in both directions', async () => {
    const { folder, editor } = await openDecision()
    await run('supersede', { by: '0001-poll.md' })
    assert.equal(editor.document.getText(), record('2. Use a queue', 'Superseded by [1. Poll](0001-poll.md)'))
    assert.equal(
      await textOf(`${folder}/0001-poll.md`),
      record('1. Poll', 'Proposed\n\nSupersedes [2. Use a queue](0002-use-a-queue.md)'),
    )
  })

  it('changes and creates nothing if the other decision or the folder is read-only', async () => {
    const files = readOnlyExcept('/adr/0002-two.md', {
      '/adr/0001-one.md': record('1. One'),
      '/adr/0002-two.md': record('2. Two'),
    })
    const provider = vscode.workspace.registerFileSystemProvider('design-docs-adr', files)
    try {
      const editor = await open(vscode.Uri.parse('design-docs-adr:/adr/0002-two.md'))
      await run('supersede', { by: '0001-one.md' })
      await rest()
      assert.equal(editor.document.getText(), record('2. Two'))
      await run('supersede', { title: 'Nowhere' })
      await rest()
      assert.equal(editor.document.getText(), record('2. Two'))
      assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.parse('design-docs-adr:/adr')), [
        ['0001-one.md', 1],
        ['0002-two.md', 1],
      ])
    } finally {
      await closeAll()
      provider.dispose()
    }
  })

  it('takes the next free number and never overwrites a file', async () => {
    const { folder } = await openDecision()
    await write(`${folder}/0003-use-a-log.md`, 'mine')
    await run('supersede', { title: 'Use a log' })
    assert.deepEqual((await names(folder)).slice(2), ['0003-use-a-log.md', '0004-use-a-log.md'])
    assert.equal(await read(file(`${folder}/0003-use-a-log.md`)), 'mine')
  })
})

describe('New decisions', () => {
  afterEach(closeAll)
  for (const [type, title] of [
    ['adr', /^# ADR-0003: Keep it\n/],
    ['adr-nygard', /^# 3\. Keep it\n/],
    ['adr-madr', /^---\nstatus: proposed\n[\s\S]*\n# Keep it\n/],
  ] as const)
    it(`get the next number of their folder: ${type}`, async () => {
      const { folder } = await openDecision()
      await run('newDocument', { type, title: 'Keep it', folder })
      assert.deepEqual((await names(folder)).slice(2), ['0003-keep-it.md'])
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', title)
    })
})

describe('Completions in decisions', () => {
  afterEach(closeAll)

  /** Requests completions at the `^` in a text. */
  async function complete(marked: string): Promise<readonly vscode.CompletionItem[]> {
    const { editor } = await openDecision(marked.replace('^', ''))
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.document.positionAt(marked.indexOf('^')),
    )
    return items
  }
  const labels = (items: readonly vscode.CompletionItem[]): readonly string[] =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label))

  it('offer status values where the status is written, and nowhere else', async () => {
    // The editor's own suggestions, which are words of open documents, are left out.
    const values = async (marked: string) =>
      labels((await complete(marked)).filter(({ kind }) => kind === vscode.CompletionItemKind.EnumMember))
    const offered = ['Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded', 'Implemented']
    assert.deepEqual(await values(record('2. Use a queue', 'A^')), offered)
    const inFrontmatter = await values('---\nstatus: ^\ndocumentType: adr-madr\n---\n# A\n')
    assert.deepEqual(inFrontmatter, ['proposed', 'rejected', 'accepted', 'deprecated', 'superseded'])
    assert.deepEqual(await values(record('2. Use a queue').replace('We use', 'A^ We use')), [])
  })

  it('offer links to the other decisions of the folder', async () => {
    for (const marked of [
      record('2. Use a queue', 'Superseded by ^'),
      record('2. Use a queue', 'Accepted\n\nSee [ADR-^]'),
    ]) {
      const items = await complete(marked)
      const found = items.find(({ label }) => typeof label === 'object' && label.label === '1. Poll')
      assert.equal(found?.insertText, '[1. Poll](0001-poll.md)')
      assert.equal(found.detail, 'Poll · Proposed')
      assert.ok(!labels(items).includes('2. Use a queue'), 'a decision does not supersede itself')
    }
  })

  /** Returns the labels offered after `Superseded by `. */
  const offeredIn = async ({ document }: vscode.TextEditor): Promise<readonly string[]> => {
    const at = document.positionAt(document.getText().indexOf('by ') + 3)
    const list = vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    )
    return labels((await list).items)
  }

  it('include a decision that is added after the document was opened', async () => {
    const { folder, editor } = await openDecision(record('2. Use a queue', 'Superseded by '))
    const offered = () => offeredIn(editor)
    assert.ok(!(await offered()).includes('3. Log'))
    await write(`${folder}/0003-log.md`, record('3. Log'))
    await until(async () => (await offered()).includes('3. Log'), offered)
  })

  it('offer the current decisions after their folder was replaced by another one', async () => {
    const { folder, editor } = await openDecision(record('2. Use a queue', 'Superseded by '))
    assert.ok((await offeredIn(editor)).includes('1. Poll'))
    const name = '0002-use-a-queue.md'
    await write('lifecycle/other/adr/0001-poll.md', record('1. Push', 'Proposed'))
    await write(`lifecycle/other/adr/${name}`, editor.document.getText())
    for (const [from, to] of [
      [folder, `${folder}-old`],
      ['lifecycle/other/adr', folder],
    ] as const) {
      const edit = new vscode.WorkspaceEdit()
      edit.renameFile(file(from), file(to))
      assert.ok(await vscode.workspace.applyEdit(edit))
    }
    const found = await offeredIn(await open(file(`${folder}/${name}`)))
    assert.ok(found.includes('1. Push') && !found.includes('1. Poll'), found.join())
  })
})

/** Returns an in-memory file system in which all files but one are read-only. */
function readOnlyExcept(writable: string, texts: Record<string, string>): vscode.FileSystemProvider {
  const fail = (): never => {
    throw vscode.FileSystemError.NoPermissions('read-only')
  }
  const bytesOf = ({ path }: vscode.Uri): Uint8Array => {
    const text = texts[path]
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path)
    return new TextEncoder().encode(text)
  }
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) =>
      uri.path === '/' || uri.path === '/adr'
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0, permissions: vscode.FilePermission.Readonly }
        : {
            type: vscode.FileType.File,
            ctime: 0,
            mtime: 0,
            size: bytesOf(uri).length,
            ...(uri.path !== writable && { permissions: vscode.FilePermission.Readonly }),
          },
    readDirectory: () => Object.keys(texts).map((path) => [path.replace('/adr/', ''), vscode.FileType.File]),
    readFile: bytesOf,
    createDirectory: fail,
    writeFile: fail,
    delete: fail,
    rename: fail,
  }
}
