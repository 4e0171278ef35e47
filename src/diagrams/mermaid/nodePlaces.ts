/** Knows after which words and arrows a mermaid diagram refers to a node. */

import { isC4 } from './inside/kinds.ts'

/** Whether nodes of this kind of diagram are referred to in more than one place. */
export const hasMentions = (kind: string): boolean => isC4(kind) || kind in tests

/** Whether a node may be named after the beginning of a statement. */
export function namesNode(before: string, kind: string): boolean {
  const text = before.trimEnd()
  if (isC4(kind)) return isArgument(before)
  return tests[kind]?.(text) ?? false
}

const endsWithOneOf = (text: string, ends: readonly string[]): boolean => ends.some((end) => text.endsWith(end))

/** Whether a quote is open at the end. */
const isQuoted = (text: string): boolean => (text.split('"').length - 1) % 2 === 1

const links = ['-->', '---', '==>', '===', '.->', '.-', '--o', '--x', '==o', '==x', '~~~', '&']

/** `A -->|asks|`, with a closed label. */
const isBehindLabel = (text: string): boolean =>
  text.endsWith('|') &&
  text.split('|').length % 2 === 1 &&
  links.some((link) => text.includes(`${link}|`) || text.includes(`${link} |`))

const inFlowchart = (text: string): boolean =>
  !isQuoted(text) &&
  (endsWithOneOf(text, links) || isBehindLabel(text) || /^(?:style|click|class(?:\s.*,)?)$/.test(text))

/** A message's arrow may be followed by a sign that activates or deactivates. */
function inSequence(text: string): boolean {
  if (text.includes(':')) return false
  const arrow = /[+-]$/.test(text) && !text.endsWith('--') ? text.slice(0, -1) : text
  return (
    endsWithOneOf(arrow, ['->', '>>', '-x', '-)']) ||
    /^(?:activate|deactivate|destroy|links?|properties|details|note (?:over|left of|right of))$/i.test(text) ||
    /^note over [^,]+,$/i.test(text)
  )
}

const relations = ['--', '..'].flatMap((line) => ['', '>', '|>', '*', 'o', '<', '()'].map((head) => line + head))

function inClass(text: string): boolean {
  if (text.includes(':')) return false
  // A cardinality may follow the arrow.
  const arrow = text.endsWith('"') ? text.slice(0, text.lastIndexOf('"', text.length - 2)).trimEnd() : text
  return (
    endsWithOneOf(arrow, relations) ||
    (text.startsWith('<<') && text.endsWith('>>')) ||
    /^(?:note for|style|click|link|callback)$/.test(text)
  )
}

const cardinalities = ['--', '..'].flatMap((line) => ['||', 'o{', '|{', 'o|'].map((end) => line + end))

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  flowchart: inFlowchart,
  swimlane: inFlowchart,
  block: inFlowchart,
  sequenceDiagram: inSequence,
  classDiagram: inClass,
  stateDiagram: (text) => text.endsWith('-->') || /^(?:note (?:left|right) of|class)$/.test(text),
  erDiagram: (text) => !text.includes(':') && (endsWithOneOf(text, cardinalities) || /^(?:style|class)$/.test(text)),
  architecture: (text) =>
    endsWithOneOf(text, [' L:', ' R:', ' T:', ' B:']) ||
    (/^(?:group|service|junction)\s/.test(text) && text.endsWith(' in')),
  requirementDiagram: (text) => endsWithOneOf(text, ['->', '<-']),
  gantt: (text) => endsWithOneOf(text, [' after', ':after', ',after']),
}

/** Whether the argument is one of the names that a C4 relation connects, or the element to be styled. */
function isArgument(before: string): boolean {
  const [, macro = '', given = ''] = /^(\w+)\(([^()"]*)$/.exec(before) ?? []
  const place = given.split(',').length
  if (/^(?:BiRel|Rel|UpdateRelStyle|RelIndex)(?:_[A-Za-z]+)?$/.test(macro))
    return macro === 'RelIndex' ? place === 2 || place === 3 : place <= 2
  return macro === 'UpdateElementStyle' && place === 1
}
