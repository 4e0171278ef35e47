import * as vscode from 'vscode'
import { parseSnippet } from '../../core/snippet.ts'
import type { DocumentType } from '../../core/template.ts'
import type { WorkspaceTemplate } from '../../core/workspace.ts'
import { resolveVariable } from '../builtIn.ts'
import { prepareSnippet } from '../insertion.ts'
import { fillTitle, hasNumber, titleHint } from '../naming.ts'
import type { Service } from '../service.ts'
import { createFile } from './createFile.ts'
import { type Place, type PlaceWish, placeIn, proposePlaces } from './places.ts'
import { templateItems } from './templateItems.ts'
import { type Answer, askPick, askText, type StepFrame } from './wizard.ts'

/** *New Document from Template…*: type, title, place; then the file, open, with its tab stops alive. */
export function registerNewDocument(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.newDocument', () => run(service))
}

interface Wanted {
  readonly template: WorkspaceTemplate
  readonly type: DocumentType
  readonly title: string
  /** Absent where no folder is open: then the document is untitled. */
  readonly place?: Place
}

async function run(service: Service): Promise<void> {
  const wanted = await ask(service)
  if (!wanted) return
  const { template, type, title, place } = wanted
  const uri = place && vscode.Uri.joinPath(place.folder, place.name)
  if (uri && !(await createFile(uri))) return
  const document = await (uri
    ? vscode.workspace.openTextDocument(uri)
    : vscode.workspace.openTextDocument({ language: 'markdown' }))
  const filled = fillTitle(template.snippet.source, title, place?.number)
  const text = parseSnippet(filled, resolveVariable).text
  // A type that leaves its title open is not known by it.
  const isKnown = (await service.typeOf(text, document.uri)) === type.id
  const head = isKnown ? '' : `---\ndocumentType: ${type.id}\n---\n\n`
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(
    new vscode.SnippetString(head + prepareSnippet(filled, document.uri)),
    new vscode.Position(0, 0),
  )
  if (uri) await document.save()
}

/** Ask step by step; the back button of a step returns to the one before. */
async function ask(service: Service): Promise<Wanted | undefined> {
  const totalSteps = vscode.workspace.workspaceFolders?.length ? 3 : 2
  const frame = (step: number) => ({ title: 'New Document from Template', step, totalSteps })
  let title = proposedTitle()
  for (let step = 1, template: WorkspaceTemplate | undefined; ; ) {
    if (step === 1 || !template?.type) {
      const items = templateItems(service, ({ type }) => type !== undefined)
      const answer = await askPick({ frame: frame(1), placeholder: 'What do you want to write?', items })
      if (!answer || answer === 'back') return undefined
      template = answer.value.template
      step = 2
      continue
    }
    if (step === 2) {
      const answer = await askTitle(frame(2), template, title)
      if (!answer) return undefined
      if (answer !== 'back') title = answer.value.trim()
      step = answer === 'back' ? 1 : 3
      if (step === 3 && totalSteps === 2) return { template, type: template.type, title }
      continue
    }
    const wish = { type: template.type, title, isNumbered: hasNumber(template.snippet.source) }
    const answer = await askPlace(frame(3), wish)
    if (!answer) return undefined
    if (answer !== 'back') return { template, type: template.type, title, place: answer.value }
    step = 2
  }
}

const askTitle = (frame: StepFrame, template: WorkspaceTemplate, value: string) =>
  askText({
    frame,
    prompt: 'Title of the document; its file is named after it',
    placeholder: titleHint(template.snippet.source) || template.title,
    value,
    validate: (text) => (text.trim() ? undefined : 'A document needs a title'),
  })

async function askPlace(frame: StepFrame, wish: PlaceWish): Promise<Answer<Place>> {
  const browse = { label: '$(folder-opened) Browse…', description: 'choose another folder', alwaysShow: true }
  for (;;) {
    const items = proposePlaces(wish).then((places) => [...places, browse])
    const answer = await askPick<Partial<Place>>({ frame, placeholder: 'Where shall the document go?', items })
    if (!answer || answer === 'back') return answer
    const { folder, name } = answer.value
    if (folder && name !== undefined) return { value: { ...answer.value, folder, name } }
    const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri
    const [chosen] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: 'Create Here',
        title: 'Folder of the New Document',
        ...(defaultUri && { defaultUri }),
      })) ?? []
    if (chosen) return { value: await placeIn(chosen, wish) }
  }
}

/** A few selected words are likely what the document shall be about. */
function proposedTitle(): string {
  const editor = vscode.window.activeTextEditor
  if (!editor?.selection.isSingleLine) return ''
  const selected = editor.document.getText(editor.selection).trim()
  return selected.length <= 100 ? selected.replace(/^#+\s*/, '') : ''
}
