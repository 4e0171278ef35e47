/** Completes statuses and references to other decisions in decision records. */

import * as vscode from 'vscode'
import { askedAt, idOf } from '../../../core/decisions/completion.ts'
import { toMarkdown } from '../../../core/decisions/edits.ts'
import { type Decision, statusChoices } from '../../../core/decisions/record.ts'
import { toRange } from '../../convert.ts'
import { t } from '../../localize.ts'
import { folderOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import type { DecisionIndex } from './decisionIndex.ts'
import { readOpenDecision } from './openDecision.ts'

/** Offers status values at the status of a decision, and the folder's other decisions where one is referenced. */
export function registerAdrCompletions(service: Service, index: DecisionIndex): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const decision = await readOpenDecision(service, document)
      const asked = decision && askedAt(decision.model, document.offsetAt(position))
      if (!asked) return []
      const range = toRange(document, asked)
      if (asked.kind === 'status')
        return statusChoices(decision.type).map((choice, order) => toStatusItem(choice, order, range))
      const own = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
      const others = await index.in(folderOf(document.uri))
      return others.filter(({ name }) => name !== own).map((other) => toItem(other, asked.kind === 'id', range))
    },
  }
  return vscode.languages.registerCompletionItemProvider('markdown', provider, ' ', '[', '-')
}

function toStatusItem(choice: string, order: number, range: vscode.Range): vscode.CompletionItem {
  return { label: choice, kind: vscode.CompletionItemKind.EnumMember, range, sortText: `0${order}`, detail: t`Status` }
}

function toItem(decision: Decision, isId: boolean, range: vscode.Range): vscode.CompletionItem {
  const { label, name, title, status, number } = decision
  const link = toMarkdown({ label, path: name })
  return {
    label: { label, description: status ?? '' },
    kind: vscode.CompletionItemKind.Reference,
    detail: status === undefined ? title : `${title} · ${status}`,
    insertText: isId ? idOf(decision) : link,
    // Matches the number, the title, and text after an opening bracket.
    filterText: `${isId ? '' : '['}${label} ${title} ${name}`,
    sortText: `0${String(number ?? 1e9).padStart(10, '0')}`,
    range,
  }
}
