/** Registers the features, one line each, which serves as a table of contents. */

import * as vscode from 'vscode'
import { createDocumentReviews } from './documentReviews.ts'
import { createLanguageModelTools, type Tools } from './features/agents/languageModelTools.ts'
import { registerDecisions } from './features/decisions/decisions.ts'
import { registerConvertBoxArt } from './features/diagrams/convertBoxArt.ts'
import { registerFileProblems } from './features/diagrams/fileProblems.ts'
import { registerPreview } from './features/diagrams/preview.ts'
import { registerDiagramCompletions } from './features/language/diagramCompletions.ts'
import { registerDiagramFolding } from './features/language/diagramFolding.ts'
import { registerDiagramHover } from './features/language/diagramHover.ts'
import { registerDiagramSymbols } from './features/language/diagramSymbols.ts'
import { createKeywords } from './features/language/keywords.ts'
import { registerReferences } from './features/language/references.ts'
import { registerRename } from './features/language/rename.ts'
import { registerDocumentsView } from './features/overview/documentsView.ts'
import { registerLintWorkspace } from './features/overview/lintWorkspace.ts'
import { registerCodeActions } from './features/review/codeActions.ts'
import { registerCodeLens } from './features/review/codeLens.ts'
import { registerDiagnostics } from './features/review/diagnostics.ts'
import { registerFixAll } from './features/review/fixAll.ts'
import { registerMarkAsMet, registerUnmark } from './features/review/markAsMet.ts'
import { registerModelReview } from './features/review/modelReview.ts'
import { registerReviewAs } from './features/review/reviewAs.ts'
import { registerReviewStatusBar } from './features/review/reviewStatusBar.ts'
import { registerReviewView } from './features/review/reviewView.ts'
import { registerRuleDocs } from './features/review/ruleDocs.ts'
import { registerWhyItem } from './features/review/whyItem.ts'
import { registerWorkspaceProblems } from './features/review/workspaceProblems.ts'
import { registerConfigHelp } from './features/team/configHelp.ts'
import { registerCreateTemplate } from './features/team/createTemplate.ts'
import { registerCompletions } from './features/write/completions.ts'
import { registerHeadingHover } from './features/write/headingHover.ts'
import { registerInsertFragment } from './features/write/insertFragment.ts'
import { registerInsertTemplate } from './features/write/insertTemplate.ts'
import { registerMissingSections } from './features/write/missingSections.ts'
import { registerNewDocument } from './features/write/newDocument.ts'
import { registerNextPlace } from './features/write/nextPlace.ts'
import { registerSectionCompletions } from './features/write/sectionCompletions.ts'
import { createLintUpdates } from './lintUpdates.ts'
import { now } from './platform.ts'
import { createService } from './service.ts'
import { createWorkspaceDocuments } from './workspaceDocuments.ts'

/** Called by VS Code in the browser, where an extension is a single file: this one, without `extension.ts`. */
export function activate(context: vscode.ExtensionContext): void {
  for (const [name, tool] of registerFeatures(context)) context.subscriptions.push(vscode.lm.registerTool(name, tool))
}

/**
 * Registers all features.
 *
 * @returns the tools for language models, which `extension.ts` registers earlier
 */
export function registerFeatures(context: vscode.ExtensionContext): Tools {
  const start = now()
  const service = createService(context)
  const lintUpdates = createLintUpdates(service)
  const documentReviews = createDocumentReviews(lintUpdates)
  const workspaceDocuments = createWorkspaceDocuments(service, lintUpdates)
  const keywords = createKeywords(context.extensionUri)
  context.subscriptions.push(
    lintUpdates,
    documentReviews,
    workspaceDocuments,
    registerDiagnostics(lintUpdates),
    registerReviewView(documentReviews),
    registerDocumentsView(workspaceDocuments, context.workspaceState),
    registerLintWorkspace(workspaceDocuments, lintUpdates),
    registerReviewStatusBar(documentReviews),
    registerCodeLens(documentReviews),
    registerReviewAs(service, documentReviews),
    registerMarkAsMet(service, documentReviews),
    registerUnmark(service, documentReviews),
    registerWhyItem(service, documentReviews),
    registerModelReview(service, documentReviews),
    registerCodeActions(service),
    registerFixAll(service),
    registerConvertBoxArt(service),
    registerNewDocument(service),
    registerInsertTemplate(service),
    registerInsertFragment(service),
    registerMissingSections(service),
    registerNextPlace(service),
    registerCreateTemplate(service),
    registerConfigHelp(service),
    registerCompletions(service),
    registerDecisions(service),
    registerSectionCompletions(service),
    registerHeadingHover(service),
    registerRename(service),
    registerReferences(service),
    registerDiagramHover(service, keywords),
    registerDiagramCompletions(service, keywords),
    registerDiagramSymbols(service),
    registerDiagramFolding(service),
    registerRuleDocs(context.extensionUri, service, documentReviews),
    registerWorkspaceProblems(service),
    registerPreview(service, context),
    registerFileProblems(service),
  )
  service.log.debug(`Registered all features in ${(now() - start).toFixed(1)} ms`)
  return createLanguageModelTools(service, context.extensionUri)
}
