import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, open, openText, rest, until } from './host.ts'

const record = (title: string): string =>
  `# ${title}\n\nDate: 2026-03-09\n\n## Status\n\nAccepted\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nOne part more.\n`

describe('An edit while a command is at work', () => {
  afterEach(closeAll)

  for (const answer of [{ by: '0001-one.md' }, { title: 'Use a log' }])
    it(`is kept, and Supersede… changes nothing: ${Object.keys(answer).join()}`, async () => {
      const texts = { '/adr/0001-one.md': record('1. One'), '/adr/0002-two.md': record('2. Two') }
      let whenAsked: (() => Thenable<unknown>) | undefined
      const files = inMemory(texts, async () => {
        const work = whenAsked
        whenAsked = undefined
        await work?.()
      })
      const provider = vscode.workspace.registerFileSystemProvider('design-docs-slow', files)
      try {
        const editor = await open(vscode.Uri.parse('design-docs-slow:/adr/0002-two.md'))
        // Other features ask for files when a document opens.
        await rest()
        const typed = 'Typed meanwhile.\n\n'
        whenAsked = () => editor.edit((edit) => edit.insert(editor.document.lineAt(2).range.start, typed))
        await vscode.commands.executeCommand('designDocs.supersede', answer)
        assert.equal(whenAsked, undefined)
        assert.equal(editor.document.getText(), record('2. Two').replace('Date:', `${typed}Date:`))
        assert.deepEqual(Object.keys(texts), ['/adr/0001-one.md', '/adr/0002-two.md'])
      } finally {
        await closeAll()
        provider.dispose()
      }
    })

  it('moves the place where a fragment is inserted, if its list stays open', async () => {
    const editor = await openText('# Notes\n\nBefore.\n\nAfter.\n')
    await until(
      async () => {
        editor.selection = new vscode.Selection(3, 0, 3, 0)
        void vscode.commands.executeCommand('designDocs.insertFragment')
        await new Promise((done) => setTimeout(done, 500))
        await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Typed meanwhile.\n\n'))
        const last = new vscode.Position(editor.document.lineCount - 1, 0)
        editor.selection = new vscode.Selection(last, last)
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
        await new Promise((done) => setTimeout(done, 500))
        return editor.document.getText().includes('\n## ')
      },
      () => editor.document.getText(),
    )
    assert.match(editor.document.getText(), /Typed meanwhile\.\n\nBefore\.\n\nAfter\.\n\n## /)
  })
})

/** Returns a file system of these files. @param asked is awaited whenever something asks about a file */
function inMemory(texts: Record<string, string>, asked: () => Promise<void>): vscode.FileSystemProvider {
  const bytesOf = ({ path }: vscode.Uri): Uint8Array => {
    const text = texts[path]
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path)
    return new TextEncoder().encode(text)
  }
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat(uri) {
      await asked()
      const isFolder = uri.path === '/' || uri.path === '/adr'
      return isFolder
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytesOf(uri).length }
    },
    readDirectory: () => Object.keys(texts).map((path) => [path.replace('/adr/', ''), vscode.FileType.File]),
    readFile: bytesOf,
    createDirectory: () => undefined,
    writeFile(uri, content) {
      texts[uri.path] = new TextDecoder().decode(content)
    },
    delete(uri) {
      delete texts[uri.path]
    },
    rename: () => undefined,
  }
}
