/** The command *Review with Language Model…*, an optional second reader that runs only on request. */

import * as vscode from 'vscode'
import { isDecisionType } from '../../../core/decisions/record.ts'
import { sourceOf } from '../../../core/document/document.ts'
import { count } from '../../../core/text/count.ts'
import { rules } from '../../../generated/rules.ts'
import type { PlacedFinding } from '../../../review/model/modelFinding.ts'
import { type Placed, placeFindings } from '../../../review/model/placing.ts'
import { plainMessage } from '../../../review/model/plainMessage.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import type { Reading } from '../../linting.ts'
import { figure, t, translated } from '../../localize.ts'
import { shownPath } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { createModelFindings } from './modelFindings.ts'
import { ModelError, type Reviewable, type Reviewed, requestReview } from './modelRequest.ts'

/** Available for the document being reviewed. Models are looked up only when the command runs. */
export function registerModelReview(service: Service, reviews: DocumentReviews): vscode.Disposable {
  const findings = createModelFindings()
  const running = new Set<vscode.TextDocument>()
  /** The last model, offered first the next time. */
  let lastId: string | undefined

  async function review(document: vscode.TextDocument, reviewable: Reviewable): Promise<void> {
    const model = await chooseModel(lastId)
    if (!model) return
    lastId = model.id
    const reviewed = await withProgress(model, document, reviewable)
    if (!reviewed || document.isClosed) return
    // The document may have been edited in the meantime, so quotations are located in the current text.
    const placed = placeFindings(document.getText(), reviewed.parts)
    if (reviewed.unreadable < reviewed.requests) findings.show(document, placed.findings)
    // Not awaited: the next review may start before the user responds.
    void tell(model, reviewed, placed)
  }

  return vscode.Disposable.from(
    findings,
    vscode.commands.registerCommand('designDocs.reviewWithModel', async () => {
      const document = reviews.active
      const reading = document && (await service.read(document))
      if (!document || !reading?.model) {
        void vscode.window.showInformationMessage(t`Open a design document to have a language model review it.`)
        return
      }
      if (running.has(document)) return
      running.add(document)
      try {
        await review(document, toReviewable(reading.model, reading))
      } catch (error) {
        if (!(error instanceof vscode.CancellationError)) service.log.info(`Review with a model: ${String(error)}`)
        tellFailure(error)
      } finally {
        running.delete(document)
      }
    }),
  )
}

const toReviewable = (model: NonNullable<Reading['model']>, { type }: Reading): Reviewable => ({
  text: model.text,
  headings: model.sections.map(({ start, heading }) => ({ start, line: sourceOf(model, heading) })),
  isDecision: type !== undefined && isDecisionType(type),
  redFlags: new Map(
    rules.filter(({ category }) => category === 'red-flag').map(({ id, description }) => [id, description]),
  ),
})

/** The only model, or the user's choice; undefined if there is none, which is reported, or the user cancels. */
async function chooseModel(lastId: string | undefined): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels()
  if (models.length === 0) {
    void tellWhatIsNeeded()
    return undefined
  }
  if (models.length === 1) return models[0]
  const picks = models
    .toSorted((a, b) => Number(b.id === lastId) - Number(a.id === lastId))
    .map((model) => ({
      label: plainMessage(model.name),
      description: plainMessage([model.vendor, model.id].join(' · ')),
      detail: t`Accepts ${figure(model.maxInputTokens)} tokens at once`,
      model,
    }))
  const options = {
    title: t`Review with Language Model`,
    placeHolder: t`The document is sent to the model you choose`,
    matchOnDescription: true,
  }
  return (await vscode.window.showQuickPick(picks, options))?.model
}

async function tellWhatIsNeeded(): Promise<void> {
  const search = t`Search Extensions`
  const message = t`No language model is available in this window. Sign in to GitHub Copilot, or install an extension that provides models, and run the command again. Everything else in Design Docs works without one.`
  if ((await vscode.window.showInformationMessage(message, search)) === search)
    await vscode.commands.executeCommand('workbench.extensions.search', '@category:ai')
}

/** Undefined if the user cancels. */
const withProgress = (
  model: vscode.LanguageModelChat,
  document: vscode.TextDocument,
  reviewable: Reviewable,
): Thenable<Reviewed | undefined> =>
  vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: plainMessage(t`${model.name} is reading ${shownPath(document.uri)}`),
      cancellable: true,
    },
    async (progress, token) => {
      try {
        return await requestReview(model, reviewable, token, (number, of) =>
          progress.report({
            message: t`part ${number} of ${of}, since it is too long for one request`,
            increment: 100 / of,
          }),
        )
      } catch (error) {
        if (token.isCancellationRequested) return undefined
        throw error
      }
    },
  )

/** Reports the result and what was dropped. The model's words are kept out of notifications, which render links. */
async function tell(
  model: vscode.LanguageModelChat,
  reviewed: Reviewed,
  { findings, invented }: Placed,
): Promise<void> {
  const { requests, unread, unreadable } = reviewed
  const name = plainMessage(model.name)
  if (unreadable === requests) {
    void vscode.window.showWarningMessage(
      t`${name} did not return a list of findings, so there is nothing to show. Try again, or choose another model.`,
    )
    return
  }
  const said = [
    `${name}: ${findingsIn(findings)}.`,
    invented > 0
      ? t`${translated(count(invented, 'more finding'))} dropped: the quoted words are not in the document.`
      : '',
    unread > 0 ? t`${translated(count(unread, 'more finding'))} dropped: not in the requested form.` : '',
    requests > 1
      ? t`The document was read in ${requests} parts, so the model was not asked what is missing overall.`
      : '',
    unreadable > 0 ? t`The answer to ${translated(count(unreadable, 'part'))} could not be read.` : '',
  ].filter((sentence) => sentence !== '')
  const message = said.join(' ')
  const show = t`Show Problems`
  const chosen =
    findings.length > 0
      ? await vscode.window.showInformationMessage(message, show)
      : await vscode.window.showInformationMessage(message)
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems')
}

const findingsIn = (findings: readonly PlacedFinding[]): string =>
  findings.length === 0
    ? t`nothing to improve`
    : t`${translated(count(findings.length, 'finding'))} in the Problems panel`

/** Shows why there is no review, as a warning: neither the extension nor the author is at fault. */
function tellFailure(error: unknown): void {
  if (error instanceof vscode.CancellationError) return
  const why =
    error instanceof ModelError
      ? error.message
      : (reasons[codeOf(error)] ?? t`The model says: ${plainMessage(textOf(error))}`)
  void vscode.window.showWarningMessage(t`The language model did not review the document. ${why}`)
}

/** By the codes of VS Code's own errors. */
const reasons: Readonly<Record<string, string>> = {
  NoPermissions: t`Design Docs is not allowed to use the model: run the command again, and allow it when VS Code asks.`,
  NotFound: t`The model is no longer available: run the command again, and choose another one.`,
}

const codeOf = (error: unknown): string => (error instanceof vscode.LanguageModelError ? error.code : '')

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
