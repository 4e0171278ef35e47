import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, file, open, ours, read, rest, until, untilDiagnostics, write } from './host.ts'

const sentence = 'The harbour master gives each ferry a lane, and the lane is free again when the ferry has left. '
/** A design without a document type, recognised by its content. */
const guessed = `# Berths\n\n## Goals\n\n${sentence.repeat(10)}\n\n## Alternatives\n\n${sentence}\n`
/** A text that resembles a design, but not enough to be reviewed without being asked. */
const nearly = `# Berths\n\n## Lanes\n\n${sentence.repeat(10)}\n\n## Usage\n\n${sentence}\n`
const offers = ['Review as…', 'Never here']

const titlesOf = async ({ uri }: vscode.TextDocument) =>
  (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)).map(
    ({ command }) => command?.title ?? '',
  )

const untilTitles = (document: vscode.TextDocument, condition: (titles: readonly string[]) => boolean) =>
  until(
    async () => {
      const titles = await titlesOf(document)
      return condition(titles) && titles
    },
    () => document.uri.toString(),
  )

const untilNamed = (document: vscode.TextDocument, type: string) =>
  untilTitles(document, ([state, ...more]) => state?.startsWith(type) === true && more.length === 0)

const config = file('.design-docs/config.json')

describe('Review as…', () => {
  let before = ''
  beforeEach(async () => {
    before = await read(config)
  })
  afterEach(async () => {
    await closeAll()
    await write('.design-docs/config.json', before)
  })

  it('is offered as a code lens over a document recognised by its content, and over one that nearly is', async () => {
    const { document } = await open(await write('docs/design/a.md', guessed))
    const [state, ...more] = await untilTitles(document, (titles) => titles.length === 3)
    assert.match(state ?? '', /^Design, free form · \d+\/11 · /)
    assert.deepEqual(more, offers)
    const other = await open(await write('docs/design/b.md', nearly))
    await untilTitles(other.document, (titles) => titles.join() === ['Is this a design document?', ...offers].join())
    assert.deepEqual(ours(other.document.uri), [])
  })

  it('is not offered over a readme, changelog, guide or document with a type', async () => {
    for (const path of ['docs/design/README.md', 'docs/design/CHANGELOG.md', 'docs/guides/berths.md']) {
      const { document } = await open(await write(path, nearly))
      await rest()
      assert.deepEqual(await titlesOf(document), [], path)
    }
    const { document } = await open(await write('docs/design/c.md', `---\ndocumentType: rfc\n---\n${guessed}`))
    await untilNamed(document, 'RFC · ')
  })

  it('is not offered over a file without text, whatever its folder, and no state is shown', async () => {
    const editor = await open(await write('berths/adr/0001-berths.md', '\n'))
    await rest()
    assert.deepEqual(await titlesOf(editor.document), [])
    const text = '# ADR-0001: Berths\n\n## Status\n\nAccepted\n\n## Decision\n\nBy number.\n'
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text))
    await untilTitles(editor.document, ([state]) => state?.includes('· Accepted ·') === true)
  })

  it('writes the type of a file into its front matter, and one undo removes it', async () => {
    const { document } = await open(await write('docs/design/d.md', guessed))
    await untilTitles(document, (titles) => titles.length === 3)
    await vscode.commands.executeCommand('designDocs.reviewAs', { type: 'system-design', scope: 'file' })
    assert.equal(document.getText(), `---\ndocumentType: system-design\n---\n\n${guessed}`)
    await untilNamed(document, 'System design · ')
    await untilDiagnostics(document.uri, (found) => found.some((each) => codeOf(each) === 'required-section'))
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), guessed)
    await untilTitles(document, (titles) => titles.length === 3)
  })

  it('applies to the document it is asked for, even if that is not open', async () => {
    const asked = await write('docs/design/asked.md', guessed)
    const { document } = await open(await write('docs/design/active.md', guessed))
    await vscode.commands.executeCommand('designDocs.reviewAs', { uri: asked.toString(), type: 'rfc', scope: 'file' })
    assert.equal(document.getText(), guessed)
    const written = await vscode.workspace.openTextDocument(asked)
    assert.equal(written.getText(), `---\ndocumentType: rfc\n---\n\n${guessed}`)
    await vscode.commands.executeCommand('designDocs.reviewAs', { uri: file('docs/none.md').toString(), type: 'rfc' })
    assert.equal(document.getText(), guessed)
  })

  it('writes the type of a folder into the config and keeps its comments, and one undo removes it', async () => {
    const text = '{\n  // ours\n  "types": {\n    "docs/adr/*.md": "adr" // records\n  }\n}\n'
    await write('.design-docs/config.json', text)
    const { document } = await open(await write('docs/harbour/e.md', nearly))
    await vscode.commands.executeCommand('designDocs.reviewAs', { type: 'rfc', scope: 'folder' })
    await untilNamed(document, 'RFC · ')
    assert.equal(
      await read(config),
      '{\n  // ours\n  "types": {\n    "docs/adr/*.md": "adr", // records\n    "docs/harbour/*.md": "rfc"\n  }\n}\n',
    )
    assert.equal(document.isDirty, false)
    const { document: written } = await open(config)
    await vscode.commands.executeCommand('undo')
    assert.equal(written.getText(), text)
    await written.save()
    await untilTitles(document, (titles) => titles.length === 0)
  })

  it('changes the config that is on disk, even if VS Code has not read it again yet', async () => {
    const { document } = await open(await write('docs/harbour/i.md', nearly))
    await vscode.workspace.openTextDocument(config)
    await write('.design-docs/config.json', '{ "types": { "docs/adr/*.md": "adr" } }\n')
    await vscode.commands.executeCommand('designDocs.neverHere', { scope: 'folder' })
    const changed = { types: { 'docs/adr/*.md': 'adr' }, ignore: ['docs/harbour/*.md'] }
    assert.deepEqual(JSON.parse(await read(config)), changed)
    await untilTitles(document, (titles) => titles.length === 0)
  })

  it('gives a type to a folder that “Never here” ignores, in a config that is created on demand', async () => {
    await vscode.workspace.fs.delete(config)
    const { document } = await open(await write('docs/harbour/f.md', nearly))
    await vscode.commands.executeCommand('designDocs.neverHere', { scope: 'folder' })
    await until(
      async () => (await read(config)) === '{\n  "ignore": ["docs/harbour/*.md"]\n}\n',
      () => 'another config',
    )
    await vscode.commands.executeCommand('designDocs.reviewAs', { type: 'design', scope: 'folder' })
    await untilNamed(document, 'Design, free form · ')
    assert.deepEqual(JSON.parse(await read(config)), { ignore: [], types: { 'docs/harbour/*.md': 'design' } })
  })

  it('is no longer offered after “Never here”, for a file or a folder', async () => {
    const { document } = await open(await write('docs/design/g.md', guessed))
    await untilTitles(document, (titles) => titles.length === 3)
    await vscode.commands.executeCommand('designDocs.neverHere', { uri: document.uri.toString(), scope: 'file' })
    assert.match(document.getText(), /^---\ndocumentType: none\n---\n\n# Berths\n/)
    await untilTitles(document, (titles) => titles.length === 0)
    assert.deepEqual(ours(document.uri), [])
    const other = await open(await write('docs/design/h.md', nearly))
    await untilTitles(other.document, (titles) => titles.length === 3)
    await vscode.commands.executeCommand('designDocs.neverHere', { scope: 'folder' })
    await untilTitles(other.document, (titles) => titles.length === 0)
  })
})
