import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { engines, rules, templates } from '../../../src/cli/builtIn.ts'
import type { Context } from '../../../src/cli/context.ts'
import { noProgress } from '../../../src/cli/progress.ts'
import { run } from '../../../src/cli/run.ts'

/** What a run of the command line wrote, and its exit status. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line without starting a process. */
export async function runCli(cwd: string, args: readonly string[], instead: Partial<Context> = {}): Promise<Outcome> {
  let out = ''
  let err = ''
  const context: Context = {
    cwd,
    hasColors: false,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    progress: noProgress,
    readInput: async () => ({ failure: 'has nothing in it' }),
    rules,
    templates,
    engines,
    ...instead,
  }
  return { code: await run(args, context), out, err }
}

/** A folder with these files, by path, that is removed after the test. */
export async function createFolder(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'design-docs-'))
  test.after(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** A decision made from our own template, in which only the status may be wrong. */
export const decision = (status = 'Accepted'): string => `# ADR-0007: Use a queue

- **Status:** ${status}
- **Date:** 2026-03-09
- **Deciders:** The platform team

## Context

Orders get lost when the warehouse is slow: 40 of 9,000 in March.

## Decision

We put a queue between the shop and the warehouse, since none may go missing.

## Alternatives Considered

### Retry in the shop

- **Pros:** nothing new to run
- **Cons:** an order is gone when the shop restarts
- **Why not:** it loses orders

### A table that the warehouse polls

- **Pros:** nothing new to run
- **Cons:** a query a second on the busiest table
- **Why not:** the table is what holds all up

## Consequences

### Positive

- No order goes missing.

### Negative

- One more part has to be run.

### Trade-offs

- Safety for an hour of work a month.

## Validation

The count of missing orders stays at zero for a month.
`
