/** Scans a text once for vocabulary terms and numbers with units. */

import { addAll } from '../../core/data/longLists.ts'
import { isUnspaced, type Term, type Word } from '../vocabulary/lexicon.ts'
import { matchesWord, phraseEnd, type TextToken } from '../vocabulary/phrases.ts'
import { type Concept, lexicon } from '../vocabulary/vocabulary.ts'
import { currencyNamed, currencySigns } from './currencies.ts'
import { chineseUnitAt, type UnitKind, unitKinds } from './units.ts'

/** A vocabulary term in a text; offsets are relative to that text. */
export interface Hit {
  readonly concept: Concept
  readonly start: number
  readonly end: number
  /** The vocabulary line that matched. */
  readonly term: Term<Concept>
}

/** A number with its unit. */
export interface Quantity {
  readonly kind: UnitKind
  readonly start: number
  readonly end: number
}

/** The result of scanning a text. */
export interface Scan {
  readonly words: number
  readonly hits: readonly Hit[]
  readonly concepts: ReadonlySet<Concept>
  readonly quantities: readonly Quantity[]
  /** Where the vocabulary says that a word of a concept means something else. */
  readonly exceptions: readonly Hit[]
}

interface Token extends TextToken {
  readonly entries: readonly Term<Concept>[]
  readonly before: Word<Concept>['before'] | undefined
}

/** The most recently scanned texts: while one is being edited, those around it are scanned again at every keystroke. */
const recent = new Map<string, Scan>()
const capacity = 200
/** In UTF-16 units; longer than any paragraph written by a person. */
const longest = 5_000

/** Scans a text for its words, the concepts they stand for, and numbers with units. Linear in its length. */
export function scanText(text: string): Scan {
  const scan = recent.get(text) ?? readScan(text)
  if (text.length > longest) return scan
  // Move the text to the end, since the oldest is dropped first.
  recent.delete(text)
  recent.set(text, scan)
  const [oldest] = recent.keys()
  if (recent.size > capacity && oldest !== undefined) recent.delete(oldest)
  return scan
}

function readScan(text: string): Scan {
  const { hits, words, quantities, exceptions } = readText(text)
  const kept = hits.some(({ silenced }) => silenced) ? hits.filter(({ silenced }) => !silenced) : hits
  return { words, hits: kept, quantities, exceptions, concepts: new Set(kept.map(({ concept }) => concept)) }
}

/** A term in a text, including one that does not count. */
export interface FoundTerm extends Hit {
  /** The exception that contains it. */
  readonly silenced?: Term<Concept>
}

/** Everything found in a text, including what is silenced, to explain why something does not count. */
export function readText(
  text: string,
): Pick<Scan, 'words' | 'quantities' | 'exceptions'> & { readonly hits: readonly FoundTerm[] } {
  const { lookUp, numbers: withNumber, unspaced } = lexicon()
  const tokens: Token[] = []
  const hits: Hit[] = []
  const quantities: Quantity[] = []
  let characters = 0
  let numbers = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const start = at
    if (isLetter(code)) {
      while (at < text.length && isWordPart(text.charCodeAt(at))) at++
      const { word, entries, before } = lookUp(text.slice(start, at))
      tokens.push({ start, end: at, word, entries, before, isNumber: false, most: undefined })
    } else if (isDigit(code)) {
      at = readNumber(text, at)
      numbers++
      tokens.push({
        start,
        end: at,
        word: text.slice(start, at),
        entries: withNumber,
        before: undefined,
        isNumber: true,
        most: undefined,
      })
      const quantity = readQuantity(text, start, at)
      if (quantity) quantities.push(quantity)
    } else {
      if (isUnspaced(code)) {
        characters++
        for (const { words, term } of unspaced.get(text.charAt(at)) ?? [])
          if (text.startsWith(words, at)) hits.push({ concept: term.concept, start, end: at + words.length, term })
      }
      at++
    }
  }
  addTerms(hits, text, tokens)
  return {
    words: tokens.length - numbers + Math.ceil(characters * wordsPerCharacter),
    hits: withExceptions(hits),
    quantities,
    exceptions: hits.some(({ term }) => term.isException) ? hits.filter(({ term }) => term.isException) : [],
  }
}

/** Number of English words that a Chinese or Japanese character is worth. */
const wordsPerCharacter = 0.7

/** Adds the terms that begin at each word. */
function addTerms(hits: Hit[], text: string, tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || token.entries.length === 0) continue
    // If several phrases of a concept begin at one word, the longest counts.
    let longest: Hit[] | undefined
    for (const term of token.before?.(tokens[i + 1]?.word ?? '') ?? token.entries) {
      const { concept, rest, phrase, isException } = term
      const last = phrase ? phraseEnd(text, tokens, i, phrase) : 0
      const end = phrase
        ? (tokens[last - 1]?.end ?? 0)
        : rest.length === 0
          ? token.end
          : wordsEnd(text, tokens, i, rest)
      if (end === 0) continue
      const hit = { concept, start: token.start, end, term }
      if (!phrase || isException) {
        hits.push(hit)
        continue
      }
      longest ??= []
      const other = longest.findIndex((each) => each.concept === concept)
      if (other < 0) longest.push(hit)
      else if ((longest[other]?.end ?? 0) < end) longest[other] = hit
    }
    if (longest) addAll(hits, longest)
  }
}

