/** Asks for type, title and place of a new document. */

import * as vscode from 'vscode'
import { isDecisionType } from '../../../core/decisions/record.ts'
import type { Workspace, WorkspaceTemplate } from '../../../core/lint/workspace.ts'
import type { Survey } from '../../../core/recognition/survey.ts'
import type { DocumentType } from '../../../core/template/documentType.ts'
import { hasNumber, titleHint } from '../../../core/template/naming.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { warnOfNumber } from '../decisions/decisionNumber.ts'
import { type Home, type Place, type PlaceRequest, placeIn, proposePlaces } from './places.ts'
import { documentItems, documentsHere } from './templateItems.ts'
import { type Answer, askPick, askText, type StepFrame } from './wizard.ts'

/** The user's answers. */
export interface Wanted {
  readonly template: WorkspaceTemplate
  readonly title: string
  /** Absent if no folder is open, in which case the document is untitled. */
  readonly place?: Place
}

/** Answers passed with the command. */
export interface DocumentRequest {
  readonly type?: string
  readonly title?: string
  /** Relative to the workspace folder, with `/`; or a full URI with its scheme. */
  readonly folder?: string
}

/** Reads the answers passed with the command, ignoring invalid ones. */
export function readRequest(value: unknown): DocumentRequest {
  const { type, title, folder }: Partial<Record<keyof DocumentRequest, unknown>> =
    typeof value === 'object' && value !== null ? value : {}
  return {
    ...(typeof type === 'string' && { type }),
    ...(typeof title === 'string' && title.trim() && { title: title.trim() }),
    ...(typeof folder === 'string' && { folder }),
  }
}

/**
 * Asks step by step for what was not passed; the back button returns to the previous step. Undefined if the user
 * cancels.
 */
export async function askForDocument(service: Service, given: DocumentRequest): Promise<Wanted | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  let template = (await documentsHere(service)).find(({ id }) => id === given.type)
  let title = given.title ?? proposedTitle()
  let place: Place | undefined
  const request = (): PlaceRequest => ({
    globs: template?.type?.files ?? [],
    title,
    isNumbered: template !== undefined && isNumbered(template),
    homesIn: async (root) =>
      template?.type ? homesOf(template.type, await service.survey(root), await service.workspaces.in(root)) : [],
  })

  type Step = (frame: StepFrame) => Promise<Answer<unknown>>
  const steps: Step[] = []
  if (!template)
    steps.push(async (frame) => {
      const answer = await askTemplate(frame, service)
      if (answer && answer !== 'back') template = answer.value.template
      return answer
    })
  if (given.title === undefined)
    steps.push(async (frame) => {
      const answer = await askTitle(frame, title, template, request())
      if (answer && answer !== 'back') title = answer.value.trim()
      return answer
    })
  if (folder && given.folder === undefined)
    steps.push(async (frame) => {
      const answer = await askPlace(frame, request())
      if (answer && answer !== 'back') place = answer.value
      return answer
    })

  for (let step = 0; step < steps.length; ) {
    const frame = { title: t`New Document from Template`, step: step + 1, totalSteps: steps.length }
    const answer = await steps[step]?.(frame)
    if (!answer) return undefined
    step += answer === 'back' ? -1 : 1
  }
  if (folder && given.folder !== undefined) place = await placeIn(toFolder(folder.uri, given.folder), request())
  return template ? { template, title, ...(place && { place }) } : undefined
}

const askTemplate = (frame: StepFrame, service: Service) =>
  askPick({
    frame,
    placeholder: t`What do you want to write?`,
    items: documentItems(service),
  })

const askTitle = (frame: StepFrame, value: string, template: WorkspaceTemplate | undefined, request: PlaceRequest) =>
  askText({
    frame,
    prompt: t`Title of the document; the file name is derived from it`,
    placeholder: template ? titleHint(template.snippet.source) || template.title : '',
    value,
    ...(request.isNumbered && { warning: warnOfLikelyNumber(request) }),
    validate: (text) => (text.trim() ? undefined : t`A document needs a title`),
  })

/** The folders with documents of a type, and the fullest folder with similar ones: designs or decisions. */
function homesOf(type: DocumentType, { folders }: Survey, { types }: Workspace): readonly Home[] {
  const isDecision = (id: string) => types.some((each) => each.id === id && isDecisionType(each))
  const alike = folders.filter(({ typeId }) => typeId !== type.id && isDecision(typeId) === isDecisionType(type))
  return [
    ...folders
      .filter(({ typeId }) => typeId === type.id)
      .map(({ path }) => ({ path, why: t`folder with documents of this type` })),
    ...alike.slice(0, 1).map(({ path }) => ({
      path,
      why: isDecisionType(type) ? t`folder with decisions` : t`folder with design documents`,
    })),
  ].slice(0, 3)
}

/** Decisions are numbered even if their title line has no number. */
const isNumbered = ({ snippet, type }: WorkspaceTemplate): boolean =>
  hasNumber(snippet.source) || (type !== undefined && isDecisionType(type))

/** Checks the number that the document would get in the first proposed place. */
async function warnOfLikelyNumber(request: PlaceRequest): Promise<string | undefined> {
  const [place] = await proposePlaces(request)
  return place && warnOfNumber(place.folder, place.number)
}

async function askPlace(frame: StepFrame, request: PlaceRequest): Promise<Answer<Place>> {
  const browse = { label: t`$(folder-opened) Browse…`, description: t`choose another folder`, alwaysShow: true }
  for (;;) {
    const items = proposePlaces(request).then(async (places) => [
      ...(await Promise.all(places.map(withWarning))),
      browse,
    ])
    const answer = await askPick<Partial<Place>>({ frame, placeholder: t`Where should it be saved?`, items })
    if (!answer || answer === 'back') return answer
    const { folder, name } = answer.value
    if (folder && name !== undefined) return { value: { ...answer.value, folder, name } }
    const chosen = await browseFolder()
    if (chosen) return { value: await placeIn(chosen, request) }
  }
}

async function withWarning<T extends Place>(place: T): Promise<T> {
  const warning = await warnOfNumber(place.folder, place.number)
  return warning === undefined ? place : { ...place, detail: `$(warning) ${warning}` }
}

async function browseFolder(): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: t`Create Here`,
    title: t`Folder of the New Document`,
    ...(defaultUri && { defaultUri }),
  })
  return chosen?.[0]
}

/** Something like `C:` is a drive and not a scheme. */
const toFolder = (root: vscode.Uri, folder: string): vscode.Uri =>
  /^[a-z][\w+.-]+:/i.test(folder) ? vscode.Uri.parse(folder, true) : vscode.Uri.joinPath(root, folder)

/** A short selection is probably the title. */
function proposedTitle(): string {
  const editor = vscode.window.activeTextEditor
  if (!editor?.selection.isSingleLine) return ''
  const selected = editor.document.getText(editor.selection).trim()
  return selected.length <= 100 ? selected.replace(/^#+\s*/, '') : ''
}
