/**
 * A quick proof that a regular expression takes linear time. It is written out as sequences of single characters, each with
 * how often it may come; then no text is read twice by the same part of it, but for a number of times that the expression
 * itself says. What is not proven here may be linear all the same.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { type CharacterSet, charactersOf, complement, isDisjoint, union } from './characterSets.ts'

/** One character, so many times; or something between characters. */
type Item =
  | { readonly type: 'take'; readonly set: CharacterSet; readonly min: number; readonly max: number }
  /** What may stand before it, where that is known; for a word boundary it depends on what follows. */
  | { readonly type: 'assert'; readonly before?: CharacterSet | 'boundary'; readonly cost: number }
  /** Nothing follows: what stands before it is all that a look ahead reads. */
  | { readonly type: 'end' }

type Sequence = readonly Item[]

/** Thrown where the expression is too much for this proof. */
class Unproven extends Error {}

/** How many sequences one expression may be, and how many steps one place of the text may cost. */
const limits = { sequences: 1_000, steps: 2_000 }

/** Whether an expression is proven to take linear time on any text, with a factor of at most `limits.steps`. */
export function isLinear(pattern: string, flags: string): boolean {
  if (flags.includes('v')) return false
  const ast = new RegExpParser().parsePattern(pattern, undefined, undefined, { unicode: flags.includes('u') })
  try {
    const word = charactersOf('\\w', flags)
    // A sticky expression is tried at one place only, as one that begins with the text.
    const first: Sequence = flags.includes('y') ? [{ type: 'assert', before: union([]), cost: 0 }] : []
    const steps = expand(ast, flags).map((sequence) => stepsOf(withoutTail([...first, ...sequence]), word))
    return steps.reduce((sum, each) => sum + each, 0) <= limits.steps
  } catch (error) {
    if (error instanceof Unproven) return false
    throw error
  }
}

/** All sequences that a part of an expression stands for. */
function expand(node: AST.Pattern | AST.Element | AST.Alternative, flags: string): readonly Sequence[] {
  switch (node.type) {
    case 'Group':
      if (node.modifiers) throw new Unproven()
      return atMost(node.alternatives.flatMap((each) => expand(each, flags)))
    case 'Pattern':
    case 'CapturingGroup':
      return atMost(node.alternatives.flatMap((each) => expand(each, flags)))
    case 'Alternative':
      return node.elements.reduce<readonly Sequence[]>((all, each) => product(all, expand(each, flags)), [[]])
    case 'Quantifier':
      return repeat(node, flags)
    case 'Assertion':
      return node.kind === 'lookahead' ? lookahead(node, flags) : [[assertion(node, flags)]]
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return [[{ type: 'take', set: charactersOf(node.raw, flags), min: 1, max: 1 }]]
    default:
      throw new Unproven()
  }
}

function repeat({ element, min, max }: AST.Quantifier, flags: string): readonly Sequence[] {
  const inner = expand(element, flags)
  const [item] = inner[0] ?? []
  if (inner.length === 1 && inner[0]?.length === 1 && item?.type === 'take' && item.min === 1 && item.max === 1)
    return [[{ ...item, min, max }]]
  if (max === Number.POSITIVE_INFINITY) return [[loop(inner, min)]]
  const all: Sequence[] = []
  let times: readonly Sequence[] = [[]]
  for (let count = 0; count <= max; count++) {
    if (count >= min) all.push(...times)
    if (count < max) times = product(times, inner)
    atMost(all)
  }
  return all
}

/** What a look ahead reads, and then the expression without it. */
const lookahead = (node: AST.LookaheadAssertion, flags: string): readonly Sequence[] => [
  ...node.alternatives.flatMap((each) => expand(each, flags)).map((inner): Sequence => [...inner, { type: 'end' }]),
  [{ type: 'assert', cost: 1 }],
]

/** Words that each begin with another character, again and again: there is one way to read them, so they are a run of letters. */
function loop(inner: readonly Sequence[], min: number): Item {
  const firsts: CharacterSet[] = []
  const sets: CharacterSet[] = []
  for (const sequence of inner) {
    const letters = takes(sequence)
    const [first] = letters
    if (!first || letters.some((item) => item.min !== item.max)) throw new Unproven()
    // What a look ahead reads is of a length that stands in the expression.
    if (sequence.at(-1)?.type === 'end') continue
    if (firsts.some((other) => !isDisjoint(other, first.set))) throw new Unproven()
    firsts.push(first.set)
    sets.push(...letters.map(({ set }) => set))
  }
  return { type: 'take', set: union(sets), min, max: Number.POSITIVE_INFINITY }
}

const product = (before: readonly Sequence[], after: readonly Sequence[]): readonly Sequence[] => {
  if (before.length * after.length > limits.sequences) throw new Unproven()
  return before.flatMap((one) => (one.at(-1)?.type === 'end' ? [one] : after.map((other) => [...one, ...other])))
}

