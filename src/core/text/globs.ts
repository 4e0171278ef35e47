/** Compiles globs and matches paths against them, in time by the length of both. */

import { addAll } from '../data/longLists.ts'
import { type CharacterTest, type GlobPart, readGlob } from './globParts.ts'

export interface Glob {
  readonly pattern: string
  /** @param path relative, with `/` */
  matches(path: string): boolean
}

const compiled = new WeakMap<readonly string[], readonly Glob[]>()

/** Compile a list of globs, once for as long as the list is kept: a list belongs to a config or a document type. */
export function compileGlobs(patterns: readonly string[]): readonly Glob[] {
  const globs = compiled.get(patterns) ?? patterns.map((pattern) => ({ pattern, matches: compile(pattern) }))
  compiled.set(patterns, globs)
  return globs
}

/** Whether a path matches one of the globs. */
export const matchesGlob = (patterns: readonly string[], path: string): boolean =>
  compileGlobs(patterns).some(({ matches }) => matches(path))

/** Longer globs and paths are none. */
const longestGlob = 500
const longestPath = 5_000

function compile(pattern: string): Glob['matches'] {
  if (pattern.length > longestGlob) return () => false
  const written = withoutDot(pattern)
  const denials = written.search(/[^!]|$/)
  const glob = withoutDot(written.slice(denials))
  if (glob === '') return () => false
  const isDenied = denials % 2 === 1
  // Folders upon folders are no more than folders.
  const names = glob.split('/').filter((name, index, all) => name !== '**' || all[index - 1] !== '**')
  const machine = { ...toStates(readGlob(names.join('/'))), places: new Map(), steps: 0 }
  return (path) => path.length <= longestPath && leadsToEnd(machine, path) !== isDenied
}

/** Takes a character and goes on, or goes on at once, in several ways. */
interface State {
  readonly test?: CharacterTest
  readonly next: number[]
}

/** The states of a glob, and the ways through them that a path has taken before: most paths begin alike. */
interface Machine {
  readonly states: readonly State[]
  readonly start: number
  readonly places: Map<string, Place>
  steps: number
}

/** Some states at once, and where a character leads from them, as far as that is known; undefined where to none. */
interface Place {
  readonly at: ReadonlySet<number>
  readonly next: Map<string, Place | undefined>
}

/** So many steps of a glob are remembered. */
const mostSteps = 2_000

/** The first state is the end. */
const end = 0

const withoutDot = (glob: string): string => (glob.startsWith('./') ? glob.slice(2) : glob)

/** All states of a glob: about as many as it has signs. */
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

/** Goes all ways at once, a character at a time: no way is tried anew. */
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

/** States that can be reached without a character. */
function closure(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from)
  // A set is walked through as it grows.
  for (const index of reached) {
    const state = states[index]
    if (state && !state.test) for (const next of state.next) reached.add(next)
  }
  return reached
}
