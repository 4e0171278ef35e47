/** Puts links to exported pictures below their diagrams. */

import type { TextEdit } from '../lint/rule.ts'
import { relativePath } from '../text/relativePath.ts'

/** The pictures of one diagram, as absolute paths with `/`. */
export interface DiagramImages {
  readonly id: string
  /** What the picture shows, in a few words. */
  readonly title: string
  readonly paths: readonly { readonly path: string; readonly dark: boolean }[]
}

/** A document with diagrams, and the folder it lies in. */
export interface LinkedDocument {
  readonly text: string
  readonly folder: string
  /** Offsets are UTF-16. */
  readonly diagrams: readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

/** Puts the pictures of diagrams below their fences, in the list or quote they stand in. What is linked already is left out. */
export function linkImages(
  { text, folder, diagrams }: LinkedDocument,
  images: readonly DiagramImages[],
): readonly TextEdit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
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

/** One image, or two of which the reader's page shows the one that fits. */
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

/** The address of a file as a document in `folder` names it. */
const relative = (folder: string, path: string): string =>
  relativePath(folder, path)
    .split('/')
    .map((part) => (part === '..' ? part : encode(part)))
    .join('/')

/** What ends an address in Markdown and in HTML is written in other characters. */
const encode = (part: string): string =>
  encodeURIComponent(part).replace(/[()'!*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