function atMost(sequences: readonly Sequence[]): readonly Sequence[] {
  if (sequences.length > limits.sequences) throw new Unproven()
  return sequences
}

function assertion(node: AST.EdgeAssertion | AST.WordBoundaryAssertion | AST.LookbehindAssertion, flags: string): Item {
  if (node.kind === 'start')
    return {
      type: 'assert',
      before: flags.includes('m') ? charactersOf('[\\n\\r\\u2028\\u2029]', '') : union([]),
      cost: 0,
    }
  if (node.kind === 'word') return { type: 'assert', ...(!node.negate && { before: 'boundary' }), cost: 0 }
  if (node.kind !== 'lookbehind') return { type: 'assert', cost: 0 }
  const inner = node.alternatives.flatMap((each) => expand(each, flags))
  const letters = inner.flatMap(takes)
  if (letters.some(({ min, max }) => min !== max)) throw new Unproven()
  const cost = letters.reduce((sum, { max }) => sum + max, 0)
  const [only] = letters
  if (inner.length !== 1 || inner[0]?.length !== 1 || !only) return { type: 'assert', cost }
  return { type: 'assert', before: node.negate ? complement(only.set) : only.set, cost }
}

const takes = (sequence: Sequence) => sequence.filter((item) => item.type === 'take')

/** What is last never fails after the least that it takes: what it takes more is read once, with success. */
function withoutTail(sequence: Sequence): Sequence {
  const last = sequence.at(-1)
  return last?.type === 'take' ? [...sequence.slice(0, -1), { ...last, max: last.min }] : sequence
}

/** How many steps one place of the text may cost at most, over all attempts. Throws where that may grow with the text. */
function stepsOf(sequence: Sequence, word: CharacterSet): number {
  // From where on a run must have its bounds, so that no text is read once for each end of an earlier run.
  let barrier = 0
  let ways = 1
  let steps = 1
  for (const [index, item] of sequence.entries()) {
    if (item.type === 'end') continue
    if (item.type === 'assert') {
      steps += ways * item.cost
      continue
    }
    // Then after any but the longest run nothing more is read: only assertions are asked before it fails.
    const isSettled = isDisjoint(followOf(sequence, index + 1).set, item.set)
    const asked = sequence.slice(index + 1).reduce((sum, each) => sum + (each.type === 'assert' ? each.cost : 0), 1)
    if (isOpen(item)) {
      const reads = ways * arrivals(sequence, index, barrier, word)
      steps += reads * asked
      if (isSettled) continue
      ways = reads
      barrier = index + 1
    } else {
      // Letters of a word that is tried once are no more than its length.
      if (item.max > 1 || ways > 1) steps += ways * asked * item.max
      if (!isSettled) ways *= item.max - item.min + 1
    }
    if (steps > limits.steps) throw new Unproven()
  }
  return steps
}

const isOpen = (item: Item): boolean => item.type === 'take' && item.max === Number.POSITIVE_INFINITY

/** What may be the next character from an item on, and whether there must be one. */
function followOf(sequence: Sequence, from: number): { readonly set: CharacterSet; readonly isSure: boolean } {
  const sets: CharacterSet[] = []
  for (const item of sequence.slice(from)) {
    if (item.type !== 'take') continue
    sets.push(item.set)
    if (item.min > 0) return { set: union(sets), isSure: true }
  }
  return { set: union(sets), isSure: false }
}

/**
 * In how many attempts a run of an open item may be read. There is a place at or before it that what is read from there on
 * cannot go past: so no two such places share any text, and only what stands before the place counts.
 */
function arrivals(sequence: Sequence, open: number, barrier: number, word: CharacterSet): number {
  for (let place = open; place >= barrier; place--) {
    const before = beforeOf(sequence, place, word)
    const read = union(sequence.slice(place, open + 1).flatMap((item) => (item.type === 'take' ? [item.set] : [])))
    if (!before || !isDisjoint(before, read)) continue
    const earlier = sequence.slice(0, place)
    const bounded = earlier.slice(earlier.findLastIndex(isOpen) + 1)
    return bounded.reduce((sum, item) => sum + (item.type === 'take' ? item.max - item.min : 0), 1)
  }
  throw new Unproven()
}

/** What may stand before a place of a sequence; absent where that may be anything. */
function beforeOf(sequence: Sequence, place: number, word: CharacterSet): CharacterSet | undefined {
  const sets: CharacterSet[] = []
  for (let index = place - 1; index >= 0; index--) {
    const item = sequence[index]
    if (item?.type === 'take') {
      sets.push(item.set)
      if (item.min > 0) return union(sets)
    } else if (item?.type !== 'assert') continue
    else if (item.before === 'boundary') {
      const { set, isSure } = followOf(sequence, index + 1)
      if (isSure && isDisjoint(set, complement(word))) return union([...sets, complement(word)])
    } else if (item.before) return union([...sets, item.before])
  }
  return undefined
}
