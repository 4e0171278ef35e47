/**
 * Proves quickly that a regular expression takes linear time. The expression is expanded into sequences of single
 * characters, each with the number of times it may occur; the proof is that no part of it reads the same text more
 * often than a number that depends on the expression alone. An expression that is not proven here may still be linear.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { type CharacterSet, charactersOf, complement, isDisjoint, union } from './characterSets.ts'

/** A repeated character, or something between characters. */
type Item =
  | { readonly type: 'take'; readonly set: CharacterSet; readonly min: number; readonly max: number }
  /** `before`: what may precede this position, if known; for a word boundary it depends on what follows. */
  | { readonly type: 'assert'; readonly before?: CharacterSet | 'boundary'; readonly cost: number }
  /** Nothing follows: the items before it are all that a lookahead reads. */
  | { readonly type: 'end' }

type Sequence = readonly Item[]

/** Thrown when an expression is beyond this proof. */
class Unproven extends Error {}

/** The most sequences that an expression may expand to, and the most steps that one position of the text may cost. */
const limits = { sequences: 1_000, steps: 2_000 }

/** Whether an expression is proven to take linear time on any text, with a factor of at most `limits.steps`. */
export function isLinear(pattern: string, flags: string): boolean {
  if (flags.includes('v')) return false
  const ast = new RegExpParser().parsePattern(pattern, undefined, undefined, { unicode: flags.includes('u') })
  try {
    const word = charactersOf('\\w', flags)
    // A sticky expression is tried at one position only, like one that is anchored to the start of the text.
    const first: Sequence = flags.includes('y') ? [{ type: 'assert', before: union([]), cost: 0 }] : []
    const steps = expand(ast, flags).map((sequence) => stepsOf(withoutTail([...first, ...sequence]), word))
    return steps.reduce((sum, each) => sum + each, 0) <= limits.steps
  } catch (error) {
    if (error instanceof Unproven) return false
    throw error
  }
}

/** All sequences that a part of an expression expands to. */
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

/** The sequences that a lookahead reads, followed by one for the expression without it. */
const lookahead = (node: AST.LookaheadAssertion, flags: string): readonly Sequence[] => [
  ...node.alternatives.flatMap((each) => expand(each, flags)).map((inner): Sequence => [...inner, { type: 'end' }]),
  [{ type: 'assert', cost: 1 }],
]

/** A repeated choice of words that begin with different characters. It can be read in one way only: as one run. */
function loop(inner: readonly Sequence[], min: number): Item {
  const firsts: CharacterSet[] = []
  const sets: CharacterSet[] = []
  for (const sequence of inner) {
    const letters = takes(sequence)
    const [first] = letters
    if (!first || letters.some((item) => item.min !== item.max)) throw new Unproven()
    // What a lookahead reads has a fixed length.
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

/** The last item cannot fail once it has read its minimum: whatever it reads beyond that is read once, with success. */
function withoutTail(sequence: Sequence): Sequence {
  const last = sequence.at(-1)
  return last?.type === 'take' ? [...sequence.slice(0, -1), { ...last, max: last.min }] : sequence
}

/** The most steps that one position of the text costs, over all attempts. Throws if that could grow with the text. */
function stepsOf(sequence: Sequence, word: CharacterSet): number {
  // The index from which on a run has to be delimited, so that no text is read once for each end of an earlier run.
  let barrier = 0
  let ways = 1
  let steps = 1
  for (const [index, item] of sequence.entries()) {
    if (item.type === 'end') continue
    if (item.type === 'assert') {
      steps += ways * item.cost
      continue
    }
    // If settled, nothing more is read after any run but the longest: only assertions are evaluated before it fails.
    const isSettled = isDisjoint(followOf(sequence, index + 1).set, item.set)
    const asked = sequence.slice(index + 1).reduce((sum, each) => sum + (each.type === 'assert' ? each.cost : 0), 1)
    if (isOpen(item)) {
      const reads = ways * arrivals(sequence, index, barrier, word)
      steps += reads * asked
      if (isSettled) continue
      ways = reads
      barrier = index + 1
    } else {
      // The characters of a word that is tried once cost no more than its length.
      if (item.max > 1 || ways > 1) steps += ways * asked * item.max
      if (!isSettled) ways *= item.max - item.min + 1
    }
    if (steps > limits.steps) throw new Unproven()
  }
  return steps
}

const isOpen = (item: Item): boolean => item.type === 'take' && item.max === Number.POSITIVE_INFINITY

/** The characters that may come next from an item on, and whether there has to be one. */
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
 * The number of attempts in which the run of an open item may be read. At or before the item there has to be a place
 * whose preceding character cannot occur in what is read from there to the end of the run. No text is then read from
 * two such places, and only the items before the place count. Throws if there is no such place.
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

/** The characters that may precede a place in a sequence; undefined if that could be any. */
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
