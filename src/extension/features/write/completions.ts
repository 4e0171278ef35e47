/** Completes templates and fragments by their prefix. */

import * as vscode from 'vscode'
import type { DocumentModel } from '../../../core/document/document.ts'
import { languageOf } from '../../../core/document/language.ts'
import { outlineOf } from '../../../core/document/sections.ts'
import { fitFragment, isInCode } from '../../../core/template/insertPlace.ts'
import { prepareSnippet } from '../../insertion.ts'
import { translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { languageOfNew } from '../../templateLanguage.ts'
import { inTurns } from '../../turns.ts'
import type { OfferedTemplate } from '../../workspaces.ts'
import { asBlock } from './insertText.ts'
import { snippetDocumentation } from './snippetText.ts'

interface TemplateCompletion extends vscode.CompletionItem {
  readonly template: OfferedTemplate
}

/** Offers templates and fragments on a line with nothing but a word. */
export function registerCompletions(service: Service): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider('markdown', {
    async provideCompletionItems(document, position, token) {
      const line = document.lineAt(position)
      if (!/^[ \t]*[\w-]*$/.test(line.text)) return []
      const model = await service.model(document)
      if (!model || isInCode(model, document.offsetAt(position))) return []
      const templates = await service.workspaces.templatesIn(
        vscode.workspace.getWorkspaceFolder(document.uri),
        languageOf(model) ?? languageOfNew(document.uri),
      )
      const word = line.text.trim().toLowerCase()
      const offered = templates.filter(({ prefix }) => prefix !== '' && mayMatch(word, prefix))
      // Fitting them needs their texts, and would read all templates at once.
      for (const { type } of offered) if (type?.ahead) await inTurns(type.ahead(), () => !token.isCancellationRequested)
      if (token.isCancellationRequested) return []
      const fit = await createFitting(service, document, model, document.offsetAt(line.range.end))
      return Promise.all(
        offered.map(async (template): Promise<TemplateCompletion> => {
          const snippet = await prepareSnippet(fit(template), document.uri)
          return {
            template,
            label: { label: template.prefix, description: translated(template.title) },
            kind: vscode.CompletionItemKind.Snippet,
            detail: translated(template.title),
            insertText: new vscode.SnippetString(asBlock(document, line, snippet)),
            range: line.range.with(new vscode.Position(position.line, line.firstNonWhitespaceCharacterIndex)),
          }
        }),
      )
    },
    resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
      const { template } = item as TemplateCompletion
      item.documentation = snippetDocumentation(template.description, template.snippet.source)
      return item
    },
  })
}

/** A fragment adopts the document's style; a template is a document of its own. */
async function createFitting(
  service: Service,
  document: vscode.TextDocument,
  model: DocumentModel,
  at: number,
): Promise<(template: OfferedTemplate) => string> {
  const { model: read, type } = (await service.read(document)) ?? {}
  const found = read && type ? outlineOf(read, type).found : undefined
  return ({ type: ofTemplate, snippet }) =>
    ofTemplate ? snippet.source : fitFragment(model, at, snippet.source, found)
}

/**
 * Whether the prefix contains the word's letters in order, as VS Code's filter requires; fitting all fragments in vain
 * takes time.
 */
function mayMatch(word: string, prefix: string): boolean {
  let at = 0
  for (const letter of prefix.toLowerCase()) if (letter === word[at]) at++
  return at === word.length
}
