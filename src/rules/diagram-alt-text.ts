/**
 * Require text alternatives for diagrams and images.
 *
 * ## Why
 *
 * For a diagram without `accTitle` and `accDescr`, a screen reader only announces that there is one; search and pages
 * where the image did not load do no better. The fix drafts both from the names in the diagram; a sentence on what the
 * diagram is meant to show is better still. Diagrams that are still the template's example, and diagram types that do
 * not support such text, are ignored. An HTML image with an empty `alt` is decorative.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   accTitle: The way of an order
 *   accDescr: The shop hands orders to the warehouse and does not wait
 *   shop --> warehouse
 * ```
 *
 * ![Orders per hour, with a peak at noon](load.png)
 *
 * <img src="line.png" alt="">
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * - ```mermaid
 *   %% As of today
 *   flowchart LR
 *     shop[Web shop] -->|places orders in| queue[(Queue)]
 *     queue --> warehouse
 *   ```
 *
 * ![](load.png)
 * ![image](peak.png)
 *
 * <img src="line.png">
 * ````
 *
 * ```text messages
 * 7:3-7:15: The diagram has no text for screen readers: add `accTitle` and `accDescr`
 * 12:1-12:14: `load.png` has no alternative text
 * 13:1-13:19: `image` does not describe the image: say what it shows
 * 15:1-15:21: `line.png` has no alternative text
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * - ```mermaid
 *   %% As of today
 *   flowchart LR
 *     accTitle: Web shop, Queue and warehouse
 *     accDescr: Web shop places orders in Queue. Queue leads to warehouse.
 *     shop[Web shop] -->|places orders in| queue[(Queue)]
 *     queue --> warehouse
 *   ```
 *
 * ![](load.png)
 * ![image](peak.png)
 *
 * <img src="line.png">
 * ````
 */

import type { DiagramGraph } from '../core/diagrams/engine.ts'
import { diagramSentences, listWords } from '../core/diagrams/sentences.ts'
import { type Diagram, type DocumentModel, sourceOf } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { styleOf } from '../core/document/writingStyle.ts'
import { defineRule, type Fix, type Problem } from '../core/lint/rule.ts'
import { lineStart } from '../core/text/lineBounds.ts'
import { listedNames } from '../core/text/listed.ts'
import { isFromTemplate } from '../reading/drawings/templateDiagrams.ts'

export default defineRule({
  id: 'diagram-alt-text',
  category: 'agreement',
  description: 'Require text alternatives for diagrams and images',
  severity: 'hint',
  *check({ document, type }) {
    for (const diagram of document.diagrams) {
      if (isFromTemplate(document, diagram, type)) continue
      const problem = diagram.graph && checkDiagram(document, diagram, diagram.graph)
      if (problem) yield problem
    }
    yield* checkImages(document)
    yield* checkMarkup(document)
  },
})

function checkDiagram(document: DocumentModel, diagram: Diagram, graph: DiagramGraph): Problem | undefined {
  const { head, title, description } = graph
  if (!head || (title && description)) return undefined
  const missing = [...(title ? [] : ['accTitle']), ...(description ? [] : ['accDescr'])]
  const place = placeInDocument(document, diagram, head)
  const fix = draft(document, diagram, graph, { at: place.end, missing })
  return {
    ...place,
    reason: `The diagram has no text for screen readers: add ${listedNames(missing)}`,
    ...(fix && { fixes: [fix] }),
  }
}

/** Undefined if the diagram has no names, or has more text on the line of its kind. */
function draft(
  document: DocumentModel,
  { source }: Diagram,
  graph: DiagramGraph,
  { at, missing }: { readonly at: number; readonly missing: readonly string[] },
): Fix | undefined {
  const names = graph.nodes.filter(({ kind }) => kind !== 'point' && kind !== 'group').map(({ label }) => label)
  if (names.length === 0 || !/^[^\S\r\n]*(?:[\r\n]|$)/.test(source.slice(graph.head?.end))) return undefined
  const words: Readonly<Record<string, string>> = {
    accTitle: listWords(names.map(shorten), 3),
    accDescr: fitting(diagramSentences(graph)).map(ended).join(' '),
  }
  const { text } = document
  // The text before the kind on its line: indentation and quote markers.
  const indent = /^[\s>]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? ''
  const { lineBreak } = styleOf(document)
  const newText = missing.map((name) => `${lineBreak}${indent}  ${name}: ${oneLine(words[name] ?? '')}`).join('')
  return { title: `Draft ${listedNames(missing)}`, edits: [{ start: at, end: at, newText }] }
}

const shorten = (name: string): string => (name.length > 40 ? `${name.slice(0, 39).trimEnd()}…` : name)

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)

/** As many sentences as a listener can follow: up to 400 characters. */
function fitting(sentences: readonly string[]): readonly string[] {
  let length = 0
  const few = sentences.filter((sentence) => {
    length += sentence.length + 2
    return length < 400
  })
  const left = sentences.length - few.length
  return left > 0 ? [...few, `And ${left} more`] : few
}

/** In some kinds, `%%` begins a comment. */
const oneLine = (words: string): string => words.replace(/%%+/g, '%').replace(/\s+/g, ' ')

/** Words that say nothing but that there is a picture. */
const empty =
  /^(?:image|img|picture|pic|photo|alt|alt[ -]?text|image alt text|untitled|drawing|figure)[-_ ]?\d{0,4}(?:\.\w{3,4})?$/i

function* checkImages(document: DocumentModel): Generator<Problem> {
  for (const image of [...document.nodes('image'), ...document.nodes('imageReference')]) {
    const alt = image.alt?.trim() ?? ''
    const name = image.type === 'image' ? nameOf(image.url) : image.identifier
    if (!alt) yield { ...document.rangeOf(image), reason: `\`${name}\` has no alternative text` }
    else if (empty.test(alt))
      yield {
        ...document.rangeOf(image),
        reason: `\`${alt}\` does not describe the image: say what it shows`,
      }
  }
}

function* checkMarkup(document: DocumentModel): Generator<Problem> {
  for (const html of document.nodes('html')) {
    if (html.value.startsWith('<!--')) continue
    for (const tag of sourceOf(document, html).matchAll(/<img\b[^>]{0,1000}>/gi)) {
      if (/\s(?:alt|aria-hidden|role)\s{0,9}=/i.test(tag[0])) continue
      const start = document.rangeOf(html).start + tag.index
      const source = /\ssrc\s{0,9}=\s{0,9}["']?([^\s"'>]+)/i.exec(tag[0])?.[1] ?? ''
      yield { start, end: start + tag[0].length, reason: `\`${nameOf(source)}\` has no alternative text` }
    }
  }
}

/** The file name; `data:` for a data URL. */
const nameOf = (url: string): string =>
  /^data:/i.test(url)
    ? 'data:'
    : (url.slice(-300).split(/[?#]/, 1)[0]?.split('/').filter(Boolean).at(-1) ?? url.slice(0, 80))
