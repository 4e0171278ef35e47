/** Asks and remembers how exported pictures look and where they go. */

import * as vscode from 'vscode'
import type { PictureFormat } from '../../../core/diagrams/protocol.ts'
import { t } from '../../localize.ts'

/** How exported diagrams look. */
export interface ExportLook {
  readonly format: PictureFormat
  /** One picture is exported for each. */
  readonly themes: readonly ExportTheme[]
  readonly scale: number
}

export type ExportTheme = 'light' | 'dark'

/** Where exported diagrams go, according to the settings, which are untrusted. */
export interface ExportPlace {
  readonly folder: string
  readonly name: string
}

const formats: readonly PictureFormat[] = ['svg', 'png']

const themes = { light: ['light'], dark: ['dark'], both: ['light', 'dark'] } as const

const isTheme = (value: string): value is keyof typeof themes => Object.hasOwn(themes, value)

const themeNames = { light: t`Light`, dark: t`Dark`, both: t`Light and Dark` } as const

/** Reads the settings for a document's pictures. */
export function exportPlace(document: vscode.TextDocument): ExportPlace {
  const setting = settingsOf(document)
  return { folder: setting('folder', 'images'), name: setting('name', '${file}-${heading}') }
}

/**
 * Reads the look from the settings, and asks for what they leave open.
 *
 * @param isOne whether a single diagram is exported, so that it is worth asking for the scale too
 * @returns undefined if the user cancels
 */
export async function chooseLook(document: vscode.TextDocument, isOne: boolean): Promise<ExportLook | undefined> {
  const setting = settingsOf(document)
  const wanted = { format: setting<string>('format', 'ask'), theme: setting<string>('theme', 'ask') }
  const usual = setting('scale', 2)
  const isOpen = !formats.some((format) => format === wanted.format)
  const looks = formats
    .filter((format) => isOpen || format === wanted.format)
    .flatMap((format) =>
      Object.keys(themes)
        .filter(isTheme)
        .filter((theme) => !isTheme(wanted.theme) || theme === wanted.theme)
        .map((theme) => ({ label: `${format.toUpperCase()}, ${themeNames[theme]}`, format, themes: themes[theme] })),
    )
  const [first] = looks
  const look = looks.length === 1 ? first : await choose(looks, t`Export As`)
  if (!look) return undefined
  const asks = isOne && isOpen && look.format === 'png'
  const scale = asks ? await chooseScale(usual) : usual
  return scale === undefined ? undefined : { ...look, scale: Math.min(8, Math.max(0.5, scale)) }
}

async function chooseScale(usual: number): Promise<number | undefined> {
  const scales = [...new Set([usual, 1, 2, 3, 4])].map((scale) => ({ label: `${scale}×`, scale }))
  return (await choose(scales, t`Export As: Scale`))?.scale
}

/**
 * Asks for one of several items. A webview that had the focus gets it back shortly after a quick pick closes, while the
 * next one is open, so a quick pick must stay open without the focus.
 */
const choose = <T extends vscode.QuickPickItem>(items: readonly T[], title: string): Thenable<T | undefined> =>
  vscode.window.showQuickPick(items, { title, ignoreFocusOut: true })

/** Reads settings; a value whose type differs from that of its default counts as not set. */
function settingsOf(document: vscode.TextDocument): <T extends string | number>(name: string, usual: T) => T {
  const own = vscode.workspace.getConfiguration('designDocs.export', document.uri)
  return <T extends string | number>(name: string, usual: T): T => {
    const value: unknown = own.get(name)
    return typeof value === typeof usual ? (value as T) : usual
  }
}
