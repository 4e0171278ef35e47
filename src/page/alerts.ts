/** Makes alerts of quotes that begin with `[!NOTE]` and the like, as GitHub shows them. */

import type { Blockquote, Root } from 'mdast'
import type { Say } from './say.ts'

const titles = new Map<string, 'Note' | 'Tip' | 'Important' | 'Warning' | 'Caution'>([
  ['NOTE', 'Note'],
  ['TIP', 'Tip'],
  ['IMPORTANT', 'Important'],
  ['WARNING', 'Warning'],
  ['CAUTION', 'Caution'],
])

/** Mark the alerts of a tree, which is changed. GitHub knows them on the top level only. */
export function markAlerts({ children }: Root, say: Say): void {
  for (const node of children) if (node.type === 'blockquote') markAlert(node, say)
}

function markAlert(quote: Blockquote, say: Say): void {
  const [first] = quote.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return
  const [opening, kind = ''] = /^\[!([a-z]{3,9})\][ \t]*(?:\n|$)/i.exec(text.value) ?? []
  const title = titles.get(kind.toUpperCase())
  if (opening === undefined || !title) return
  // Words behind the mark make it a quote like any other; what a line break of its own kind begins is a line of its own.
  if (opening === text.value && first.children.length > 1 && first.children[1]?.type !== 'break') return
  text.value = text.value.slice(opening.length)
  if (first.children[1]?.type === 'break' && text.value === '') first.children.splice(0, 2)
  quote.data = { hName: 'div', hProperties: { className: ['markdown-alert', `markdown-alert-${kind.toLowerCase()}`] } }
  const name = { hProperties: { className: ['markdown-alert-title'] } }
  quote.children.unshift({ type: 'paragraph', data: name, children: [{ type: 'text', value: say(title) }] })
}
