import type { RuleContext } from '../../core/lint/rule.ts'
import { componentsOf } from './components.ts'
import { type Name, readName } from './names.ts'
import type { Part } from './parts.ts'

/** A listed component by its name. */
export interface NamedComponent extends Name, Part {}

/** What the document lists as its components, in document order. */
export const componentNamesOf = <O extends object>(context: RuleContext<O>): readonly NamedComponent[] =>
  componentsOf(context)
    .flatMap(({ parts }) => parts)
    .map((part) => ({ ...part, ...readName(part.name.replace(/\([^)]{0,80}\)/g, ' ')) }))
