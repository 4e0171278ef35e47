/** Reads a text once for words of the vocabulary and for numbers with units. */

import { isUnspaced, matchesWord, type Word } from '../vocabulary/lexicon.ts'
import { type Concept, lexicon } from '../vocabulary/vocabulary.ts'
import { type UnitKind, unitKinds } from './units.ts'

/** A word or phrase of the vocabulary in a text; offsets count from the start of that text. */
export interface Hit {
  readonly concept: Concept
  readonly start: number
  readonly end: number
}

/** A number with its unit. */
export interface Quantity {
  readonly kind: UnitKind
  readonly start: number
  readonly end: number
}

/** What reading a text once has found. */
export interface Scan {
  readonly words: number
  readonly hits: readonly Hit[]
  readonly concepts: ReadonlySet<Concept>
  readonly quantities: readonly Quantity[]
}

interface Token extends Word<Concept> {
  readonly start: number
  readonly end: number
}

/** Read a text once: its words, the concepts they stand for, its numbers with units. Linear in its length. */
export function scanText(text: string): Scan {
  const tokens: Token[] = []
  const hits: Hit[] = []
  const quantities: Quantity[] = []
  let characters = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const start = at
    if (isLetter(code)) {
      while (at < text.length && isWordPart(text.charCodeAt(at))) at++
      const { word, entries } = lexicon.lookUp(text.slice(start, at))
      tokens.push({ start, end: at, word, entries })
    } else if (isDigit(code)) {
      at = readNumber(text, at)
      const quantity = readQuantity(text, start, at)
      if (quantity) quantities.push(quantity)
    } else {
      if (isUnspaced(code)) {
        characters++
        for (const { term, concept } of lexicon.unspaced.get(text.charAt(at)) ?? [])
          if (text.startsWith(term, at)) hits.push({ concept, start, end: at + term.length })
      }
      at++
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    for (const { concept, rest } of token.entries) {
      const end = rest.length === 0 ? token.end : phraseEnd(text, tokens, i, rest)
      if (end > 0) hits.push({ concept, start: token.start, end })
    }
  }
  const kept = withoutIdioms(
    hits.sort((a, b) => a.start - b.start || Number(b.concept === 'void') - Number(a.concept === 'void')),
  )
  return {
    words: tokens.length + Math.ceil(characters * wordsPerCharacter),
    hits: kept,
    quantities,
    concepts: new Set(kept.map(({ concept }) => concept)),
  }
}

/** How many English words a Chinese or Japanese character is worth. */
const wordsPerCharacter = 0.7

/** Drop what stands inside an idiom: `logged in` is no logging. */
function withoutIdioms(hits: readonly Hit[]): readonly Hit[] {
  let until = 0
  return hits.filter(({ concept, start, end }) => {
    if (concept === 'void') until = Math.max(until, end)
    return concept !== 'void' && start >= until
  })
}

/** Where the phrase that begins at a token ends; 0 when the words after it are others. */
function phraseEnd(text: string, tokens: readonly Token[], from: number, rest: readonly string[]): number {
  let last = tokens[from]
  for (let i = 0; i < rest.length; i++) {
    const next = tokens[from + 1 + i]
    if (!last || !next || !matchesWord(rest[i] ?? '', next.word) || !isGap(text, last.end, next.start)) return 0
    last = next
  }
  return last?.end ?? 0
}

/** Whether what stands between two words keeps them together: a blank or hyphen, or a line end. */
function isGap(text: string, start: number, end: number): boolean {
  if (end - start === 1) return ' -_\n\t'.includes(text.charAt(start))
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
  if (before !== '' && '$€£¥₹'.includes(before) && text[end] !== '^') return { kind: 'money', start: start - 1, end }
  let at = end
  while (at < end + 2 && (text[at] === ' ' || text[at] === '-' || text[at] === '+')) at++
  if (text[at] === '%') return { kind: 'percent', start, end: at + 1 }
  if (text[at] === '€' || text[at] === '元') return { kind: 'money', start, end: at + 1 }
  const unitStart = at
  while (at < text.length && at - unitStart < 16 && isLetter(text.charCodeAt(at))) at++
  // A scale word stands between number and unit: `10 million users`, `50k requests`.
  const first = text.slice(unitStart, at)
  const kind = unitKinds.get(first) ?? unitKinds.get(first.toLowerCase())
  if (kind && kind !== 'scale') return { kind, start, end: at }
  if (!kind) return undefined
  const nextStart = text[at] === ' ' ? at + 1 : at
  let nextEnd = nextStart
  while (nextEnd < text.length && nextEnd - nextStart < 16 && isLetter(text.charCodeAt(nextEnd))) nextEnd++
  const next = unitKinds.get(text.slice(nextStart, nextEnd).toLowerCase())
  if (next && next !== 'scale') return { kind: next, start, end: nextEnd }
  return kind === 'scale' ? { kind, start, end: at } : undefined
}

const fullStop = 46
const comma = 44

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Latin, Greek, Cyrillic and the like; not box drawing, arrows or punctuation. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)

const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code)
