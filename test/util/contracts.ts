/** Contracts: what we rely on in a package that does not promise it, each with a proof that a breach would be noticed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'

/** A change to the text of a package, as another version of it might have. */
export interface Patch {
  /** The text that is replaced, wherever it stands. */
  readonly find: string
  readonly with: string
}

export interface Contract<Inside> {
  /** The file in `src/diagrams/mermaid/inside/` that would have to change. */
  readonly usedBy: string
  /** What is relied on, as a sentence. */
  readonly relies: string
  /** Fails with an assertion where that is not so. */
  check(inside: Inside): unknown
  /** A change that must make the check fail, so that none can only pass. */
  readonly broken: Patch
}

/**
 * Set in the environment, the proofs run too. `npm run mermaid-upgrade` sets it; the tests of every day do without, for each
 * proof loads a package of its own, and nothing of it changes until mermaid does.
 */
export const proving = 'PROVE_CONTRACTS'

const kept = ' relies on this: '
const noticed = 'noticed if it were not so: '

/**
 * Makes the tests of contracts: that the package is as we rely on it, and that one that is not would be noticed.
 *
 * @param load gives the package as it is, or with a change made to it; fails where that finds nothing to change
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

/** Replaces what a patch says in some texts of a package. Fails where there is nothing to replace. */
export function patched(texts: ReadonlyMap<string, string>, patch: Patch | undefined): ReadonlyMap<string, string> {
  if (!patch) return texts
  assert.ok(
    [...texts.values()].some((text) => text.includes(patch.find)),
    `Nothing to patch: ${patch.find}`,
  )
  return new Map([...texts].map(([name, text]) => [name, text.replaceAll(patch.find, () => patch.with)]))
}

/** What a test that failed says of its contract, in one line. */
export function breachOf(title: string): string {
  const place = title.indexOf(kept)
  if (place !== -1) return `${title.slice(place + kept.length)} · src/diagrams/mermaid/inside/${title.slice(0, place)}`
  if (title.startsWith(noticed)) return `nothing proves any more that this is checked: ${title.slice(noticed.length)}`
  return title
}
