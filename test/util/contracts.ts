/** Contracts: behaviour of a package that we rely on without a promise, with a proof that a breach is noticed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'

/** A change to the text of a package, as another version of it might have. */
export interface Patch {
  /** The text to replace, wherever it occurs. */
  readonly find: string
  readonly with: string
}

export interface Contract<Inside> {
  /** The file in `src/diagrams/mermaid/inside/` that would have to change. */
  readonly usedBy: string
  /** What we rely on, as a sentence. */
  readonly relies: string
  /** Fails with an assertion if that does not hold. */
  check(inside: Inside): unknown
  /** A change that must make the check fail, so that no check passes regardless. */
  readonly broken: Patch
}

/**
 * The environment variable with which the proofs run too. `npm run mermaid-upgrade` sets it. Everyday tests do without
 * proofs: each loads its own copy of a package, and its result cannot change until mermaid does.
 */
export const proving = 'PROVE_CONTRACTS'

const kept = ' relies on this: '
const noticed = 'noticed if it were not so: '

/**
 * Creates a function that defines the tests of a contract: that the package fulfils it, and that a breach would be
 * noticed.
 *
 * @param load returns the package as installed, or patched; throws if the patch finds nothing to change
 */
export function contractsOf<Inside>(load: (patch?: Patch) => Promise<Inside>): (contract: Contract<Inside>) => void {
  let installed: Promise<Inside> | undefined
  const isProving = process.env[proving] !== undefined
  return ({ usedBy, relies, check, broken }) => {
    test(usedBy + kept + relies, async () => {
      installed ??= load()
      await check(await installed)
    })
    if (!isProving) return
    test(noticed + relies, async () => {
      const other = await load(broken)
      await assert.rejects(async () => check(other), assert.AssertionError)
    })
  }
}

/** Applies a patch to some texts of a package. Throws if there is nothing to replace. */
export function patched(texts: ReadonlyMap<string, string>, patch: Patch | undefined): ReadonlyMap<string, string> {
  if (!patch) return texts
  assert.ok(
    [...texts.values()].some((text) => text.includes(patch.find)),
    `Nothing to patch: ${patch.find}`,
  )
  return new Map([...texts].map(([name, text]) => [name, text.replaceAll(patch.find, () => patch.with)]))
}

/** The breach that a failed test stands for, in one line. */
export function breachOf(title: string): string {
  const place = title.indexOf(kept)
  if (place !== -1) return `${title.slice(place + kept.length)} · src/diagrams/mermaid/inside/${title.slice(0, place)}`
  if (title.startsWith(noticed)) return `nothing proves any more that this is checked: ${title.slice(noticed.length)}`
  return title
}
