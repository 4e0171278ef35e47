/** The commands that copy a diagram to the clipboard: as an image, as SVG or as its source. */

import * as vscode from 'vscode'
import type { PictureOrder } from '../../../core/diagrams/protocol.ts'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { showBriefly } from '../../statusBar.ts'
import { chooseDiagram, type DiagramAccess } from './chooseDiagram.ts'
import { drawPicture } from './drawPicture.ts'

export function registerCopy(access: DiagramAccess): vscode.Disposable {
  const command = (name: string, run: (context: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(`designDocs.${name}`, run)
  return vscode.Disposable.from(
    command('copyDiagramImage', (context) => copyPicture(access, context, 'png')),
    command('copyDiagramSvg', (context) => copyPicture(access, context, 'svg')),
    command('copyDiagramSource', (context) => copySource(access, context)),
  )
}

async function copyPicture(access: DiagramAccess, context: unknown, format: PictureOrder['format']): Promise<void> {
  const chosen = await chooseDiagram(access, context)
  if (!chosen) return
  const { kind } = vscode.window.activeColorTheme
  const dark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast
  const to = format === 'png' ? 'clipboard' : 'host'
  const { svg, error } = await drawPicture(access, chosen.entry, { dark, format, scale: 2 }, to)
  if (svg !== undefined) await vscode.env.clipboard.writeText(svg)
  if (error === undefined) sayCopied(format === 'png' ? t`Image` : 'SVG')
  else void vscode.window.showErrorMessage(printable(t`Not copied: ${error}.`))
}

async function copySource(access: DiagramAccess, context: unknown): Promise<void> {
  const chosen = await chooseDiagram(access, context)
  if (!chosen) return
  await vscode.env.clipboard.writeText(chosen.entry.card.source)
  sayCopied(t`Source`)
}

function sayCopied(what: string): void {
  showBriefly(t`$(check) ${what} of the diagram copied`)
}