/**
 * The hits in order, the longest first at each position; those inside an exception are silenced, such as `logged in`.
 */
function withExceptions(hits: Hit[]): readonly FoundTerm[] {
  hits.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
  // Hardly any text has one.
  if (!hits.some(({ term }) => term.isException)) return hits
  let exceptions: readonly Hit[] = []
  return hits.flatMap((hit): readonly FoundTerm[] => {
    const { concept, start, term } = hit
    if (exceptions.length > 0) exceptions = exceptions.filter(({ end }) => end > start)
    if (term.isException) {
      exceptions = [...exceptions, hit]
      return []
    }
    const silenced = exceptions.find((each) => each.concept === concept || each.concept === 'void')?.term
    return [silenced ? { ...hit, silenced } : hit]
  })
}

const rank = ({ term }: Hit): number => (term.isException ? 0 : 1)

/** Offset at which a sequence of words ends that begins at a token; 0 if other words follow. */
function wordsEnd(text: string, tokens: readonly Token[], from: number, rest: readonly string[]): number {
  let last = tokens[from]
  for (let i = 0; i < rest.length; i++) {
    const next = tokens[from + 1 + i]
    if (!last || !next || !matchesWord(rest[i] ?? '', next.word) || !isGap(text, last.end, next.start)) return 0
    last = next
  }
  return last?.end ?? 0
}

/** Whether the gap between two words keeps them together: a space or hyphen, or a line break. */
function isGap(text: string, start: number, end: number): boolean {
  if (end - start === 1) return " -_\n\t'’".includes(text.charAt(start))
  return end - start < 16 && text.slice(start, end).trim() === ''
}

function readNumber(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const goesOn = isDigit(code) || ((code === fullStop || code === comma) && isDigit(text.charCodeAt(at + 1)))
    if (!goesOn) break
    at++
  }
  return at
}

function readQuantity(text: string, start: number, end: number): Quantity | undefined {
  const before = text.charAt(start - 1) === ' ' ? text.charAt(start - 2) : text.charAt(start - 1)
  if (before !== '' && currencySigns.includes(before) && text[end] !== '^')
    return { kind: 'money', start: start - 1, end }
  if (start >= 4 && currencyNamed(text.slice(start - 4, start - 1)) && !isLetter(text.charCodeAt(start - 5)))
    return { kind: 'money', start: start - 4, end }
  let at = end
  while (at < end + 2 && (text[at] === ' ' || text[at] === '-' || text[at] === '+')) at++
  if (text[at] === '%') return { kind: 'percent', start, end: at + 1 }
  if (text[at] === '€') return { kind: 'money', start, end: at + 1 }
  const chinese = chineseUnitAt(text, at)
  if (chinese) return { kind: chinese.kind, start, end: chinese.end }
  const unitStart = at
  while (at < text.length && at - unitStart < 16 && isLetter(text.charCodeAt(at))) at++
  // A scale word may stand between number and unit: `10 million users`, `50k requests`.
  const first = text.slice(unitStart, at)
  // `96 T€`
  if (text[at] === '€' && first.length === 1) return { kind: 'money', start, end: at + 1 }
  const kind = unitKinds.get(first) ?? unitKinds.get(first.toLowerCase())
  if (kind && kind !== 'scale') return { kind, start, end: at }
  const rate = first === '' ? readRate(text, at) : undefined
  if (rate !== undefined) return { kind: 'rate', start, end: rate }
  if (!kind) return undefined
  // `13,4 Mio. Werte`
  const behind = kind === 'scale' && text[at] === '.' ? at + 1 : at
  const nextStart = text[behind] === ' ' ? behind + 1 : behind
  if (text[nextStart] === '€') return { kind: 'money', start, end: nextStart + 1 }
  let nextEnd = nextStart
  while (nextEnd < text.length && nextEnd - nextStart < 16 && isLetter(text.charCodeAt(nextEnd))) nextEnd++
  const next = unitKinds.get(text.slice(nextStart, nextEnd).toLowerCase())
  if (next && next !== 'scale') return { kind: next, start, end: nextEnd }
  return kind === 'scale' ? { kind, start, end: at } : undefined
}

/** The end of what makes a number a rate, as in `1.000/s` and `620/min`; undefined if there is nothing of the kind. */
function readRate(text: string, from: number): number | undefined {
  const end = text[from] === '/' ? rates.find((rate) => text.startsWith(rate, from + 1)) : undefined
  const until = from + 1 + (end?.length ?? 0)
  return end === undefined || isWordPart(text.charCodeAt(until)) ? undefined : until
}

const rates = ['s', 'sec', 'Sek', 'min', 'h', 'Std', 'Tag'] as const

const fullStop = 46
const comma = 44

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Latin, Greek, Cyrillic and similar letters; no box drawing, arrows or punctuation. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)

const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code)
