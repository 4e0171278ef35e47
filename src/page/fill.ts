/** Fills in what a clean tree needs from outside: pictures, diagrams and link targets. */

import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { fragmentOf, isPictureAddress, kindOfAddress } from './addresses.ts'
import { element, words } from './build.ts'
import { figureOf } from './drawings.ts'
import type { PageParts } from './protocol.ts'
import type { Say } from './say.ts'

/** The class of a diagram's fence until its picture replaces it; cannot occur by chance. */
export const drawingClass = (key: string, start: number): string => `language-drawing-${key}-${start}`

interface Filling extends Pick<PageParts, 'images' | 'links' | 'drawings'> {
  /** Identifies the fences of diagrams. */
  readonly key: string
  readonly say: Say
  readonly ids: ReadonlySet<string>
}

/**
 * Fills in a tree.
 * @returns a new tree; unchanged nodes are shared
 */
export function fill(tree: Root, filling: Omit<Filling, 'ids'>): Root {
  const ids = new Set<string>()
  visit(tree, ({ properties: { id, name } }) => {
    for (const each of [id, name]) if (typeof each === 'string') ids.add(each)
  })
  return { ...tree, children: filled(tree.children, { ...filling, ids }, false) }
}

/** Calls back for all elements of a tree, in no particular order. */
export function visit(tree: Nodes, look: (node: Element) => void): void {
  const pending: Nodes[] = [tree]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'element') look(node)
    if ('children' in node) for (const child of node.children) pending.push(child)
  }
}

const filled = <T extends RootContent>(nodes: readonly T[], filling: Filling, isInLink: boolean): T[] =>
  nodes.flatMap((node) => (node.type === 'element' ? (replaced(node, filling, isInLink) as T[]) : [node]))

function replaced(node: Element, filling: Filling, isInLink: boolean): readonly ElementContent[] {
  const { tagName } = node
  if (tagName === 'img') return image(node, filling, isInLink)
  if (tagName === 'source') return source(node, filling)
  if (tagName === 'pre') return [drawing(node, filling) ?? node]
  if (tagName === 'a') return [link({ ...node, children: filled(node.children, filling, true) }, filling)]
  return [{ ...node, children: filled(node.children, filling, isInLink) }]
}

function image(node: Element, { images, say }: Filling, isInLink: boolean): readonly ElementContent[] {
  const address = textIn(node, 'src')
  const known = Object.hasOwn(images, address) ? images[address] : undefined
  if (known !== undefined && isPictureAddress(known))
    return [{ ...node, properties: { ...node.properties, src: known } }]
  const alt = textIn(node, 'alt').trim()
  if (kindOfAddress(address) !== 'away')
    return [element('span', { className: ['missing'], title: address }, [words(say('[Picture: {0}]', alt || address))])]
  // A request would reveal who reads the page, and when.
  const name = words(alt || address)
  return [isInLink ? name : element('a', { href: address, rel: ['noreferrer'] }, [name])]
}

/** The alternative picture of a `<picture>`, for dark themes; empty if it was not provided. */
function source(node: Element, { images }: Filling): readonly ElementContent[] {
  const address = textIn(node, 'srcSet')
  const known = Object.hasOwn(images, address) ? images[address] : undefined
  const isFine = known !== undefined && isPictureAddress(known) && !/[\s,]/.test(known.replace(',', ''))
  return isFine ? [{ ...node, properties: { ...node.properties, srcSet: known } }] : []
}

function link(node: Element, { ids, links }: Filling): Element {
  const { href, ...properties } = node.properties
  // An anchor such as `<a name>` is a target, not a link.
  if (typeof href !== 'string') return { ...node, properties }
  const kind = kindOfAddress(href)
  if (kind === 'here') {
    const id = [fragmentOf(href), fragmentOf(href).toLowerCase(), `user-content-${fragmentOf(href)}`].find((each) =>
      ids.has(each),
    )
    if (id !== undefined || href === '#') return { ...node, properties: { ...properties, href: `#${id ?? ''}` } }
  }
  if (kind === 'away') return { ...node, properties: { ...properties, href, rel: ['noreferrer'] } }
  const known = kind === 'file' && Object.hasOwn(links, href) ? links[href] : undefined
  if (known !== undefined) return { ...node, properties: { ...properties, href: known } }
  return { ...node, tagName: 'span', properties: { ...properties, className: ['dead'], title: href } }
}

function drawing({ children: [code] }: Element, { key, drawings, say }: Filling): Element | undefined {
  if (code?.type !== 'element' || code.tagName !== 'code') return undefined
  const names = code.properties['className']
  const found = drawings.find(({ start }) => Array.isArray(names) && names.includes(drawingClass(key, start)))
  const text = code.children[0]
  return found && figureOf(found, text?.type === 'text' ? text.value.replace(/\n$/, '') : '', say)
}

export const textIn = ({ properties }: Element, name: string): string => {
  const value = properties[name]
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : ''
}
