/** Compares names of components, however they are written. */

import type { DocumentModel } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { createOutsideReader } from '../prose/outside.ts'

/** A part's name, reduced to what identifies it in any spelling: `Order Service`, `order-svc`, `OrderServices`. */
export interface Name {
  /** All its words, folded. */
  readonly words: ReadonlySet<string>
  /** Folded words that distinguish this part from others; empty if any part could have this name. */
  readonly telling: readonly string[]
  /** The initials of its words, in lower case; empty if the name has fewer than three words. */
  readonly initials: string
}

/** Abbreviations in names of parts. */
const short = new Map(
  Object.entries({
    svc: 'service',
    srv: 'service',
    db: 'database',
    gw: 'gateway',
    mgr: 'manager',
    auth: 'authentication',
    authz: 'authorization',
    authn: 'authentication',
    msg: 'message',
    mq: 'queue',
    repo: 'repository',
    k8s: 'kubernetes',
    pg: 'postgres',
    ext: 'external',
    config: 'configuration',
    notif: 'notification',
    ctrl: 'controller',
  }),
)

/** Stems of words that name a sort of part, or nothing in particular. */
const general = new Set(
  `a an and as at by for from in into of on or over per the this that to via with without its new old our your all each other same one two three first
  second third main internal external public private local remote core base basic default common general shared single multiple many more any etc
  api app application backend balancer bot broker browser bucket bus cache channel class client cluster component connector consumer container controller core
  data database datastore db dashboard device domain disk edge element endpoint engine entity event external file frontend function gateway group handler host http https instance
  interface internet job layer lib library listener load logic machine manager message microservice mobile model module monitor network node object operator package
  page party person pipeline plugin pod pool port portal process processor producer provider proxy queue reader record region replica request response repository resource router
  rpc rest scheduler sdk server service session site sink source space stack stage state step storage store stream subsystem system table task team test thread
  tier tool topic traffic type ui unit update user utility value version view volume vm web website webhook worker writer zone start end open close closed yes no ok
  done error success failure result input output read write get set list item key id name status time action current existing primary secondary leader follower master
  active passive customer developer admin administrator operator engineer caller callee owner actor third cloud on premise cdn lb dns vpc url cli cron tls ssl tcp udp`
    .split(/\s+/)
    .map(stem),
)

/** The stem of a word: without its ending and cut after six letters, so that `notifier` equals `notification`. */
function stem(word: string): string {
  const full = short.get(word) ?? word
  const singular = full.length > 3 ? full.replace(/(?<=[a-z]{2})(?:ies|y)$/, 'i').replace(/(?<!s)s$/, '') : full
  return singular.replace(/(?<=.{4})(?:ing|ed|er|or|ion|ment)$/, '').slice(0, 6)
}

/** The folded words of a text; for a camel-case word, its parts as well as the whole. */
function* stemsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    for (const part of parts) yield stem(part.toLowerCase())
    if (parts.length > 1) yield stem(word.toLowerCase())
  }
}

/** Tells which stems a text contains. */
export type Stems = Pick<ReadonlySet<string>, 'has'>

const readStems = createOutsideReader((text): Stems => new Set(stemsOf(text)))

/**
 * The folded words of a document, except those in the given places. They are not put into one set: few are looked up, and
 * most of those are found early.
 */
export function stemsOutside(document: DocumentModel, places: readonly Range[]): Stems {
  const blocks = readStems(document, places)
  return { has: (word) => blocks.some((stems) => stems.has(word)) }
}

/** Parses the name of a part. */
export function readName(label: string): Name {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.flatMap((word) =>
    /^\p{Lu}{2,}$|[\p{L}\p{N}]{3,}/u.test(word) && !/^\p{N}+$/u.test(word) ? [...stemsOf(word)] : [],
  )
  return {
    words: new Set(stemsOf(label)),
    telling: [...new Set(telling)].filter((word) => !general.has(word) && word.length > 1 && !/^\d+$/.test(word)),
    initials: words.length > 2 ? words.map((word) => word.charAt(0).toLowerCase()).join('') : '',
  }
}

/** Whether two names are equal, or one is the other with words left out: `Billing` and `Billing Worker`. */
export const isSameName = (one: Name, other: Name): boolean => {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  const isWhole = few.words.size === many.words.size || few.telling.length > 0
  return few.words.size > 0 && isWhole && [...few.words].every((word) => many.words.has(word))
}

/** Whether two names may mean the same part: they share a distinguishing word, or one is the other's initials. */
const mayBeSameName = (one: Name, other: Name): boolean => isNamedIn(one, other.words) || isNamedIn(other, one.words)

/**
 * The members of two lists without a counterpart in the other. A counterpart with exactly the same name is not
 * available to others.
 */
export function unpaired<A extends Name, B extends Name>(
  some: readonly A[],
  others: readonly B[],
): { readonly some: readonly A[]; readonly others: readonly B[] } {
  const someLeft = some.filter((one) => !others.some((other) => isSameName(one, other)))
  const othersLeft = others.filter((other) => !some.some((one) => isSameName(one, other)))
  return {
    some: someLeft.filter((one) => !othersLeft.some((other) => mayBeSameName(one, other))),
    others: othersLeft.filter((other) => !someLeft.some((one) => mayBeSameName(one, other))),
  }
}

/** Whether a set of stems mentions a part: by a distinguishing word, or by its initials. */
export const isNamedIn = ({ telling, initials }: Name, stems: Stems): boolean =>
  telling.some((word) => stems.has(word)) || (initials !== '' && stems.has(stem(initials)))
