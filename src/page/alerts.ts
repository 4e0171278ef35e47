/** Turns quotes that begin with `[!NOTE]` and the like into alerts, as GitHub does. */

import type { Blockquote, Root } from 'mdast'
import type { Say } from './say.ts'

const titles = new Map<string, 'Note' | 'Tip' | 'Important' | 'Warning' | 'Caution'>([
  ['NOTE', 'Note'],
  ['TIP', 'Tip'],
  ['IMPORTANT', 'Important'],
  ['WARNING', 'Warning'],
  ['CAUTION', 'Caution'],
])

/** Marks the alerts of a tree in place. Like GitHub, only at the top level. */
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
  // Other inline content on the line of the mark makes it an ordinary quote, as on GitHub; a hard line break does not.
  if (opening === text.value && first.children.length > 1 && first.children[1]?.type !== 'break') return
  text.value = text.value.slice(opening.length)
  if (first.children[1]?.type === 'break' && text.value === '') first.children.splice(0, 2)
  quote.data = { hName: 'div', hProperties: { className: ['markdown-alert', `markdown-alert-${kind.toLowerCase()}`] } }
  const name = { hProperties: { className: ['markdown-alert-title'] } }
  quote.children.unshift({ type: 'paragraph', data: name, children: [{ type: 'text', value: say(title) }] })
}
