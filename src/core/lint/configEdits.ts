/** Edits `.design-docs/config.json` as its author writes it: what a folder's documents are, and which files are left alone. */

import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { addEntry, formatOf, removeEntry } from '../data/editJson.ts'
import { readJson } from '../data/json.ts'
import { isNamedByPath } from '../template/detect.ts'
import { noType } from '../template/documentType.ts'
import { matchesGlob } from '../text/globs.ts'
import type { TextEdit } from './rule.ts'

/** An edit of the config, or why there can be none: what goes on from its name, without full stop. */
export type ConfigEdit = { readonly edit: TextEdit } | { readonly refusal: string }

/** The glob of the Markdown files beside one. @param path from the folder that holds `.design-docs`, with `/` */
export function globBeside(path: string): string {
  const ending = /\.[a-z]+$/i.exec(path)?.[0] ?? '.md'
  return `${literal(path.slice(0, path.lastIndexOf('/') + 1))}*${ending}`
}

/**
 * The glob by which `types` names a file together with its like: those beside it; or, of the readme in a folder of its own, the readmes
 * of the folders beside that. Undefined for a file that globs of `types` pass over, such as the readme of the root.
 */
export function globOfLike(path: string): string | undefined {
  const [name = '', , ...above] = path.split('/').toReversed()
  const ofFolders = above.length > 0 ? [`${literal(above.toReversed().join('/'))}/*/${literal(name)}`] : []
  return [globBeside(path), ...ofFolders].find((glob) => isNamedByPath([[[glob], noType]], path))
}

/** A path as a glob that matches nothing else. */
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')

/**
 * Say of which type the files of a glob are, or by `noType` that they are none. The first glob that matches counts, so that this one
 * goes before those that say something else of the file; and what is ignored by the very same glob is so no more.
 *
 * @param text of the config; empty where there is none
 * @param path the file that the author looks at
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
    // The same glob further down would say otherwise to a reader.
    if (globs.includes(glob)) now = removeEntry(now, ['types', glob])
    return addEntry(
      now,
      ['types'],
      `${JSON.stringify(glob)}: ${JSON.stringify(id)}`,
      stronger < 0 ? undefined : stronger,
    )
  })

/** Leave the files of a glob alone. @param text of the config; empty where there is none */
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

/** An object of one entry, as the value of a key of the config. */
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

/** The one edit that makes one text of another: what both have at the beginning and at the end stays. */
function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) }
}
