/** Finds equations and estimates in a text, such as `50M / 86400 ≈ 580`. */

import { firstIndex } from '../../core/data/firstIndex.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { type Quantity, readQuantity } from './quantities.ts'

/** Arithmetic as written. */
export type Expression =
  | { readonly kind: 'leaf'; readonly quantity: Quantity }
  | {
      readonly kind: 'operation'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
    }

/** Two expressions that the text equates. */
export interface Equation {
  readonly left: Expression
  /** The right side: a quantity or another expression. */
  readonly right: Expression
  /** The first quantity after the sign, with which a chained calculation continues. */
  readonly stated: Quantity
  readonly isLoose: boolean
  /** UTF-16 offsets of the left side as written. */
  readonly start: number
  readonly end: number
  /** Small numbers nearby, which may be implicit factors of the result. */
  readonly others: readonly number[]
}

type Token =
  | { readonly kind: 'quantity'; readonly at: number; readonly quantity: Quantity }
  | { readonly kind: 'operator'; readonly at: number; readonly operator: '+' | '-' | '*' | '/' }
  | { readonly kind: 'open' | 'close' | 'loose' | 'break' | 'unknown'; readonly at: number }
  | { readonly kind: 'relation'; readonly at: number; readonly isLoose: boolean }
  | { readonly kind: 'word'; readonly at: number; readonly word: string }

const operators = new Map<string, '+' | '-' | '*' | '/'>(
  Object.entries({
    '+': '+',
    '-': '-',
    '−': '-',
    '*': '*',
    '×': '*',
    '·': '*',
    '⋅': '*',
    x: '*',
    X: '*',
    times: '*',
    '/': '/',
    '÷': '/',
  }),
)

const looseWords = new Set(['about', 'approx', 'approx.', 'approximately', 'roughly', 'around', 'circa', 'ca', 'ca.'])

/** Words before an expression that may be part of it: `each of five servers has 10 disks × 2 TB`. */
const countWords =
  /^(?:each|every|both|double|twice|half|third|per|of|dozen|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)$/i

