/** Shows a hover in diagrams: what the text says about a part, or what a keyword of the notation means. */

import * as vscode from 'vscode'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { describe } from '../../../language/describe.ts'
import { keywordAt } from '../../../language/keywords.ts'
import { placeInFence } from '../../../language/placeInFence.ts'
import { toRange } from '../../convert.ts'
import type { Service } from '../../service.ts'
import type { Keywords } from './keywords.ts'
import { diagramDocuments, type PartAt, partAt } from './named.ts'

export function registerDiagramHover(service: Service, keywords: Keywords): vscode.Disposable {
  return vscode.languages.registerHoverProvider(diagramDocuments, {
    async provideHover(document, position) {
      const part = await partAt(service, document, position)
      return part ? hoverOfPart(part, document, position) : hoverOfKeyword(service, keywords, document, position)
    },
  })
}

function hoverOfPart(
  { named, at }: PartAt,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const offset = document.offsetAt(position)
  const isInDiagram = named.document.diagrams.some(({ start, end }) => start <= offset && offset < end)
  if (!isInDiagram) return undefined
  const name = at.idIn?.graph?.nodes.find(({ id }) => id === at.name)?.label ?? at.name
  const said = describe(named, name)?.text
  return said
    ? new vscode.Hover(`**${escapeMarkdown(name)}**\n\n${escapeMarkdown(said)}`, toRange(document, at))
    : undefined
}

async function hoverOfKeyword(
  service: Service,
  keywords: Keywords,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const model = await service.model(document)
  const found = model && placeInFence(model, document.offsetAt(position), syntaxes)
  if (!found) return undefined
  const { diagram, syntax, place, inDocument } = found
  const at = keywordAt((await keywords())[syntax.id] ?? [], diagram.source, place)
  return at && new vscode.Hover(`\`${at.keyword.word}\`: ${at.keyword.meaning}`, toRange(document, inDocument(at)))
}
