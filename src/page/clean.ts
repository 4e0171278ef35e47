/**
 * Converts Markdown to clean HTML, as GitHub does: raw HTML is parsed and sanitized, or shown as text if too expensive.
 */

import type { Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import type { Code, Root as MarkdownRoot } from 'mdast'
import { defaultHandlers, type State, toHast } from 'mdast-util-to-hast'
import { isAffordable } from './rawHtml.ts'
import type { Say } from './say.ts'

const { '*': everywhere = [], ...attributes } = defaultSchema.attributes ?? {}

/** Attributes that have no effect in a page, or make requests. */
const withoutUse = ['action', 'encType', 'method', 'useMap', 'accessKey', 'isMap', 'prompt', 'itemProp', 'tabIndex']

/** GitHub's schema without what loads or sends something. Names need no prefix, since a page runs no script. */
const schema: Schema = {
  ...defaultSchema,
  attributes: {
    ...attributes,
    '*': everywhere.filter((name) => typeof name !== 'string' || !withoutUse.includes(name)),
    blockquote: [],
    del: [],
    ins: [],
    q: [],
    img: ['src'],
    div: [['className', 'markdown-alert', /^markdown-alert-[a-z]{3,9}$/]],
    p: [['className', 'markdown-alert-title']],
  },
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], srcSet: ['http', 'https'] },
  strip: ['script', 'style', 'title', 'textarea', 'iframe', 'noscript', 'template', 'svg', 'math', 'object'],
}

/**
 * Converts a Markdown tree to clean HTML.
 *
 * @param classOf returns the class of a fence, in place of its language; undefined to keep the language
 */
export function toCleanHtml(tree: MarkdownRoot, classOf: (node: Code) => string | undefined, say: Say): Root {
  const code = (state: State, node: Code) => {
    const name = classOf(node)
    const made = defaultHandlers.code(state, node)
    const [inner] = made.children
    if (name !== undefined && inner?.type === 'element') inner.properties = { className: [name] }
    return made
  }
  const html = asRoot(
    toHast(tree, {
      allowDangerousHtml: true,
      handlers: { code },
      footnoteLabel: say('Footnotes'),
      footnoteBackLabel: (reference, again) =>
        say('Back to reference {0}', again > 1 ? `${reference + 1}-${again}` : `${reference + 1}`),
    }),
  )
  const read = isAffordable(html) ? raw(html) : asWords(html)
  return asRoot(sanitize(read, schema))
}

const asRoot = (node: Nodes): Root =>
  node.type === 'root' ? node : { type: 'root', children: node.type === 'doctype' ? [] : [node] }

/** Turns raw HTML into text, in place. */
function asWords(tree: Root): Root {
  const pending: Nodes[] = [tree]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'raw') Object.assign(node, { type: 'text' })
    if ('children' in node) for (const child of node.children) pending.push(child)
  }
  return tree
}