/** Tokenizes a text, in linear time. */
function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let hasRelation = false
  for (let at = 0; at < text.length; ) {
    const start = at
    const character = text.charAt(at)
    const last = tokens.at(-1)
    const add = (token: Token, length: number) => {
      tokens.push(token)
      at += length
    }
    const sign = /^(?:=~|~=|= ?≈|[≈≃≅=])(?![=>])/.exec(text.slice(at, at + 4))?.[0]
    if (character === '\n') {
      const isEnd = hasRelation || last?.kind === 'break' || /[.:;\\] *\r?$| {2}\r?$/.test(text.slice(at - 8, at))
      hasRelation = false
      if (isEnd && last?.kind !== 'operator' && last?.kind !== 'relation') add({ kind: 'break', at }, 1)
      else at++
    } else if (/\s/.test(character)) at++
    else if (/[\d$€£¥₹]/.test(character)) {
      const quantity = readQuantity(text, at)
      if (quantity) add({ kind: 'quantity', at, quantity }, quantity.end - at)
      else add({ kind: 'unknown', at }, /^\S+/.exec(text.slice(at, at + 60))?.[0].length ?? 1)
    } else if (sign && !/[=<>!:+*/-]/.test(text.charAt(at - 1))) {
      hasRelation = true
      add({ kind: 'relation', at, isLoose: sign !== '=' }, sign.length)
    } else if (character === '~') add({ kind: 'loose', at }, 1)
    else if (operators.has(character) && isOperator(text, at, last)) {
      const operator = operators.get(character)
      if (operator) add({ kind: 'operator', at, operator }, 1)
    } else if (/[A-Za-z_]/.test(character)) {
      const word = withoutEnd(/^[\w'’.-]+/.exec(text.slice(at, at + 60))?.[0] ?? character, /[.-]/)
      const isName = /^[(]/.test(text.slice(at + word.length))
      const operator = operators.get(word.toLowerCase())
      const amount = readQuantity(text, at)
      if (amount) add({ kind: 'quantity', at, quantity: amount }, amount.end - at)
      else if (operator && last?.kind === 'quantity') add({ kind: 'operator', at, operator }, word.length)
      else if (looseWords.has(word.toLowerCase())) add({ kind: 'loose', at }, word.length)
      else add(isName ? { kind: 'unknown', at } : { kind: 'word', at, word }, word.length)
    } else if (character === '(' || character === '[') add({ kind: 'open', at }, 1)
    else if (character === ')' || character === ']') add({ kind: 'close', at }, 1)
    else if (/[,;:.!?…|—–"“”'’•→⇒-]/.test(character) && !/^[.:]\d/.test(text.slice(at, at + 2)))
      add({ kind: 'break', at }, 1)
    else if (character === '*') at++
    else add({ kind: 'unknown', at }, 1)
    if (at === start) at++
  }
  return tokens
}

/** Whether a sign between two operands is an operator, not a dash, emphasis or part of a word. */
function isOperator(text: string, at: number, last: Token | undefined): boolean {
  if (last?.kind !== 'quantity' && last?.kind !== 'close' && last?.kind !== 'word') return false
  const isSpaced = /\s/.test(text.charAt(at - 1))
  const next = text.charAt(at + 1)
  if (/[-+*/x=<>]/i.test(next) && !/[x]/i.test(text.charAt(at))) return false
  if (/[-+*x]/i.test(text.charAt(at)) && isSpaced !== /\s/.test(next)) return false
  if (/[xX]/.test(text.charAt(at)) && !/^\s*[\d$€£(~]/.test(text.slice(at + 1, at + 6))) return false
  return !(text.charAt(at) === '-' && !isSpaced)
}

/** The longest text that is searched, in UTF-16 units. A longer one is not a calculation by a person; corpus: 1,800. */
const maxLength = 20_000

/** The equations of a text, as far as they can be parsed. */
export function equationsIn(text: string): readonly Equation[] {
  if (text.length > maxLength || !/[=≈≃≅~]/.test(text) || !/\d/.test(text)) return []
  const tokens = withSigns(tokenize(text))
  const used = new Set<Token>()
  const found: Omit<Equation, 'others'>[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'relation') continue
    const begin = startOf(tokens, index)
    const from = tokens[begin - 1]?.kind === 'relation' ? begin : skipWords(tokens, begin, index)
    const left = parseFrom(tokens, from)
    const right = parseFrom(tokens, index + 1)
    const stated = firstOf(right?.expression)
    if (!left || left.next !== index || !right || !stated) continue
    // `10 ms ~ 2 s` is a range.
    if (text[token.at] === '~' && text[token.at + 1] !== '=' && left.expression.kind === 'leaf') continue
    for (const each of tokens.slice(from, right.next)) used.add(each)
    if (hasUnitBelow(text, stated)) continue
    if (isFollowedByMore(tokens, right.next) || stated.labels.some((label) => moreWords.test(label))) continue
    found.push({
      left: left.expression,
      right: right.expression,
      stated,
      isLoose: token.isLoose || right.isLoose || left.isLoose,
      start: tokens[from]?.at ?? 0,
      end: left.end,
    })
  }
  const unused = tokens.flatMap((token) => (token.kind === 'quantity' && !used.has(token) ? [token.quantity] : []))
  return found.map((equation) => ({
    ...equation,
    others: near(unused, equation.end)
      .map(({ number, scale, isPercent }) => (isPercent ? 1 + number.value / 100 : number.value * scale))
      .filter((value) => value !== 1 && value <= 100),
  }))
}

/** Whether the unit of a bare number may be at the start of the next line: `= 448`, followed by `KB of the heap`. */
function hasUnitBelow(text: string, { number, end }: Quantity): boolean {
  if (end > number.end) return false
  const [lineBreak] = /^[ \t]{0,4}\r?\n[ \t]{0,20}/.exec(text.slice(end, end + 30)) ?? []
  const unit = lineBreak && readQuantity(`1 ${text.slice(end + lineBreak.length, end + lineBreak.length + 40)}`, 0)
  return (
    unit !== undefined && unit !== '' && (unit.data.length > 0 || unit.time !== 0 || unit.isPercent || unit.scale !== 1)
  )
}

/** The quantities that begin less than 160 UTF-16 units from an offset; the input must be in document order. */
const near = (quantities: readonly Quantity[], offset: number): readonly Quantity[] =>
  quantities.slice(
    firstIndex(quantities, ({ start }) => start > offset - 160),
    firstIndex(quantities, ({ start }) => start >= offset + 160),
  )

/** The expression that makes up a whole text; undefined if there is anything else in it. */
export function parseWhole(text: string): { readonly expression: Expression; readonly isLoose: boolean } | undefined {
  const tokens = tokenize(text)
  const parsed = parseFrom(tokens, 0)
  return parsed?.next === tokens.length ? parsed : undefined
}

/** A single `~` between two quantities means that they are about equal. */
function withSigns(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) =>
    token.kind === 'loose' && tokens[i - 1]?.kind === 'quantity' && tokens[i + 1]?.kind === 'quantity'
      ? { kind: 'relation', at: token.at, isLoose: true }
      : token,
  )
}

/** Index of the first token of the clause that ends at a token: after a break, a relation or an unclosed bracket. */
function startOf(tokens: readonly Token[], end: number): number {
  let depth = 0
  for (let i = end - 1; i >= 0; i--) {
    const { kind } = tokens[i] ?? { kind: 'break' }
    if (kind === 'close') depth++
    if (kind === 'open' && --depth < 0) return i + 1
    if (kind === 'break' || kind === 'relation') return i + 1
  }
  return 0
}

/** Index of the first token that is not a word; `end` if one of the words is a count. */
function skipWords(tokens: readonly Token[], from: number, end: number): number {
  let at = from
  for (; at < end; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word') break
    if (countWords.test(token.word)) return end
  }
  return at
}

interface Parsed {
  readonly expression: Expression
  readonly isLoose: boolean
  readonly next: number
  /** UTF-16 offset. */
  readonly end: number
}

const mostTerms = 24

/** The longest expression that begins at a token; undefined if there is none. */
function parseFrom(tokens: readonly Token[], from: number): Parsed | undefined {
  let at = from
  let terms = 0
  let isLoose = false
  let end = 0
  const primary = (depth: number): Expression | undefined => {
    if (tokens[at]?.kind === 'loose') {
      isLoose = true
      at++
    }
    const token = tokens[at]
    if (!token || ++terms > mostTerms) return undefined
    if (token.kind === 'quantity') {
      at++
      end = token.quantity.end
      return { kind: 'leaf', quantity: token.quantity }
    }
    if (token.kind !== 'open' || depth > 4) return undefined
    at++
    const inner = sum(depth + 1)
    const close = tokens[at]
    if (!inner || close?.kind !== 'close') return undefined
    at++
    end = close.at + 1
    return inner
  }
  const operation = (depth: number, of: string, operand: (depth: number) => Expression | undefined) => {
    let left: Expression | undefined = operand(depth)
    while (left) {
      const token: Token | undefined = tokens[at]
      if (token?.kind !== 'operator' || !of.includes(token.operator)) break
      const before = at
      at++
      const right = operand(depth)
      if (!right) {
        at = before
        break
      }
      left = { kind: 'operation', operator: token.operator, left, right }
    }
    return left
  }
  const product = (depth: number) => operation(depth, '*/', primary)
  const sum = (depth: number): Expression | undefined => operation(depth, '+-', product)
  const expression = sum(0)
  return expression && terms <= mostTerms ? { expression, isLoose, next: at, end } : undefined
}

/** The first quantity of an expression. */
const firstOf = (expression: Expression | undefined): Quantity | undefined =>
  expression?.kind === 'operation' ? firstOf(expression.left) : expression?.quantity

/** Words after a result which mean that it takes more into account than the arithmetic before it. */
const moreWords =
  /^(?:with|without|after|before|incl|including|plus|minus|times|peak|peaks|replicated|replication|replicas?|compress\w*|overhead|headroom|buffer|margin|growth|redundan\w*|assuming|raw|usable|effective|each|both|rounded|max|min|limit\w*|capped)$/i

/** Whether a clause continues after a result in a way that cannot be interpreted. */
function isFollowedByMore(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from]
  if (first?.kind === 'operator' || first?.kind === 'unknown') return true
  let depth = 0
  for (const token of tokens.slice(from, from + 40)) {
    if (token.kind === 'relation' || (token.kind === 'break' && depth === 0)) return false
    if (token.kind === 'close' && --depth < 0) return false
    if (token.kind === 'open') depth++
    if (token.kind === 'word' && moreWords.test(token.word)) return true
  }
  return false
}
