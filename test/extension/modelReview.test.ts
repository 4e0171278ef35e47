import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeActions, open, openText, ours, until, untilDiagnostics, write } from './host.ts'

/** The API of `test/fixtures/languageModels`. */
interface Models {
  readonly script: {
    models: readonly { readonly name: string; readonly maxInputTokens?: number }[]
    requests: (readonly string[])[]
    answer(
      texts: readonly string[],
      send: (piece: string) => void,
      token: vscode.CancellationToken,
    ): Promise<void> | void
  }
  change(): void
}

const design = `---
documentType: system-design
---

# System Design: Berths

## Requirements

The harbour master gives each ferry a lane
soon. A lane is never shared. Two ferries may share a lane.
`

const lane = { kind: 'unclear', quote: 'a lane soon.', message: 'How soon? Give a time.' }
const scaling = { kind: 'checklist', about: 'scaling', quote: '## Requirements', message: 'How many ferries?' }
const shared = {
  kind: 'contradiction',
  quote: 'A lane is never shared.',
  other: 'Two ferries may share a lane.',
  message: 'Which of them holds?',
}

const fromModel = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'design-docs (model)')

const reviewed = () => vscode.commands.executeCommand('designDocs.reviewWithModel')

/** Opens a design and waits for its review. */
async function openDesign(): Promise<vscode.TextEditor> {
  const editor = await openText(design)
  await untilDiagnostics(editor.document.uri, (found) => found.length > 0)
  return editor
}

const fixesAt = async (uri: vscode.Uri, range: vscode.Range) =>
  (await codeActions(uri, range)).filter(({ title }) => title.startsWith('Dismiss'))

