/** Reads from the text what the components of a design depend on. */

import type { DocumentModel } from '../core/document/document.ts'
import type { NamedComponent } from '../reading/components/componentNames.ts'
import { dependenciesOf } from '../reading/components/dependencies.ts'
import { isSameName, readName } from '../reading/components/names.ts'
import { isPlaceholderName } from '../reading/components/placeholderName.ts'
import { wholeNames } from './wholeNames.ts'

/** A dependency of a component, according to the text. */
export interface Relation {
  readonly from: NamedComponent
  /** The name as written. */
  readonly to: string
  /** Absent if it is not one of the listed components. */
  readonly component?: NamedComponent
}

/**
 * The dependencies that the text states, each pair once: in lists of dependencies, and in sentences about a component.
 */
export function relationsOf(document: DocumentModel, components: readonly NamedComponent[]): readonly Relation[] {
  const found = new Map<string, Relation>()
  const add = (from: NamedComponent, to: string) => {
    const component = componentCalled(to, components)
    if (component === from) return
    const key = JSON.stringify([from.name, component?.name ?? to.toLowerCase()])
    if (!found.has(key)) found.set(key, { from, to: component?.name ?? to, ...(component && { component }) })
  }
  for (const { label, start } of dependenciesOf(document, components)) {
    const from = components.find(({ scope }) => start >= scope.start && start < scope.end)
    if (from && isPart.test(label) && !isNoPart.test(label) && !isPlaceholderName(label)) add(from, label)
  }
  for (const from of components)
    for (const to of components) if (to !== from && isUsedBy(document, from, to, components)) add(from, to.name)
  return [...found.values()]
}

/** The component that some words name: an exact match, or else the only one that can be meant. */
export function componentCalled<C extends NamedComponent>(words: string, components: readonly C[]): C | undefined {
  const exact = components.find(({ name }) => name.toLowerCase() === words.toLowerCase())
  if (exact) return exact
  const own = readName(words)
  const [only, ...more] = components.filter((component) => isSameName(own, component))
  return more.length === 0 ? only : undefined
}

/** A few words. */
const isPart = /^\S+(?: \S+){0,3}$/

const isNoPart =
  /^(?:none|nothing|nobody|n\/?a|no|not|all|any|every|each|other|others|several|various|see|keine?|nichts|alle)\b/i

/** The most text about a component that is searched for others, in UTF-16 units. */
const mostRead = 5_000
/** The largest distance of a verb before a name, in UTF-16 units. */
const reach = 160

/** Whether a sentence about a component says that it uses another one: `asks the Berth Queue`. */
function isUsedBy(
  { prose }: DocumentModel,
  { name, scope }: NamedComponent,
  to: NamedComponent,
  components: readonly NamedComponent[],
): boolean {
  const end = Math.min(scope.end, scope.start + mostRead)
  for (const place of wholeNames(prose, to.name, { start: scope.start, end })) {
    const [clause = ''] = prose
      .slice(Math.max(scope.start, place.start - reach), place.start)
      .split(clauseEnd)
      .slice(-1)
    const verb = clause.search(using)
    if (verb < 0 || turning.test(clause)) continue
    const others = components.filter((other) => other !== to && other.name !== name)
    if (!others.some((other) => clause.slice(0, verb).includes(other.name))) return true
  }
  return false
}

const clauseEnd = /[.;:!?|()—–]|\n[ \t]*\n|\n[ \t]*[-*+|#]/

/** Verbs whose subject depends on what follows. */
const using =
  /(?<![\p{L}-])(?:calls?|uses?|asks?|queries|query|reads?|writes?|stores?|saves?|sends?|passes|publishes|emits?|consumes?|forwards?|hands?|invokes?|notifies|notify|tells?|relies|rely|depends?|fetches|fetch|gets?|loads?|pulls?|pushes|posts?|subscribes?|ruft|nutzt|benutzt|verwendet|fragt|schreibt|liest|sendet|schickt|braucht|benötigt|meldet)(?![\p{L}-])/iu

/** Words after which the subject may be another one, or the verb is negated. */
const turning =
  /(?<![\p{L}-])(?:who|which|that|when|if|unless|before|after|once|by|not|never|no|longer|without|instead|could|would|might|may|than|like|unlike|nicht|nie|kein\p{L}{0,2}|wenn|falls|durch|ohne|statt)(?![\p{L}-])/iu
