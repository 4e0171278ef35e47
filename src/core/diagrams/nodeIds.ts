/** Derives node ids from words that are valid in every diagram notation. */

/** Words with a special meaning in some notation, in lower case. */
export const reservedIds: readonly string[] = [
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

/** The first four words of a label in camel case; prefixed with `before` if they do not start with a letter. */
export function idOfWords(label: string, before: string): string {
  const words =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  const [head = '', ...rest] = words
    .slice(0, 4)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
  const start = /^[A-Z]{2}/.test(head) ? head.toLowerCase() : head.charAt(0).toLowerCase() + head.slice(1)
  const name = start + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[a-z]/i.test(name) ? name.slice(0, 32) : `${before}${name.slice(0, 24)}`
}

/** An id, with a number appended if it is taken. @param taken in lower case */
export function freeId(base: string, taken: ReadonlySet<string>): string {
  let id = base
  for (let count = 2; taken.has(id.toLowerCase()); count++) id = `${base}${count}`
  return id
}
