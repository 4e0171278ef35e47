/** Lists the components of a document with comparable names. */

import type { RuleContext } from '../../core/lint/rule.ts'
import type { ListedItem } from '../sections/listing.ts'
import { componentsOf } from './components.ts'
import { type Name, readName } from './names.ts'

/** A listed component and its parsed name. */
export interface NamedComponent extends Name, ListedItem {}

/** What the document lists as its components, in document order. */
export const componentNamesOf = (context: Pick<RuleContext, 'document' | 'type'>): readonly NamedComponent[] =>
  componentsOf(context)
    .flatMap(({ items }) => items)
    .map((part) => ({ ...part, ...readName(part.name.replace(/\([^)]{0,80}\)/g, ' ')) }))
