/** The commands *Review as…* and *Never Review Here…*, by which the author declares the type of documents, or none. */

import * as vscode from 'vscode'
import { likeliestType } from '../../../core/template/detect.ts'
import { type DocumentType, noType } from '../../../core/template/documentType.ts'
import { configPath } from '../../../core/template/files.ts'
import { groupTypes } from '../../../core/template/order.ts'
import { printable } from '../../../core/text/printable.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t } from '../../localize.ts'
import { pathOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { usedTypes } from '../write/templateItems.ts'
import { type Answer, askPick, type StepFrame } from '../write/wizard.ts'
import { declareInConfig, declareInFile, folderGlob, ignoreInConfig } from './declaration.ts'

/** The files that a declaration applies to. */
type Scope = 'file' | 'folder'

/**
 * Answers passed with the command, such as `{ "type": "rfc", "scope": "folder" }`, and the document, if it is not the
 * active one.
 */
interface Given {
  readonly uri?: string
  readonly type?: string
  readonly scope?: Scope
}

interface TypeItem extends vscode.QuickPickItem {
  readonly type?: DocumentType
}

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope: Scope
}

/**
 * *Review as…* and *Never Review Here…*, for any Markdown document. A declaration for a file goes into its front
 * matter, one for a folder into the team's config. A keybinding may pass the answers.
 */
export function registerReviewAs(service: Service, reviews: DocumentReviews): vscode.Disposable {
  const on = (command: string, work: (document: vscode.TextDocument, given: Given) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (value: unknown) => {
      const given = readGiven(value)
      const document = given.uri === undefined ? activeDocument(reviews) : await documentAt(given.uri)
      if (document?.languageId === 'markdown') await work(document, given)
      else void vscode.window.showInformationMessage(t`Open a Markdown document to specify its type.`)
    })
  return vscode.Disposable.from(
    on('designDocs.reviewAs', (document, given) => reviewAs(service, document, given)),
    on('designDocs.neverHere', neverHere),
  )

  async function neverHere(document: vscode.TextDocument, given: Given): Promise<void> {
    const frame = { title: t`Never Review Here`, step: 1, totalSteps: 1 }
    const answer = given.scope ? { value: { scope: given.scope } } : await askScope(frame, document, undefined)
    if (!answer || answer === 'back') return
    if (answer.value.scope === 'file') await declareInFile(service, document, noType)
    else await ignoreInConfig(document)
  }
}

/** Asks for a document's type and the files it applies to, and writes it down. */
export async function reviewAs(service: Service, document: vscode.TextDocument, given: Given = {}): Promise<void> {
  const { types } = await service.workspaces.of(document.uri)
  let type = types.find(({ id }) => id === given.type)
  let scope = given.scope
  type Step = (frame: StepFrame) => Promise<Answer<unknown>>
  const steps: Step[] = []
  if (!type)
    steps.push(async (frame) => {
      const answer = await askType(frame, service, document)
      if (answer && answer !== 'back') type = answer.value.type
      return answer
    })
  if (!scope && folderGlob(document))
    steps.push(async (frame) => {
      const answer = await askScope(frame, document, type)
      if (answer && answer !== 'back') scope = answer.value.scope
      return answer
    })
  for (let step = 0; step < steps.length; ) {
    const answer = await steps[step]?.({ title: t`Review as`, step: step + 1, totalSteps: steps.length })
    if (!answer) return
    step += answer === 'back' ? -1 : 1
  }
  if (!type) return
  if (scope === 'folder') await declareInConfig(service, document, type.id)
  else await declareInFile(service, document, type.id)
}

async function askType(frame: StepFrame, service: Service, document: vscode.TextDocument): Promise<Answer<TypeItem>> {
  return askPick<TypeItem>({
    frame,
    placeholder: t`What type of document is this?`,
    items: typeItems(service, document),
  })
}

/** The types to choose from, starting with the current or most likely one. */
async function typeItems(service: Service, document: vscode.TextDocument): Promise<readonly TypeItem[]> {
  const [{ types }, reading, used] = await Promise.all([
    service.workspaces.of(document.uri),
    service.read(document),
    usedTypes(service),
  ])
  const { type, model } = reading ?? {}
  const named = type && !type.isGuessed ? type.id : undefined
  const likely = type?.id ?? (model && likeliestType(model, pathOf(document.uri), types)?.id)
  const top = types.find(({ id }) => id === likely)
  const rest = groupTypes(
    types.filter((each) => each !== top),
    (each) => each,
    used,
  )
  const headline = (label: string): TypeItem => ({ label, kind: vscode.QuickPickItemKind.Separator })
  return [
    ...(top ? [headline(named ? t`current type` : t`best guess`), toItem(top)] : []),
    ...rest.flatMap((group) => [headline(group.headline), ...group.members.map(toItem)]),
  ]
}

const toItem = (type: DocumentType): TypeItem => ({ type, label: printable(type.title), description: type.id })

/** @param type absent: the files are not design documents */
async function askScope(
  frame: StepFrame,
  document: vscode.TextDocument,
  type: DocumentType | undefined,
): Promise<Answer<ScopeItem>> {
  const glob = folderGlob(document)
  const path = pathOf(document.uri)
  const written = type ? `"types": { "${glob}": "${type.id}" }` : `"ignore": ["${glob}"]`
  return askPick<ScopeItem>({
    frame,
    placeholder: type ? t`Which files are “${type.title}”?` : t`Which files are not design documents?`,
    items: Promise.resolve([
      {
        scope: 'file' as const,
        label: t`This File`,
        description: path?.split('/').at(-1) ?? '',
        detail: t`Writes documentType: ${type?.id ?? noType} into its front matter`,
      },
      ...(glob
        ? [
            {
              scope: 'folder' as const,
              label: t`All Files in This Folder`,
              description: glob,
              detail: t`Writes ${written} into ${configPath}`,
            },
          ]
        : []),
    ]),
  })
}

function activeDocument(reviews: DocumentReviews): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document
  return active?.languageId === 'markdown' ? active : reviews.active
}

/** The document of a URI, open or not; undefined if it cannot be read. */
async function documentAt(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  } catch {
    return undefined
  }
}

function readGiven(value: unknown): Given {
  const { uri, type, scope }: Partial<Record<keyof Given, unknown>> =
    typeof value === 'object' && value !== null ? value : {}
  return {
    ...(typeof uri === 'string' && { uri }),
    ...(typeof type === 'string' && { type }),
    ...((scope === 'file' || scope === 'folder') && { scope }),
  }
}
