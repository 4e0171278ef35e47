/** *Go to Definition*, *Find All References* and highlights for the parts of a design. */

import * as vscode from 'vscode'
import type { Range } from '../../../core/text/range.ts'
import { describe } from '../../../language/describe.ts'
import { occurrencesOf, occurrencesOfId } from '../../../language/part.ts'
import { toRange } from '../../convert.ts'
import type { Service } from '../../service.ts'
import { diagramDocuments, type PartAt, partAt } from './named.ts'

/** A part is defined where the text describes it, and referenced in prose, tables and diagrams alike. */
export function registerReferences(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(diagramDocuments, {
      async provideDefinition(document, position) {
        const found = await partAt(service, document, position)
        const place = found && definitionOf(found)
        return place && new vscode.Location(document.uri, toRange(document, place))
      },
    }),
    vscode.languages.registerReferenceProvider(diagramDocuments, {
      async provideReferences(document, position, { includeDeclaration }) {
        const found = await partAt(service, document, position)
        const definition = found && definitionOf(found)
        return placesOf(found)
          .filter(
            ({ start }) => includeDeclaration || !definition || start < definition.start || start >= definition.end,
          )
          .map((place) => new vscode.Location(document.uri, toRange(document, place)))
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(diagramDocuments, {
      async provideDocumentHighlights(document, position) {
        const places = placesOf(await partAt(service, document, position))
        // Without highlights of ours, VS Code highlights the word itself.
        return places.length < 2
          ? undefined
          : places.map((place) => new vscode.DocumentHighlight(toRange(document, place)))
      },
    }),
  )
}

function placesOf(found: PartAt | undefined): readonly Range[] {
  if (!found) return []
  const { named, at } = found
  return at.idIn ? occurrencesOfId(named, at.idIn, at.name) : occurrencesOf(named, at.name)
}

/** For a part that the text does not describe, its first occurrence in a diagram. */
function definitionOf({ named, at }: PartAt): Range | undefined {
  if (at.idIn) return occurrencesOfId(named, at.idIn, at.name)[0]
  return describe(named, at.name)?.place ?? occurrencesOf(named, at.name).find(({ start }) => isInDiagram(named, start))
}

const isInDiagram = ({ document }: PartAt['named'], offset: number): boolean =>
  document.diagrams.some(({ start, end }) => start <= offset && offset < end)
