import type { Definition, FootnoteDefinition } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Labels } from './markdown.ts'

export const labelOf = (node: Definition | FootnoteDefinition): string => normalizeIdentifier(node.identifier)

/** What looks like a definition. Saves a second parse on opening; being wrong is put right after the first. */
export function guessLabels(text: string): Labels {
  const labels = { definitions: [] as string[], footnotes: [] as string[] }
  for (const [, caret, label = ''] of text.matchAll(/(?:^|[\r\n]) {0,3}\[(\^?)([^\]\r\n]{1,999})\]:/g))
    (caret ? labels.footnotes : labels.definitions).push(normalizeIdentifier(label))
  return labels
}

/** The labels of a document that may be used in a part of it. May name too many, never too few. */
export function mentionedIn(text: string, { definitions, footnotes }: Labels): Labels {
  if ((definitions.length === 0 && footnotes.length === 0) || !text.includes('[')) return none
  // A label has no brackets in it but escaped ones.
  const used = new Set<string>()
  for (const [, label = ''] of text.matchAll(/\[((?:[^\\[\]]|\\[\s\S])*)\]/g)) {
    used.add(normalizeIdentifier(label))
    if (label.startsWith('^')) used.add(normalizeIdentifier(label.slice(1)))
  }
  const among = (labels: readonly string[]) => [...new Set(labels.filter((label) => used.has(label)))].sort()
  return { definitions: among(definitions), footnotes: among(footnotes) }
}

const none: Labels = { definitions: [], footnotes: [] }
