/** Describes the content of a diagram in sentences, for people who cannot see it. */

import { groupBy } from '../data/groupBy.ts'
import { listed } from '../text/listed.ts'
import type { DiagramEdge, DiagramGraph, DiagramNode } from './engine.ts'

/** Words as a list: `A, B and C`; at most the first few, and the number of the others. */
export function listWords(words: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words
  return listed(shown)
}

/** A node's name, and its value in a chart: `Build: 45`. */
export const nodeWords = ({ label, id, value }: DiagramNode): string => `${label || id}${value ? `: ${value}` : ''}`

/** The same within a sentence. */
const inSentence = ({ label, value }: DiagramNode): string => (value ? `${label} (${value})` : label)

/**
 * A diagram in words, for people who cannot see it: first the members of its groups, then its connections in source
 * order, then unconnected nodes. Without full stops.
 */
export function diagramSentences({ nodes, edges }: DiagramGraph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const members = groupBy(
    nodes.filter((node) => node.parent !== undefined),
    ({ parent }) => parent,
  )
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const alone = nodes.filter(({ id, kind, parent }) => kind !== 'group' && parent === undefined && !connected.has(id))
  return [
    ...Array.from(members, ([id = '', inside]) => `${labels.get(id) ?? id} holds ${listWords(inside.map(inSentence))}`),
    ...edges.map((edge) => edgeSentence(edge, labels)),
    ...(alone.length > 0 ? [aloneSentence(alone, edges.length > 0)] : []),
  ]
}

const aloneSentence = (alone: readonly DiagramNode[], areOthersConnected: boolean): string =>
  `${areOthersConnected ? 'Not connected' : 'Shown'}: ${listWords(alone.map(inSentence))}`

/**
 * A connection in words, such as `Client leads to Gateway` or `Client to Gateway: HTTPS`.
 *
 * @param labels of the nodes, by id
 */
export function edgeSentence({ from, to, label, heads }: DiagramEdge, labels: ReadonlyMap<string, string>): string {
  const one = labels.get(from) || from
  const other = labels.get(to) || to
  if (heads === 'both') return `${one} and ${other}, both ways${label ? `: ${label}` : ''}`
  if (heads === 'none') return label ? `${one} and ${other}: ${label}` : `${one} is connected with ${other}`
  if (!label) return `${one} leads to ${other}`
  return readsOn.test(label) ? `${one} ${lowerFirst(label)} ${other}` : `${one} to ${other}: ${label}`
}

/** Labels that the target's name can follow: a verb with an object, or words that end in a preposition. */
const readsOn =
  /^(?:\w+ing|[\w ,-]{1,60}\s(?:to|from|by|with|via|in|into|on|onto|of|for|at|through)|asks|builds|calls|checks|configures|consumes|contacts|contains|controls|creates|deploys|extends|fetches|has|hosts|implements|includes|invokes|loads|manages|monitors|notifies|owns|places|polls|queries|reads|runs|scrapes|starts|stops|triggers|updates|uses|validates|watches)$/i

const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
