/** Completes diagrams: their nodes, the document's other parts as new nodes, and the keywords of the notation. */

import * as vscode from 'vscode'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { type Suggestion, suggestionsAt } from '../../../language/completions.ts'
import { toRange } from '../../convert.ts'
import { t } from '../../localize.ts'
import { diagramSyntaxOf } from '../../models.ts'
import type { Service } from '../../service.ts'
import type { Keywords } from './keywords.ts'
import { diagramFiles } from './named.ts'

/** In fences and in diagram files. Offers nothing in prose or for leading blanks. */
export function registerDiagramCompletions(service: Service, keywords: Keywords): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, _, { triggerKind }) {
      const before = document.lineAt(position).text.slice(0, position.character)
      const isTyped = triggerKind === vscode.CompletionTriggerKind.TriggerCharacter
      if (isTyped && /^[\s>]*$/.test(before)) return undefined
      const model = await service.model(document)
      const offset = document.offsetAt(position)
      if (!model?.diagrams.some(({ start, end }) => start <= offset && offset <= end)) return undefined
      const typeOf = async () => (diagramSyntaxOf(document) ? undefined : (await service.read(document))?.type)
      const found = await suggestionsAt(model, offset, { syntaxes, tables: await keywords(), typeOf })
      if (!found) return undefined
      const replacing = toRange(document, found)
      const range = { inserting: replacing.with({ end: position }), replacing }
      // A text with several lines would break out of a blockquote.
      const isQuoted = /^\s*>/.test(before)
      return found.all.map((each, index) => ({
        ...itemOf(each, isQuoted),
        range,
        sortText: String(index).padStart(4, '0'),
      }))
    },
  }
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider('markdown', provider, ' '),
    vscode.languages.registerCompletionItemProvider(diagramFiles, provider, ' ', '(', '[', '=', '@', '!'),
  )
}

const kinds: Readonly<Record<Suggestion['is'], vscode.CompletionItemKind>> = {
  node: vscode.CompletionItemKind.Variable,
  part: vscode.CompletionItemKind.Module,
  keyword: vscode.CompletionItemKind.Keyword,
}

function itemOf({ is, label, meaning, text, isSnippet }: Suggestion, isQuoted: boolean): vscode.CompletionItem {
  const description = is === 'part' ? t`new in this diagram` : meaning?.replaceAll('`', '')
  const isWhole = isSnippet && !(isQuoted && text.includes('\n'))
  return {
    label: { label, ...(description && { description }) },
    kind: isWhole ? vscode.CompletionItemKind.Snippet : kinds[is],
    insertText: isWhole ? new vscode.SnippetString(text) : isSnippet ? label : text,
    // Matches the id and the visible label.
    filterText: meaning && is === 'node' ? `${label} ${meaning}` : label,
  }
}
