/** Makes nodes of HTML. */

import type { Element, ElementContent, Properties, Text } from 'hast'

/** An element. Properties are named as the DOM names them. */
export const element = (tagName: string, properties: Properties, children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
})

/** Words, whatever marks are in them. */
export const words = (value: string): Text => ({ type: 'text', value })

/** Words in which backticks mark what stands in the document. */
export const withCode = (text: string): readonly ElementContent[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, [words(part)]) : words(part)))
