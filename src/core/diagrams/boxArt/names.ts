/** Gives each node of a drawing a name that every diagram notation accepts. */

import type { ArtNode, BoxArt } from './parse.ts'

/** A name for each node, made of its words; unique, and a word in every notation. */
export function nameNodes({ nodes }: Pick<BoxArt, 'nodes'>): ReadonlyMap<ArtNode, string> {
  const taken = new Set(reserved)
  return new Map(
    nodes.map((node) => {
      const base = nameOf(node)
      let name = base
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}${count}`
      taken.add(name.toLowerCase())
      return [node, name]
    }),
  )
}

/** Words that mean something of their own in mermaid. */
const reserved = [
  ...[
    'end',
    'graph',
    'flowchart',
    'subgraph',
    'style',
    'linkstyle',
    'class',
    'classdef',
    'click',
    'default',
    'direction',
  ],
  ...['call', 'href', 'td', 'tb', 'bt', 'lr', 'rl', 'o', 'x', 'v', 'constructor', 'prototype'],
]

/** The first words in camel case. */
function nameOf({ label: [first = ''], isGroup, box }: ArtNode): string {
  const words = first.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? []
  const [head = '', ...rest] = words
    .slice(0, 4)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
  const start = /^[A-Z]{2}/.test(head) ? head.toLowerCase() : head.charAt(0).toLowerCase() + head.slice(1)
  const name = start + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  if (/^[a-z]/i.test(name)) return name.slice(0, 32)
  return `${isGroup ? 'group' : box ? 'box' : 'note'}${name.slice(0, 24)}`
}
