/** Shows a section's guidance in a hover on its heading. */

import * as vscode from 'vscode'
import { outlineOf } from '../../../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../../../core/template/documentType.ts'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { toRange } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { guidanceText } from './snippetText.ts'

/** Registers the hover that says what a good section answers. */
export function registerHeadingHover(service: Service): vscode.Disposable {
  return vscode.languages.registerHoverProvider('markdown', {
    async provideHover(document, position) {
      const { model, type } = (await service.read(document)) ?? {}
      const offset = document.offsetAt(position)
      const section = model?.sections.find(({ heading }) => {
        const { start, end } = model.rangeOf(heading)
        return offset >= start && offset <= end
      })
      if (!model || !type || !section) return undefined
      const spec = [...outlineOf(model, type).found].find(([, found]) => found === section)?.[0]
      if (!spec) return undefined
      const lines = [sectionKind(spec, type), guidanceText(spec.guidance)]
      return new vscode.Hover(lines.filter(Boolean).join('\n\n'), toRange(document, model.rangeOf(section.heading)))
    },
  })
}

/** Such as "Required section of *System design*, with a diagram". */
export const sectionKind = ({ isRequired, needsDiagram }: SectionSpec, { title }: DocumentType): string =>
  t`**${isRequired ? t`Required` : t`Optional`} section** of *${escapeMarkdown(translated(title))}*${needsDiagram ? t`, with a diagram` : ''}`
