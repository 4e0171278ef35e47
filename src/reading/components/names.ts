/** Compares names of components, however they are written. */

import type { DocumentModel, Range } from '../../core/document/document.ts'
import { createOutsideReader } from '../prose/outside.ts'

/** What a name of a part is recognised by, however it is written: `Order Service`, `order-svc`, `OrderServices`. */
export interface Name {
  /** All its words, folded. */
  readonly words: ReadonlySet<string>
  /** Folded words that tell this part from others; empty where the name could be any part's. */
  readonly telling: readonly string[]
  /** The first letters of its words, lower case; empty for a name of fewer than three words. */
  readonly initials: string
}

/** Written short, in names of parts. */
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

/** Words that say what sort of part it is, or nothing. */
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

/** Without its ending, and letters beyond the sixth mostly belong to one: `notifier` and `notification` are the same. */
function stem(word: string): string {
  const full = short.get(word) ?? word
  const singular = full.length > 3 ? full.replace(/(?<=[a-z]{2})(?:ies|y)$/, 'i').replace(/(?<!s)s$/, '') : full
  return singular.replace(/(?<=.{4})(?:ing|ed|er|or|ion|ment)$/, '').slice(0, 6)
}

/** The words of a text, folded for comparing; of one in camel case its parts too. */
function* stemsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    for (const part of parts) yield stem(part.toLowerCase())
    if (parts.length > 1) yield stem(word.toLowerCase())
  }
}

const readStems = createOutsideReader((text) => [...new Set(stemsOf(text))])

/** The words of a document but for some places, folded. */
export function stemsOutside(document: DocumentModel, places: readonly Range[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const ofBlock of readStems(document, places)) for (const each of ofBlock) stems.add(each)
  return stems
}

/** Read the name of a part. */
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

/** Whether two names are one with words left out: `Billing` and `Billing Worker`. */
export const isSameName = (one: Name, other: Name): boolean => {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  const isWhole = few.words.size === many.words.size || few.telling.length > 0
  return few.words.size > 0 && isWhole && [...few.words].every((word) => many.words.has(word))
}

/** Whether two names may be one: they share a word that tells parts apart, or one is the other's initials. */
const mayBeSameName = (one: Name, other: Name): boolean => isNamedIn(one, other.words) || isNamedIn(other, one.words)

/** What of two lists has no counterpart in the other. A counterpart that has the very name is nobody else's. */
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

/** Whether some words speak of a part: one of those that tell it from others, or its initials. */
export const isNamedIn = ({ telling, initials }: Name, stems: ReadonlySet<string>): boolean =>
  telling.some((word) => stems.has(word)) || (initials !== '' && stems.has(stem(initials)))
