import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, file, read, rest, until, write } from './host.ts'

/** Asks nothing if all answers are given. If the type is not known yet, dismisses its question after `timeLimit` ms. */
async function newDocument(answers: object, timeLimit = 20_000): Promise<void> {
  const timer = setTimeout(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'), timeLimit)
  await vscode.commands.executeCommand('designDocs.newDocument', answers)
  clearTimeout(timer)
}

const names = async (folder: string): Promise<readonly string[]> =>
  (await vscode.workspace.fs.readDirectory(file(folder))).map(([name]) => name)

describe('New Document from Template…', () => {
  afterEach(closeAll)

  it('creates a file named after the title and selects its first tab stop', async () => {
    await newDocument({ type: 'system-design', title: 'Payment Gateway', folder: 'docs/new/deep' })
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    assert.equal(editor.document.uri.toString(), file('docs/new/deep/payment-gateway.md').toString())
    assert.match(editor.document.getText(), /^# System Design: Payment Gateway\n/)
    assert.doesNotMatch(editor.document.getText(), /\$\{|<!--section/)
    assert.equal(editor.document.getText(editor.selection), 'Draft')
    assert.equal(await read(editor.document.uri), editor.document.getText())
    // Skips the author, whose name may already be filled in.
    for (let count = 0; count < 2; count++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    assert.match(editor.document.getText(editor.selection), /^\[Who has to agree/)
  })

  it('numbers a decision after the last one in its folder', async () => {
    await write('docs/records/0041-before.md', '# ADR-0041: Before\n')
    await newDocument({ type: 'adr', title: 'Keep it', folder: 'docs/records' })
    assert.deepEqual(await names('docs/records'), ['0041-before.md', '0042-keep-it.md'])
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# ADR-0042: Keep it\n/)
  })

  it('takes another name rather than overwrite a file', async () => {
    const uri = await write('docs/new/taken.md', 'mine')
    await newDocument({ type: 'system-design', title: 'Taken', folder: 'docs/new' })
    assert.equal(await read(uri), 'mine')
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('docs/new/taken-2.md').toString())
  })

  it('opens nothing if the folder is read-only', async () => {
    const readOnly = vscode.workspace.registerFileSystemProvider('design-docs-test', emptyFiles, { isReadonly: true })
    try {
      await newDocument({ type: 'adr', title: 'Nowhere', folder: 'design-docs-test:/docs' })
      await rest()
      assert.equal(vscode.window.activeTextEditor, undefined)
    } finally {
      readOnly.dispose()
    }
  })

  it('opens nothing and keeps the file if the folder’s path is that of a file', async () => {
    const uri = await write('docs/new/file', 'mine')
    await newDocument({ type: 'adr', title: 'Nowhere', folder: 'docs/new/file' })
    await rest()
    assert.equal(vscode.window.activeTextEditor, undefined)
    assert.equal(await read(uri), 'mine')
  })

  it('adds the document type to the front matter if the title does not identify it', async () => {
    await write(
      '.design-docs/templates/playbook.md',
      '# ${1:What breaks}\n\n## Symptoms\n\n${2:text}\n\n## Cure\n\n${3:text}\n',
    )
    try {
      // The template becomes known when the file watcher reports it.
      await until(
        async () => {
          await newDocument({ type: 'playbook', title: 'Queue is full', folder: 'docs/new' }, 1000)
          return vscode.window.activeTextEditor !== undefined
        },
        () => vscode.window.activeTextEditor,
      )
      const text = vscode.window.activeTextEditor?.document.getText() ?? ''
      assert.match(text, /^---\ndocumentType: playbook\n---\n\n# Queue is full\n\n## Symptoms\n/)
    } finally {
      await vscode.workspace.fs.delete(file('.design-docs/templates'), { recursive: true })
    }
  })
})

const fail = (): never => {
  throw vscode.FileSystemError.NoPermissions('read-only')
}

/** A file system in which every path is an empty folder, apart from Markdown files, which do not exist. */
const emptyFiles: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat: (uri) => {
    if (uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri)
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
  },
  readDirectory: () => [],
  readFile: fail,
  createDirectory: fail,
  writeFile: fail,
  delete: fail,
  rename: fail,
}
