import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { readExamples, readRuleHeader } from '../../build/ruleHeader.ts'
import { createLinter, type LintMessage, type LintResult } from '../../src/core/lint/lint.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { rules } from '../../src/generated/rules.ts'
import { readQuickly, types } from '../util/linting.ts'
import { holds } from './check.ts'

/** Longer texts are cut: an edit is as likely to matter in a short one, and ten times as quick to check. */
const maxLength = 1_500

const corpus = new URL('../../../shared/corpus/design/', import.meta.url)

interface Start {
  readonly text: string
  readonly type?: string
  readonly path?: string
}

/** The examples of every rule, and the beginnings of real documents where there are some. */
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

/** What changes how the rest is read, and what rules look for. */
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

/** A diagram is checked when others have had their turn, as in a worker; the letter Q is a mistake in it. */
const host = {
  async checkDiagram(_engine: string, source: string) {
    await Promise.resolve()
    const at = source.indexOf('Q')
    return at < 0 ? [] : [{ start: at, end: at + 1, reason: 'Unexpected `Q`' }]
  },
}

const settings = Object.fromEntries(rules.map(({ id }) => [id, 'warning']))
const linter = createLinter({ rules, types, host, settings, rethrow: true })

/** What a lint finds, once it is done; undefined when so many steps are too few. */
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

/** An edit while a text is being linted: where, as a share of the text, and how far its own lint gets before the next edit. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(20)),
  inserted: fc.constantFrom('', ...pieces),
  // Often the next edit comes at once, and of most lints nothing is left: what is read to the end takes longest.
  steps: fc.oneof(fc.nat(4), fc.nat(rules.length)),
  isAbandoned: fc.constantFrom(false, true, true, true),
})
const session = fc.record({
  start: fc.constantFrom(...starts),
  edits: fc.array(edit, { minLength: 1, maxLength: 40, size: 'max' }),
})

// A third of the time is micromark's otherwise, and what texts share is the same whichever parser has read it.
holds('lints in flight find what a lint of their own text alone finds', 250, session, async ({ start, edits }) => {
  const parser = createParser()
  let { text } = start
  let flying: { readonly text: string; readonly run: ReturnType<typeof linter.steps> } | undefined
  for (const { at, removed, inserted, steps, isAbandoned } of edits) {
    const from = Math.floor(at * text.length)
    text = (text.slice(0, from) + inserted + text.slice(from + removed)).slice(0, maxLength)
    const run = linter.steps(readQuickly(text, parser), start.path, start.type)
    // The lint before this edit ends only now; some of it was done before, some is done on a text that is gone.
    if (flying) {
      const alone = await linter.lint(readQuickly(flying.text), start.path, start.type)
      assert.deepEqual(await advance(flying.run), alone.messages, JSON.stringify(flying.text))
    }
    const found = await advance(run, steps)
    // Some are abandoned; what they have read may serve the next, but must not mislead it.
    flying = found || isAbandoned ? undefined : { text, run }
  }
})
