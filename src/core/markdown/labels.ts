/** Tracks the link labels that slices of a document define and use. */

import type { Definition, FootnoteDefinition } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Labels } from './markdown.ts'

export const labelOf = (node: Definition | FootnoteDefinition): string => normalizeIdentifier(node.identifier)

/**
 * Labels of apparent definitions. Usually saves a second parse on opening; wrong guesses are corrected after the first.
 */
export function guessLabels(text: string): Labels {
  const labels = { definitions: [] as string[], footnotes: [] as string[] }
  for (const [, caret, label = ''] of text.matchAll(/(?:^|[\r\n]) {0,3}\[(\^?)([^\]\r\n]{1,999})\]:/g))
    (caret ? labels.footnotes : labels.definitions).push(normalizeIdentifier(label))
  return labels
}

/** The labels of a document that a part of it may use. May include too many, but never too few. */
export function mentionedIn(text: string, { definitions, footnotes }: Labels): Labels {
  if ((definitions.length === 0 && footnotes.length === 0) || !text.includes('[')) return none
  // A label contains no brackets except escaped ones, and at most 999 characters.
  const used = new Set<string>()
  let open = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 91) open = at
    else if (code === 93 && open >= 0) {
      const label = text.slice(open + 1, at)
      open = -1
      if (label.length > 999) continue
      used.add(normalizeIdentifier(label))
      if (label.startsWith('^')) used.add(normalizeIdentifier(label.slice(1)))
    }
  }
  const among = (labels: readonly string[]) => [...new Set(labels.filter((label) => used.has(label)))].sort()
  return { definitions: among(definitions), footnotes: among(footnotes) }
}

const none: Labels = { definitions: [], footnotes: [] }
