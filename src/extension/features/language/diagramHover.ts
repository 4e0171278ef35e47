/** Shows what the text says of a part when the author points at it in a diagram. */

import * as vscode from 'vscode'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { describe } from '../../../language/describe.ts'
import { toRange } from '../../convert.ts'
import type { Service } from '../../service.ts'
import { partAt } from './named.ts'

export function registerPartHover(service: Service): vscode.Disposable {
  return vscode.languages.registerHoverProvider('markdown', {
    async provideHover(document, position) {
      const found = await partAt(service, document, position)
      const offset = document.offsetAt(position)
      const diagram = found?.named.document.diagrams.find(({ start, end }) => start <= offset && offset < end)
      if (!found || !diagram) return undefined
      const { named, at } = found
      const name = at.idIn?.graph?.nodes.find(({ id }) => id === at.name)?.label ?? at.name
      const said = describe(named, name)?.text
      if (!said) return undefined
      return new vscode.Hover(`**${escapeMarkdown(name)}**\n\n${escapeMarkdown(said)}`, toRange(document, at))
    },
  })
}
