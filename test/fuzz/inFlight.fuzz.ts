import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { readExamples, readRuleHeader } from '../../build/ruleHeader.ts'
import { createLinter, type LintMessage, type LintResult } from '../../src/core/lint/lint.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { rules } from '../../src/generated/rules.ts'
import { readQuickly, types } from '../util/linting.ts'
import { holds } from './check.ts'

/** Longer texts are cut: an edit matters as often in a short one, and is checked in a tenth of the time. */
const maxLength = 1_500

const corpus = new URL('../../../shared/corpus/design/', import.meta.url)

interface Start {
  readonly text: string
  readonly type?: string
  readonly path?: string
}

/** The examples of every rule and, if the corpus is available, the beginnings of real documents. */
const starts: readonly Start[] = [
  ...rules.flatMap(({ id }) =>
    readExamples(readRuleHeader(readFileSync(new URL(`../../src/rules/${id}.ts`, import.meta.url), 'utf8'))),
  ),
  ...(existsSync(corpus)
    ? readdirSync(corpus)
        .filter((name) => name.endsWith('.md'))
        .map((name) => ({
          text: readFileSync(new URL(name, corpus), 'utf8').slice(0, maxLength),
          type: 'system-design',
        }))
    : []),
]

/** Pieces that change how the rest of a text is read, and words that rules look for. */
const pieces = [
  '\n',
  '\n\n',
  'word ',
  'A line above.\n\n',
  '## Costs\n\n',
  '# ',
  '- ',
  '> ',
  '| a | b |\n|---|---|\n| TBD | $5 |\n',
  '```mermaid\nflowchart LR\n  A --> Q\n```\n',
  '```\n',
  '<!-- x -->\n',
  '<!-- design-docs-disable -->\n',
  '<!--',
  '[x]: /u\n',
  '[x]',
  'TODO',
  '[Words to fill in]',
  'Total: $5,000\n',
  '99.9% is three nines',
  '50M / 86400 = 5',
  'Status: Draft\n',
]

/** Checks diagrams asynchronously, as a worker does. The letter Q is a mistake. */
const host = {
  async checkDiagram(_engine: string, source: string) {
    await Promise.resolve()
    const at = source.indexOf('Q')
    return at < 0 ? [] : [{ start: at, end: at + 1, reason: 'Unexpected `Q`' }]
  },
}

const settings = Object.fromEntries(rules.map(({ id }) => [id, 'warning']))
const linter = createLinter({ rules, types, host, settings, rethrow: true })

/** The messages of a lint run; undefined if it does not finish within that many steps. */
async function advance(
  run: AsyncGenerator<void, LintResult, void>,
  steps = Number.POSITIVE_INFINITY,
): Promise<readonly LintMessage[] | undefined> {
  for (let taken = 0; taken < steps; taken++) {
    const step = await run.next()
    if (step.done) return step.value.messages
  }
  return undefined
}

/** An edit during a lint run: its position, from 0 to 1, and how many steps its own run takes before the next edit. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(20)),
  inserted: fc.constantFrom('', ...pieces),
  // The next edit often comes at once, and most runs are abandoned, since those that are completed take most of the
  // time.
  steps: fc.oneof(fc.nat(4), fc.nat(rules.length)),
  isAbandoned: fc.constantFrom(false, true, true, true),
})
const session = fc.record({
  start: fc.constantFrom(...starts),
  edits: fc.array(edit, { minLength: 1, maxLength: 40, size: 'max' }),
})

// Texts are read quickly, since micromark would take a third of the time, and sharing between texts is the same with
// either.
holds('lints in flight find what a lint of their own text alone finds', 250, session, async ({ start, edits }) => {
  const parser = createParser()
  let { text } = start
  let flying: { readonly text: string; readonly run: ReturnType<typeof linter.steps> } | undefined
  for (const { at, removed, inserted, steps, isAbandoned } of edits) {
    const from = Math.floor(at * text.length)
    text = (text.slice(0, from) + inserted + text.slice(from + removed)).slice(0, maxLength)
    const run = linter.steps(readQuickly(text, parser), start.path, start.type)
    // The run before this edit is completed only now: partly after its text has been replaced.
    if (flying) {
      const alone = await linter.lint(readQuickly(flying.text), start.path, start.type)
      assert.deepEqual(await advance(flying.run), alone.messages, JSON.stringify(flying.text))
    }
    const found = await advance(run, steps)
    // Some runs are abandoned. What they have read may be reused by the next one, but must not falsify it.
    flying = found || isAbandoned ? undefined : { text, run }
  }
})
