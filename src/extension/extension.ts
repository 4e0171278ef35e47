import type * as vscode from 'vscode'
import { createDocumentReviews } from './documentReviews.ts'
import { registerCodeActions } from './features/codeActions.ts'
import { registerCodeLens } from './features/codeLens.ts'
import { registerCompletions } from './features/completions.ts'
import { registerConvertBoxArt } from './features/convertBoxArt.ts'
import { registerCreateTemplate } from './features/createTemplate.ts'
import { registerDecisions } from './features/decisions.ts'
import { registerDiagnostics } from './features/diagnostics.ts'
import { registerFixAll } from './features/fixAll.ts'
import { registerHeadingHover } from './features/headingHover.ts'
import { registerInsertFragment } from './features/insertFragment.ts'
import { registerInsertTemplate } from './features/insertTemplate.ts'
import { registerMissingSections } from './features/missingSections.ts'
import { registerNewDocument } from './features/newDocument.ts'
import { registerPreview } from './features/preview.ts'
import { registerReviewStatusBar } from './features/reviewStatusBar.ts'
import { registerReviewView } from './features/reviewView.ts'
import { registerRuleDocs } from './features/ruleDocs.ts'
import { registerSectionCompletions } from './features/sectionCompletions.ts'
import { registerWorkspaceProblems } from './features/workspaceProblems.ts'
import { now } from './platform.ts'
import { createReviews } from './reviews.ts'
import { createService } from './service.ts'

/** Called by VS Code when the first Markdown document opens, or a command of ours is run. The list is the table of contents. */
export function activate(context: vscode.ExtensionContext): void {
  const start = now()
  const service = createService(context)
  const reviews = createReviews(service)
  const documentReviews = createDocumentReviews(reviews)
  context.subscriptions.push(
    reviews,
    documentReviews,
    registerDiagnostics(reviews),
    registerReviewView(documentReviews),
    registerReviewStatusBar(documentReviews),
    registerCodeLens(documentReviews),
    registerCodeActions(service),
    registerFixAll(service),
    registerConvertBoxArt(service),
    registerNewDocument(service),
    registerInsertTemplate(service),
    registerInsertFragment(service),
    registerMissingSections(service),
    registerCreateTemplate(service),
    registerCompletions(service),
    registerDecisions(service),
    registerSectionCompletions(service),
    registerHeadingHover(service),
    registerRuleDocs(context.extensionUri),
    registerWorkspaceProblems(service),
    registerPreview(service, context),
  )
  service.log.debug(`Activated in ${(now() - start).toFixed(1)} ms`)
}
