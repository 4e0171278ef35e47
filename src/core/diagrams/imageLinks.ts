/** Inserts links to exported pictures below their diagrams. */

import { encodePath } from '../text/encodePath.ts'
import { lineBreakOf } from '../text/lineBreak.ts'
import { relativePath } from '../text/relativePath.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** The pictures of one diagram, as absolute paths with `/`. */
export interface DiagramImages {
  readonly id: string
  /** Alternative text for the picture. */
  readonly title: string
  readonly paths: readonly { readonly path: string; readonly dark: boolean }[]
}

/** A document with diagrams, and the path of its folder. */
export interface LinkedDocument {
  readonly text: string
  readonly folder: string
  /** Offsets are UTF-16. */
  readonly diagrams: readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

/** Inserts pictures below fences, with the prefix of a list or blockquote. Skips those that are already linked. */
export function linkImages(
  { text, folder, diagrams }: LinkedDocument,
  images: readonly DiagramImages[],
): readonly TextEdit[] {
  const eol = lineBreakOf(text)
  return images.flatMap(({ id, title, paths }) => {
    const fence = diagrams.find((each) => each.id === id)
    const shown = paths.map(({ path, dark }) => ({ address: relative(folder, path), dark }))
    if (!fence || shown.some(({ address }) => text.includes(`(${address})`) || text.includes(`"${address}"`))) return []
    const before = text.slice(text.lastIndexOf('\n', fence.start - 1) + 1, fence.start)
    const prefix = before.replace(/[^>\s]/g, ' ')
    const empty = `${eol}${prefix.trimEnd()}`
    const [, next = ''] = text.slice(fence.end, fence.end + 200).split('\n')
    const newText = `${empty}${eol}${prefix}${markup(title, shown)}${/^[\s>]*$/.test(next) ? '' : empty}`
    return [{ start: fence.end, end: fence.end, newText }]
  })
}

/** A single image, or a `picture` element that selects one of two by the viewer's colour scheme. */
function markup(title: string, images: readonly { readonly address: string; readonly dark: boolean }[]): string {
  const dark = images.find((image) => image.dark)
  const [main] = [...images.filter((image) => !image.dark), ...images]
  if (!main) return ''
  if (!dark || dark === main) return `![${title.replace(/[[\]\\`*_<>]/g, '\\$&')}](${main.address})`
  const source = `<source media="(prefers-color-scheme: dark)" srcset="${dark.address}">`
  return `<picture>${source}<img alt="${asAttribute(title)}" src="${main.address}"></picture>`
}

const asAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The relative URL of a file for a document in `folder`. */
const relative = (folder: string, path: string): string => encodePath(relativePath(folder, path))
