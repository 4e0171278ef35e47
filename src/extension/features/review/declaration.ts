/** Writes down what the author declares about a document's type: in its front matter, or in the team's config. */

import * as vscode from 'vscode'
import { isIgnored } from '../../../core/lint/config.ts'
import { type ConfigEdit, globOfLike, ignoreFiles, nameFiles } from '../../../core/lint/configEdits.ts'
import { declareType } from '../../../core/template/declareType.ts'
import { noType } from '../../../core/template/documentType.ts'
import { configPath } from '../../../core/template/files.ts'
import { printable } from '../../../core/text/printable.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { applyIfUnchanged, editDocument, sayEdited } from '../../applying.ts'
import { toRange, toWorkspaceEdit } from '../../convert.ts'
import { maxDocumentLength } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import { openCurrent } from '../../openCurrent.ts'
import { pathOf, shownPath } from '../../paths.ts'
import { encode } from '../../platform.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'
import { exists, explain, linkOnTheWay } from '../../writing.ts'

/** The glob for a document and its neighbours in the config; undefined outside of a workspace folder. */
export function folderGlob(document: vscode.TextDocument): string | undefined {
  const path = pathOf(document.uri)
  return path === undefined ? undefined : globOfLike(path)
}

/** Declares the type of one document in its front matter. @param id of a type, or `noType` */
export async function declareInFile(service: Service, document: vscode.TextDocument, id: string): Promise<void> {
  if (id !== noType && (await isStillIgnored(service, document, undefined))) return
  const found = await declarationOf(service, document, id)
  if (found) await applyIfUnchanged(document, found.version, () => editDocument(document, found.edits))
}

/** Declares the type of a document and its neighbours in the team's config. */
export async function declareInConfig(service: Service, document: vscode.TextDocument, id: string): Promise<void> {
  const path = pathOf(document.uri)
  const glob = folderGlob(document)
  if (path === undefined || glob === undefined || (await isStillIgnored(service, document, glob))) return
  const model = await service.model(document)
  const own = model?.frontmatter.data['documentType']
  // A declaration in the file itself would take precedence.
  const inFile = own !== undefined && own !== id ? await declarationOf(service, document, id) : undefined
  if (own !== undefined && own !== id && !inFile) return
  const isWritten = await changeConfig(document, (text) => nameFiles(text, glob, id, path), inFile)
  if (isWritten) say(`${glob}: ${id}`)
}

/** Excludes a document and its neighbours in the team's config. */
export async function ignoreInConfig(document: vscode.TextDocument): Promise<void> {
  const glob = folderGlob(document)
  if (glob !== undefined && (await changeConfig(document, (text) => ignoreFiles(text, glob))))
    say(t`${glob}: not reviewed`)
}

const say = (text: string): void => showBriefly(`$(check) ${text}`)

/** Edits of one version of a document. */
interface Declaration {
  readonly version: number
  readonly edits: readonly TextEdit[]
}

async function declarationOf(
  service: Service,
  document: vscode.TextDocument,
  id: string,
): Promise<Declaration | undefined> {
  const model = await service.model(document)
  const { version } = document
  if (!model && document.getText().length <= maxDocumentLength) {
    sayEdited()
    return undefined
  }
  const edit = model && declareType(model, id)
  if (!edit) {
    const reason = model ? t`its front matter cannot be read. Fix it first.` : t`it is too long for Design Docs.`
    void vscode.window.showWarningMessage(t`The type was not written into this file: ${reason}`)
  }
  return edit && { version, edits: [edit] }
}

/**
 * Whether the config excludes a document whatever its type; if so, tells the user.
 *
 * @param except a glob to be removed
 */
async function isStillIgnored(
  service: Service,
  document: vscode.TextDocument,
  except: string | undefined,
): Promise<boolean> {
  const { config } = await service.workspaces.of(document.uri)
  const path = pathOf(document.uri)
  const glob = (config.ignore ?? []).find(
    (each) => each !== except && path !== undefined && isIgnored({ ignore: [each] }, path),
  )
  if (glob === undefined) return false
  await refuse(document, t`${configPath} excludes this file: it lists “${glob}” under “ignore”.`)
  return true
}

/** Shows why nothing was done, and offers to open the config. */
async function refuse(document: vscode.TextDocument, reason: string): Promise<void> {
  const open = t`Open Config`
  if ((await vscode.window.showWarningMessage(printable(reason), open)) !== open) return
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  if (folder) await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder.uri, configPath))
}

/**
 * Changes the config of a document's folder in a single undoable step, and saves it; creates it if there is none.
 *
 * @param declaration other changes in the same step, of the document itself
 */
async function changeConfig(
  document: vscode.TextDocument,
  change: (text: string) => ConfigEdit,
  declaration: Declaration = { version: document.version, edits: [] },
): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  if (!folder) return false
  const uri = vscode.Uri.joinPath(folder.uri, configPath)
  try {
    const link = await linkOnTheWay(uri)
    const config = !link && (await exists(uri)) ? await openCurrent(uri) : undefined
    const result: ConfigEdit = link
      ? { refusal: t`was not written: ${shownPath(link)} is a symbolic link` }
      : change(config?.getText() ?? '')
    if ('refusal' in result) {
      void refuse(document, `${configPath} ${translated(result.refusal)}.`)
      return false
    }
    const { edit } = result
    const apply = () => {
      const whole = toWorkspaceEdit(document, declaration.edits)
      if (config) whole.replace(uri, toRange(config, edit), edit.newText)
      else whole.createFile(uri, { contents: encode(edit.newText), ignoreIfExists: false })
      return vscode.workspace.applyEdit(whole)
    }
    const fail = () => void refuse(document, t`${configPath} was not written: the folder is not writable.`)
    if (declaration.edits.length > 0) {
      if (!(await applyIfUnchanged(document, declaration.version, apply, fail))) return false
    } else if (!(await apply())) {
      fail()
      return false
    }
    const isDone = config?.isDirty ? await config.save() : true
    if (!isDone) void refuse(document, t`${configPath} was changed, but not saved.`)
    return isDone
  } catch (error) {
    void refuse(document, t`${configPath} was not written: ${explain(error)}.`)
    return false
  }
}
