/** Edits `.design-docs/config.json` in its author's formatting: which type files have, and which files are ignored. */

import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { addEntry, formatOf, removeEntry } from '../data/editJson.ts'
import { readJson } from '../data/json.ts'
import { isNamedByPath } from '../template/detect.ts'
import { noType } from '../template/documentType.ts'
import { matchesGlob } from '../text/globs.ts'
import { sharedEnds } from '../text/sharedEnds.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** An edit of the config, or why none is possible: a phrase that follows the file's name, without full stop. */
export type ConfigEdit = { readonly edit: TextEdit } | { readonly refusal: string }

/** The glob of the Markdown files next to a file. @param path relative to the folder of `.design-docs`, with `/` */
export function globBeside(path: string): string {
  const ending = /\.[a-z]+$/i.exec(path)?.[0] ?? '.md'
  return `${literal(path.slice(0, path.lastIndexOf('/') + 1))}*${ending}`
}

/**
 * The glob under `types` that matches a file and its siblings: the files next to it or, for the readme of a folder of
 * its own, the readmes of the neighbouring folders. Undefined for a file that globs in `types` do not apply to, such as
 * the root readme.
 */
export function globOfLike(path: string): string | undefined {
  const [name = '', , ...above] = path.split('/').toReversed()
  const ofFolders = above.length > 0 ? [`${literal(above.toReversed().join('/'))}/*/${literal(name)}`] : []
  return [globBeside(path), ...ofFolders].find((glob) => isNamedByPath([[[glob], noType]], path))
}

/** Escapes a path, so that as a glob it matches only itself. */
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')

/**
 * Set the type of the files that match a glob; `noType` declares that they have none. The first matching glob decides,
 * so the new one is inserted before any other that matches `path`. The same glob is removed from `ignore`.
 *
 * @param text of the config; empty if there is none
 * @param path the file that the author is looking at
 */
export const nameFiles = (text: string, glob: string, id: string, path: string): ConfigEdit =>
  change(text, (config) => {
    let now = config
    for (let index = ignoredIn(now).lastIndexOf(glob); index >= 0; index = ignoredIn(now).lastIndexOf(glob))
      now = removeEntry(now, ['ignore', index])
    const types = nodeAt(now, 'types')
    if (!types) return addEntry(now, [], `"types": ${inObject(now, `${JSON.stringify(glob)}: ${JSON.stringify(id)}`)}`)
    const globs = Object.keys(getNodeValue(types) as object)
    const stronger = globs.findIndex((each) => matchesGlob([each], path))
    if (globs[stronger] === glob) return replaceValue(now, glob, id)
    // The same glob further down has no effect and would mislead readers.
    if (globs.includes(glob)) now = removeEntry(now, ['types', glob])
    return addEntry(
      now,
      ['types'],
      `${JSON.stringify(glob)}: ${JSON.stringify(id)}`,
      stronger < 0 ? undefined : stronger,
    )
  })

/** Ignore the files that match a glob. @param text of the config; empty if there is none */
export const ignoreFiles = (text: string, glob: string): ConfigEdit =>
  change(text, (config) => {
    if (ignoredIn(config).includes(glob)) return config
    const entry = JSON.stringify(glob)
    return nodeAt(config, 'ignore') ? addEntry(config, ['ignore'], entry) : addEntry(config, [], `"ignore": [${entry}]`)
  })

function change(text: string, work: (text: string) => string): ConfigEdit {
  const isNew = text.trim() === ''
  const { root, problem } = readJson(isNew ? '{}' : text)
  if (problem || root?.type !== 'object') return { refusal: problem ? problem.reason : 'is not an object' }
  for (const [key, type] of [
    ['types', 'object'],
    ['ignore', 'array'],
  ] as const) {
    const node = findNodeAtLocation(root, [key])
    if (node && node.type !== type) return { refusal: `has no ${type} under \`${key}\`` }
  }
  const { eol } = formatOf(text)
  const after = isNew ? work(`{${eol}}${eol}`) : work(text)
  return { edit: isNew ? { start: 0, end: text.length, newText: after } : difference(text, after) }
}

/** An object with one entry, formatted as the value of a top-level key of the config. */
function inObject(text: string, entry: string): string {
  const { eol, indent } = formatOf(text)
  return `{${eol}${indent}${indent}${entry}${eol}${indent}}`
}

function replaceValue(text: string, glob: string, id: string): string {
  const { root } = readJson(text)
  const node = root && findNodeAtLocation(root, ['types', glob])
  return node ? text.slice(0, node.offset) + JSON.stringify(id) + text.slice(node.offset + node.length) : text
}

function nodeAt(text: string, key: string): Node | undefined {
  const { root } = readJson(text)
  return root && findNodeAtLocation(root, [key])
}

function ignoredIn(text: string): readonly unknown[] {
  const node = nodeAt(text, 'ignore')
  return node ? (getNodeValue(node) as readonly unknown[]) : []
}

/** The single edit that turns `before` into `after`, excluding their common prefix and suffix. */
function difference(before: string, after: string): TextEdit {
  const { atStart, atEnd } = sharedEnds(before, after)
  return { start: atStart, end: before.length - atEnd, newText: after.slice(atStart, after.length - atEnd) }
}
