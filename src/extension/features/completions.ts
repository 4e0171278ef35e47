import * as vscode from 'vscode'
import { createDocument } from '../../core/document.ts'
import { createParser } from '../../core/slices.ts'
import { parseSnippet } from '../../core/snippet.ts'
import type { WorkspaceTemplate } from '../../core/workspace.ts'
import { resolveVariable } from '../builtIn.ts'
import { withoutGuidance } from '../guidance.ts'
import { prepareSnippet } from '../insertion.ts'
import type { Service } from '../service.ts'

interface TemplateCompletion extends vscode.CompletionItem {
  readonly template: WorkspaceTemplate
}

/** Templates by their prefix, where a line holds nothing but a word. */
export function registerCompletions(service: Service): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider('markdown', {
    async provideCompletionItems(document, position) {
      const line = document.lineAt(position)
      if (!/^[ \t]*[\w-]*$/.test(line.text)) return []
      const range = new vscode.Range(
        position.line,
        line.firstNonWhitespaceCharacterIndex,
        position.line,
        line.text.length,
      )
      const templates = await service.workspaces.templatesIn(vscode.workspace.getWorkspaceFolder(document.uri))
      return templates
        .filter(({ prefix }) => prefix !== '')
        .map((template): TemplateCompletion => {
          const text = prepareSnippet(template.snippet.source, document.uri)
          return {
            template,
            label: { label: template.prefix, description: template.title },
            kind: vscode.CompletionItemKind.Snippet,
            detail: template.title,
            insertText: new vscode.SnippetString(text),
            range,
          }
        })
    },
    resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
      const { template } = item as TemplateCompletion
      const { text } = parseSnippet(withoutGuidance(template.snippet.source), resolveVariable)
      item.documentation = new vscode.MarkdownString(`${template.description}\n\n---\n\n${withSmallHeadings(text)}`)
      return item
    },
  })
}

/** A page's headings would fill the small window beside the list. */
const withSmallHeadings = (text: string): string =>
  createDocument(createParser().parse(text), []).sections.reduceRight(
    (whole, { start }) => whole.slice(0, start) + whole.slice(start).replace(/^#+/, '#####'),
    text,
  )
