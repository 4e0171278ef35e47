/** Uses a faster parser instead of micromark for texts that both certainly parse the same way. */

import type { Root, Yaml } from 'mdast'
import { isOrdinary, isSameTree } from './sameTree.ts'

/** Parses GitHub Flavored Markdown without front matter into a tree with positions. May throw. */
export type QuickParser = (text: string) => Root

let parser: QuickParser | undefined

/** Set the faster parser for this thread, or none. Does not change any result. @returns the previous one */
export function readBy(quicker: QuickParser | undefined): QuickParser | undefined {
  const before = parser
  parser = quicker
  return before
}

/**
 * The tree that micromark would produce for a text; undefined if only micromark can tell.
 *
 * @param front UTF-16 offset of the `---` that closes the front matter; 0 if there is none
 * @param labels of links that are defined elsewhere, normalised
 */
export function parseQuickly(text: string, front: number, labels: readonly string[]): Root | undefined {
  if (!parser || !canLeaveOut(text, front, labels)) return undefined
  const body = front === 0 ? text : blankLines(text.slice(0, front + 3)) + text.slice(front + 3)
  if (!isOrdinary(body)) return undefined
  try {
    const root = labels.length > 0 ? withLabels(parser, body, labels) : parser(body)
    if (!root || !isSameTree(root, body)) return undefined
    if (front > 0) root.children.unshift(frontOf(text, front))
    return root
  } catch {
    // Whatever went wrong, micromark can parse it.
    return undefined
  }
}

/** Whether front matter and labels are written in the plainest form, which leaves nothing to interpretation. */
const canLeaveOut = (text: string, front: number, labels: readonly string[]): boolean =>
  (front === 0 && labels.length === 0) ||
  (!text.includes('\r') &&
    (front === 0 || (text.startsWith('---\n') && front > 4 && text.charAt(front + 3) === '\n')) &&
    labels.every((label) => /^[ -Z^-~]+$/.test(label)))

const blankLines = (text: string): string => text.replace(/[^\n]/g, ' ')

function frontOf(text: string, front: number): Yaml {
  const { length } = text.slice(0, front).split('\n')
  return {
    type: 'yaml',
    value: text.slice(4, front - 1),
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: length, column: 4, offset: front + 3 } },
  }
}

/** Parses a text with definitions appended, and removes them again; undefined if the text would absorb them. */
function withLabels(parse: QuickParser, text: string, labels: readonly string[]): Root | undefined {
  const root = parse(`${text}\n\n${labels.map((label) => `[${label}]: x\n`).join('')}`)
  const added = root.children.splice(-labels.length)
  const last = root.children.at(-1)
  const areOwn = added.every(
    ({ type, position }) => type === 'definition' && (position?.start.offset ?? 0) > text.length,
  )
  if (added.length < labels.length || !areOwn || (last?.position?.end.offset ?? 0) > text.length) return undefined
  const lines = text.split('\n')
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length }
  return { ...root, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}
