/** Completes missing and optional sections after `## `. */

import * as vscode from 'vscode'
import { createDocument, type DocumentModel } from '../../../core/document/document.ts'
import { optionalSections } from '../../../core/document/optionalSections.ts'
import { isNumbered, type MissingSection, outlineOf } from '../../../core/document/sections.ts'
import { createParser } from '../../../core/markdown/slices.ts'
import type { DocumentType } from '../../../core/template/documentType.ts'
import { fitSnippet } from '../../../core/template/fit.ts'
import { isInCode } from '../../../core/template/insertPlace.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { prepareSnippet } from '../../insertion.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { inTurns } from '../../turns.ts'
import { sectionKind } from './headingHover.ts'
import { asBlock } from './insertText.ts'
import { guidanceText, snippetDocumentation } from './snippetText.ts'

/** Longest document that is parsed again without the line under the cursor, in UTF-16 units. */
const maxLength = 300_000

interface SectionCompletion extends vscode.CompletionItem {
  readonly missing: MissingSection
  readonly isRequired: boolean
  readonly type: DocumentType
}

/**
 * After `## `: the sections missing at this place, then optional ones, each complete with tab stops. Any other heading
 * can still be typed.
 */
export function registerSectionCompletions(service: Service): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    'markdown',
    {
      async provideCompletionItems(document, position, token) {
        const line = document.lineAt(position)
        const marks = /^(#{1,6})[ \t]/.exec(line.text)?.[1]
        if (!marks || position.character <= marks.length) return []
        const { model, type } = (await service.read(document)) ?? {}
        if (!model || !type) return []
        const at = document.offsetAt(line.range.start)
        if (isInCode(model, at + marks.length)) return []
        const rest = await withoutLine(model, at, line.text.length, token)
        return rest ? itemsFor(document, line, marks.length, type, rest) : []
      },
      resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
        const { missing, isRequired, type } = item as SectionCompletion
        const saying = `${sectionKind({ ...missing.spec, isRequired }, type)}\n\n${guidanceText(missing.spec.guidance)}`
        item.documentation = snippetDocumentation(saying, missing.spec.snippet)
        return item
      },
    },
    ' ',
  )
}

/**
 * The model without the heading being typed, which would separate what is above from what is below. Undefined if
 * cancelled.
 */
async function withoutLine(
  model: DocumentModel,
  at: number,
  length: number,
  token: vscode.CancellationToken,
): Promise<DocumentModel | undefined> {
  const { text } = model
  if (text.length > maxLength) return model
  const rest = text.slice(0, at) + ' '.repeat(length) + text.slice(at + length)
  const parsed = await inTurns(createParser().steps(rest), () => !token.isCancellationRequested)
  return parsed && createDocument(parsed, syntaxes)
}

function itemsFor(
  document: vscode.TextDocument,
  line: vscode.TextLine,
  depth: number,
  type: DocumentType,
  model: DocumentModel,
): Promise<SectionCompletion[]> {
  const at = document.offsetAt(line.range.start)
  const isInside = ({ parent }: MissingSection) =>
    !parent || parent === model.title || (at > parent.start && at <= parent.end)
  const demanded = outlineOf(model, type).missing
  const here = [...demanded, ...optionalSections(model, type).missing].filter(isInside)
  const fitting = here.filter((missing) => missing.depth === depth)
  const toItem = async (missing: MissingSection, index: number): Promise<SectionCompletion> => {
    const { spec } = missing
    const isRequired = demanded.includes(missing)
    const word = isRequired ? t`missing` : t`optional`
    const isPlace = model.text.slice(Math.min(at, missing.at), Math.max(at, missing.at)).trim() === ''
    const snippet = fitSnippet(spec.snippet, model, { at, depth, isNumbered: isNumbered(type) })
    return {
      missing,
      isRequired,
      type,
      label: { label: spec.title, description: isPlace ? t`${word} here` : word },
      kind: vscode.CompletionItemKind.Snippet,
      filterText: `${line.text.slice(0, depth)} ${spec.title}`,
      sortText: String(index).padStart(3, '0'),
      insertText: new vscode.SnippetString(asBlock(document, line, await prepareSnippet(snippet, document.uri))),
      range: line.range,
    }
  }
  return Promise.all(fitting.map(toItem))
}
