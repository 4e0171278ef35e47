/** Gives headings their ids, and lists them. */

import GithubSlugger from 'github-slugger'
import type { Element, Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { element, words } from './build.ts'
import type { Say } from './say.ts'

/** A heading of the document. */
export interface PageHeading {
  readonly id: string
  readonly title: string
  readonly depth: number
  /** UTF-16 offset in the document. */
  readonly start: number
}

/**
 * Gives the headings of a tree the ids they have on GitHub, in place.
 * @returns the headings at the top level, in order
 */
export function nameHeadings(tree: Root): readonly PageHeading[] {
  const slugger = new GithubSlugger()
  const headings: PageHeading[] = []
  const ofTop = new Set<unknown>(tree.children)
  const pending: Root['children'][number][] = tree.children.toReversed()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'heading') {
      const title = textOf(node, { includeHtml: false, includeImageAlt: false })
      const id = slugger.slug(title) || slugger.slug('section')
      node.data = { ...node.data, hProperties: { id } }
      if (ofTop.has(node)) headings.push({ id, title, depth: node.depth, start: node.position?.start.offset ?? 0 })
    } else if ('children' in node) for (const child of node.children.toReversed()) pending.push(child)
  }
  return headings
}

/** The title of the page: the first heading of depth 1, or else the first of any depth; undefined if there is none. */
export const titleOf = (headings: readonly PageHeading[]): string | undefined =>
  (headings.find(({ depth }) => depth === 1) ?? headings[0])?.title || undefined

/** The table of contents: the two top levels below the title. Undefined if there is too little to list. */
export function contentsOf(headings: readonly PageHeading[], say: Say): Element | undefined {
  const isTitled = headings.filter(({ depth }) => depth === 1).length === 1
  const listed = headings.filter(({ depth, title }) => title && (!isTitled || depth > 1))
  const top = listed.reduce((least, { depth }) => Math.min(least, depth), 6)
  const shown = listed.filter(({ depth }) => depth <= top + 1)
  if (shown.length < 3) return undefined
  const list = element('ul', {}, [])
  for (const { depth, id, title } of shown) {
    const item = element('li', {}, [element('a', { href: `#${id}` }, [words(title)])])
    const last = list.children.at(-1)
    if (depth === top || last?.type !== 'element') list.children.push(item)
    else {
      const below = last.children[1]
      if (below?.type === 'element') below.children.push(item)
      else last.children.push(element('ul', {}, [item]))
    }
  }
  const label = element('summary', {}, [words(say('Contents'))])
  return element('nav', { className: ['contents'], ariaLabel: say('Contents') }, [
    element('details', { open: true }, [label, list]),
  ])
}

/** The last heading at or before an offset of the document; undefined if there is none. */
export const headingAt = (headings: readonly PageHeading[], offset: number): PageHeading | undefined =>
  headings.findLast(({ start }) => start <= offset)

/** Appends to each heading a link to itself. */
export function addAnchors(tree: HtmlRoot, say: Say): void {
  for (const node of tree.children) {
    if (node.type !== 'element' || !/^h[1-6]$/.test(node.tagName) || typeof node.properties['id'] !== 'string') continue
    const anchor = { className: ['anchor'], href: `#${node.properties['id']}`, ariaLabel: say('Link to this section') }
    node.children.push(element('a', anchor, [words('#')]))
  }
}
