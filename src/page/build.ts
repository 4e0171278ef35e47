/** Creates hast nodes. */

import type { Element, ElementContent, Properties, Text } from 'hast'

/** Creates an element. Properties have their DOM names. */
export const element = (tagName: string, properties: Properties, children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
})

/** Creates a text node, in which markup is literal. */
export const words = (value: string): Text => ({ type: 'text', value })

/** Creates nodes for a text whose backticks mark quotations from the document. */
export const withCode = (text: string): readonly ElementContent[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, [words(part)]) : words(part)))