describe('Review with Language Model', () => {
  let models: Models
  const answerWith = (answer: string) => {
    models.script.answer = (_, send) => send(answer)
  }
  const answerFindings = (...findings: readonly object[]) => answerWith(JSON.stringify({ findings }))
  const offer = async (...offered: Models['script']['models']) => {
    models.script.models = offered
    models.change()
    await until(
      async () => (await vscode.lm.selectChatModels()).length === offered.length,
      () => offered,
    )
  }

  before(async () => {
    const extension = vscode.extensions.getExtension<Models>('test.language-models')
    assert.ok(extension, 'the models of the tests are not there')
    models = await extension.activate()
  })
  beforeEach(async () => {
    models.script.requests = []
    await offer({ name: 'reader' })
  })
  afterEach(async () => {
    await vscode.commands.executeCommand('designDocs.dismissModelFindings')
    await closeAll()
    await offer()
  })

  it('shows findings at the text that they quote, in addition to those of the rules', async () => {
    const { document } = await openDesign()
    const before = ours(document.uri).length
    answerWith(`Here they are:\n\`\`\`json\n${JSON.stringify({ findings: [lane, scaling, shared] }, null, 1)}\n\`\`\``)
    await reviewed()
    const found = fromModel(document.uri)
    assert.deepEqual(
      found.map(({ message, range, severity, code }) => [code, message, document.getText(range), severity]),
      [
        ['scaling', 'How many ferries?', '## Requirements', vscode.DiagnosticSeverity.Information],
        ['unclear', 'How soon? Give a time.', 'a lane\nsoon.', vscode.DiagnosticSeverity.Information],
        ['contradiction', 'Which of them holds?', 'A lane is never shared.', vscode.DiagnosticSeverity.Information],
      ],
    )
    const [related] = found[2]?.relatedInformation ?? []
    assert.equal(related && document.getText(related.location.range), 'Two ferries may share a lane.')
    assert.equal(ours(document.uri).length, before)
  })

  it('sends a single request, only on command, with the document as data', async () => {
    const { document } = await openDesign()
    assert.equal(models.script.requests.length, 0)
    answerFindings()
    await reviewed()
    const [[instructions = '', data = '', ...rest] = [], ...more] = models.script.requests
    assert.equal(more.length, 0)
    assert.equal(rest.length, 1)
    const mark = data.split('\n', 1)[0] ?? ''
    assert.match(mark, /^=====\w{24,}=====$/)
    assert.equal(data, `${mark}\n${document.getText()}\n${mark}`)
    assert.ok(instructions.includes(mark) && !instructions.includes('ferry'))
  })

  it('drops findings whose quotation is not in the document, and findings of another form', async () => {
    const { document } = await openDesign()
    answerFindings({ ...lane, quote: 'a lane at once.' }, lane, { ...lane, severity: 'error' })
    await reviewed()
    assert.deepEqual(
      fromModel(document.uri).map(({ message }) => message),
      [lane.message],
    )
  })

  it('runs no command that an answer contains, and shows it as plain text', async () => {
    const { document } = await openDesign()
    answerFindings(
      {
        ...lane,
        message: 'Run [this](command:workbench.action.closeAllEditors) or command:workbench.action.quit\u202e',
      },
      { ...lane, command: 'workbench.action.closeAllEditors', quote: 'A lane is never shared.' },
    )
    await reviewed()
    const found = fromModel(document.uri)
    assert.deepEqual(
      found.map(({ message, code }) => [message, code]),
      [['Run [this] (command: workbench.action.closeAllEditors) or command: workbench.action.quit\\u202E', 'unclear']],
    )
    assert.equal(document.isClosed, false)
    assert.equal(document.getText(), design)
  })

  it('keeps the earlier findings if an answer is invalid, a refusal, too long or an error', async () => {
    const { document } = await openDesign()
    answerFindings(lane)
    await reviewed()
    for (const answer of [
      '{"findings":[{"kind":"unc',
      'Sorry, I cannot help with that.',
      `{"findings":[]}${' '.repeat(500_000)}`,
    ]) {
      answerWith(answer)
      await reviewed()
      assert.deepEqual(
        fromModel(document.uri).map(({ message }) => message),
        [lane.message],
      )
    }
    models.script.answer = () => {
      throw new Error('The quota is used up.')
    }
    await reviewed()
    assert.equal(fromModel(document.uri).length, 1)
    answerFindings()
    await reviewed()
    assert.equal(fromModel(document.uri).length, 0)
  })

  it('waits for an answer that arrives in pieces, and locates quotations in the document as it is then', async () => {
    const editor = await openDesign()
    const sent = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const answer = JSON.stringify({ findings: [lane, shared] })
    models.script.answer = async (_, send) => {
      send(answer.slice(0, 30))
      sent.resolve()
      await written.promise
      send(answer.slice(30))
    }
    const review = reviewed()
    await sent.promise
    assert.equal(fromModel(editor.document.uri).length, 0)
    // A second review of the same document does nothing while the first is running.
    await reviewed()
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '\n')
      const at = editor.document.positionAt(design.indexOf('never'))
      edit.replace(new vscode.Range(at, at.translate(0, 'never'.length)), 'always')
    })
    written.resolve()
    await review
    assert.equal(models.script.requests.length, 1)
    const [found, ...rest] = fromModel(editor.document.uri)
    assert.equal(rest.length, 0)
    assert.equal(found && editor.document.getText(found.range), 'a lane\nsoon.')
  })

  it('removes a finding when its passage changes, and keeps the others', async () => {
    const editor = await openDesign()
    const { document } = editor
    answerFindings(lane, shared)
    await reviewed()
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'Draft. '))
    assert.deepEqual(
      fromModel(document.uri).map(({ range }) => document.getText(range)),
      ['a lane\nsoon.', 'A lane is never shared.'],
    )
    const at = document.positionAt(document.getText().indexOf('soon'))
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 4)), 'within 5 s'))
    assert.deepEqual(
      fromModel(document.uri).map(({ range }) => document.getText(range)),
      ['A lane is never shared.'],
    )
  })

  it('offers to dismiss its findings one by one or all at once', async () => {
    const { document } = await openDesign()
    const { uri } = document
    answerFindings(lane, shared, scaling)
    await reviewed()
    const [first] = fromModel(uri)
    assert.ok(first)
    const [one, all, ...none] = await fixesAt(uri, first.range)
    assert.deepEqual(
      [one?.title, all?.title, none.length],
      ['Dismiss this finding from the model', 'Dismiss all findings from the model in this document', 0],
    )
    for (const [action, left] of [
      [one, [lane.message, shared.message]],
      [all, []],
    ] as const) {
      const { command, arguments: args = [] } = action?.command ?? {}
      await vscode.commands.executeCommand(command ?? '', ...args)
      assert.deepEqual(
        fromModel(uri).map(({ message }) => message),
        left,
      )
    }
    assert.deepEqual(await fixesAt(uri, first.range), [])
  })

  it('restores findings when a document is reopened, unless their passage has changed', async () => {
    const uri = await write('docs/lanes.md', design)
    await open(uri)
    await untilDiagnostics(uri, (found) => found.length > 0)
    answerFindings(lane, shared)
    await reviewed()
    assert.equal(fromModel(uri).length, 2)
    await closeAll()
    await until(
      () => fromModel(uri).length === 0,
      () => fromModel(uri),
    )
    await write('docs/lanes.md', design.replace('never', 'always'))
    await open(uri)
    assert.deepEqual(
      fromModel(uri).map(({ message }) => message),
      [lane.message],
    )
  })

  it('splits a document that is too long for the model into several requests', async () => {
    const long = `${design}\n## Costs\n\n${'Each berth costs money. '.repeat(200)}\n\n## Failures\n\n${'Each lane can fail. '.repeat(200)}\n`
    const { document } = await openText(long)
    await untilDiagnostics(document.uri, (found) => found.length > 0)
    await offer({ name: 'small', maxInputTokens: 3_500 })
    models.script.answer = (texts, send) => {
      const quote = texts[1]?.includes('Each lane can fail. Each') ? 'Each lane can fail.' : 'a lane soon.'
      send(JSON.stringify({ findings: [{ ...lane, quote, message: quote }] }))
    }
    await reviewed()
    const shown = models.script.requests.map(([, data = '']) => data)
    assert.ok(shown.length > 1, String(shown.length))
    for (const data of shown) assert.ok(data.includes('\n## Costs\n## Failures\n'))
    assert.deepEqual(
      fromModel(document.uri).map(({ message, range }) => [message, range.start.line]),
      [
        ['a lane soon.', 8],
        ['Each lane can fail.', long.slice(0, long.indexOf('Each lane')).split('\n').length - 1],
      ],
    )
  })

  it('sends no request if the model is too small or there is none', async () => {
    const { document } = await openDesign()
    await offer({ name: 'tiny', maxInputTokens: 300 })
    await reviewed()
    await offer()
    await reviewed()
    assert.equal(models.script.requests.length, 0)
    assert.equal(fromModel(document.uri).length, 0)
  })
})
