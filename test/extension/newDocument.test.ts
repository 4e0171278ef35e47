import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, file, read, rest, until, write } from './host.ts'

/** With all answers given nothing is asked; where a type is not known yet, the question is dismissed after a while. */
async function newDocument(answers: object, timeLimit = 20_000): Promise<void> {
  const timer = setTimeout(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'), timeLimit)
  await vscode.commands.executeCommand('designDocs.newDocument', answers)
  clearTimeout(timer)
}

const names = async (folder: string): Promise<readonly string[]> =>
  (await vscode.workspace.fs.readDirectory(file(folder))).map(([name]) => name)

describe('New Document from Template…', () => {
  afterEach(closeAll)

  it('creates the file, names it after the title and selects its first tab stop', async () => {
    await newDocument({ type: 'system-design', title: 'Payment Gateway', folder: 'docs/new/deep' })
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    assert.equal(editor.document.uri.toString(), file('docs/new/deep/payment-gateway.md').toString())
    assert.match(editor.document.getText(), /^# System Design: Payment Gateway\n/)
    assert.doesNotMatch(editor.document.getText(), /\$\{|<!--section/)
    assert.equal(editor.document.getText(editor.selection), 'Draft')
    assert.equal(await read(editor.document.uri), editor.document.getText())
    // Past the author, whose name may be known.
    for (let count = 0; count < 2; count++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    assert.match(editor.document.getText(editor.selection), /^\[Who has to agree/)
  })

  it('gives a decision the next number', async () => {
    await write('docs/records/0041-before.md', '# ADR-0041: Before\n')
    await newDocument({ type: 'adr', title: 'Keep it', folder: 'docs/records' })
    assert.deepEqual(await names('docs/records'), ['0041-before.md', '0042-keep-it.md'])
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# ADR-0042: Keep it\n/)
  })

  it('never overwrites a file: it takes another name', async () => {
    const uri = await write('docs/new/taken.md', 'mine')
    await newDocument({ type: 'system-design', title: 'Taken', folder: 'docs/new' })
    assert.equal(await read(uri), 'mine')
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('docs/new/taken-2.md').toString())
  })

  it('opens nothing where the folder is read-only', async () => {
    const readOnly = vscode.workspace.registerFileSystemProvider('design-docs-test', emptyFiles, { isReadonly: true })
    try {
      await newDocument({ type: 'adr', title: 'Nowhere', folder: 'design-docs-test:/docs' })
      await rest()
      assert.equal(vscode.window.activeTextEditor, undefined)
    } finally {
      readOnly.dispose()
    }
  })

  it('opens nothing where a file is in the way of the folder', async () => {
    const uri = await write('docs/new/file', 'mine')
    await newDocument({ type: 'adr', title: 'Nowhere', folder: 'docs/new/file' })
    await rest()
    assert.equal(vscode.window.activeTextEditor, undefined)
    assert.equal(await read(uri), 'mine')
  })

  it('says of what type a document is where its title does not', async () => {
    await write(
      '.design-docs/templates/playbook.md',
      '# ${1:What breaks}\n\n## Symptoms\n\n${2:text}\n\n## Cure\n\n${3:text}\n',
    )
    try {
      // The template is known as soon as the watcher has told of it.
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

/** A file system of one empty folder. */
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
