/** Compiles globs and matches paths against them, in time proportional to the length of both. */

import { addAll } from '../data/longLists.ts'
import { type CharacterTest, type GlobPart, readGlob } from './globParts.ts'

export interface Glob {
  readonly pattern: string
  /** @param path relative, with `/` */
  matches(path: string): boolean
}

const compiled = new WeakMap<readonly string[], readonly Glob[]>()

/** Compile a list of globs. Cached by list, which belongs to a config or a document type. */
export function compileGlobs(patterns: readonly string[]): readonly Glob[] {
  const globs = compiled.get(patterns) ?? patterns.map((pattern) => ({ pattern, matches: compile(pattern) }))
  compiled.set(patterns, globs)
  return globs
}

/** Whether a path matches one of the globs. */
export const matchesGlob = (patterns: readonly string[], path: string): boolean =>
  compileGlobs(patterns).some(({ matches }) => matches(path))

/** Whether a glob matches everything but what it names: one of those in a list would undo all others. */
export const isDenial = (pattern: string): boolean => /^[./]*!/.test(pattern)

/** Maximum lengths; longer globs and paths do not match. */
const longestGlob = 500
const longestPath = 5_000

function compile(pattern: string): Glob['matches'] {
  if (pattern.length > longestGlob) return () => false
  const written = withoutDot(pattern)
  const denials = written.search(/[^!]|$/)
  const glob = withoutDot(written.slice(denials))
  if (glob === '') return () => false
  const isDenied = denials % 2 === 1
  // Consecutive `**` are equivalent to one.
  const names = glob.split('/').filter((name, index, all) => name !== '**' || all[index - 1] !== '**')
  const machine = { ...toStates(readGlob(names.join('/'))), places: new Map(), steps: 0 }
  return (path) => path.length <= longestPath && leadsToEnd(machine, path) !== isDenied
}

/** A state that consumes a character, or continues without one, with several successors. */
interface State {
  readonly test?: CharacterTest
  readonly next: number[]
}

/** The states of a glob, with cached transitions: most paths start alike. */
interface Machine {
  readonly states: readonly State[]
  readonly start: number
  readonly places: Map<string, Place>
  steps: number
}

/** A set of simultaneous states, with known transitions by character; undefined if a character leads nowhere. */
interface Place {
  readonly at: ReadonlySet<number>
  readonly next: Map<string, Place | undefined>
}

/** Number of transitions that are cached for each glob. */
const mostSteps = 2_000

/** The index of the final state. */
const end = 0

const withoutDot = (glob: string): string => (glob.startsWith('./') ? glob.slice(2) : glob)

/** All states of a glob: about as many as it has characters. */
function toStates(parts: readonly GlobPart[]): { readonly states: readonly State[]; readonly start: number } {
  const states: State[] = [{ next: [] }]
  const add = (state: State): number => states.push(state) - 1
  const before = (list: readonly GlobPart[], next: number): number =>
    list.reduceRight((after, part) => {
      if (part.kind === 'one') return add({ test: part.test, next: [after] })
      if (part.kind === 'choice') return add({ next: part.options.map((option) => before(option, after)) })
      const loop: State = { test: part.test, next: [] }
      const start = add({ next: [after, add(loop)] })
      loop.next.push(start)
      return start
    }, next)
  return { start: before(parts, end), states }
}

/** Follows all alternatives at once, character by character, without backtracking. */
function leadsToEnd(machine: Machine, path: string): boolean {
  let place = machine.places.get('') ?? placeFor(machine, closure(machine.states, [machine.start]), '')
  for (const character of path) {
    const next = place.next.has(character) ? place.next.get(character) : step(machine, place, character)
    if (!next) return false
    place = next
  }
  return place.at.has(end)
}

function step(machine: Machine, { at, next }: Place, character: string): Place | undefined {
  const { states, places } = machine
  if (machine.steps++ > mostSteps) {
    places.clear()
    machine.steps = 0
  }
  const reached: number[] = []
  for (const state of at) if (states[state]?.test?.(character)) addAll(reached, states[state]?.next ?? [])
  const all = closure(states, reached)
  const key = [...all].toSorted((a, b) => a - b).join()
  const place = all.size === 0 ? undefined : (places.get(key) ?? placeFor(machine, all, key))
  next.set(character, place)
  return place
}

function placeFor({ places }: Machine, at: ReadonlySet<number>, key: string): Place {
  const place = { at, next: new Map() }
  places.set(key, place)
  return place
}

/** All states that are reachable without consuming a character. */
function closure(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from)
  // Iterating over a set includes elements that are added meanwhile.
  for (const index of reached) {
    const state = states[index]
    if (state && !state.test) for (const next of state.next) reached.add(next)
  }
  return reached
}
