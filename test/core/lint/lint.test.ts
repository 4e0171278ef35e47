import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { defineRule, type Problem, type RuleContext } from '../../../src/core/lint/rule.ts'
import { toRuleSettings } from '../../../src/core/lint/ruleSettings.ts'
import { createPositions } from '../../../src/core/text/positions.ts'
import { host, readModel, types } from '../../util/linting.ts'

/** Reports each `x` in a document. */
const findIt = defineRule({
  id: 'find-it',
  category: 'structure',
  description: 'Disallow x',
  severity: 'warning',
  *check({ document }): Generator<Problem> {
    for (const { index } of document.text.matchAll(/\bx\b/g))
      yield { start: index, end: index + 1, reason: 'Unexpected `x`' }
  },
})

const broken = defineRule({
  id: 'broken',
  category: 'structure',
  description: 'Require luck',
  severity: 'hint',
  // biome-ignore lint/correctness/useYield: it throws before it could yield
  *check() {
    throw new Error('out of luck')
  },
})

const lint = (text: string, options = {}, path?: string) =>
  createLinter({ rules: [findIt], types, host, ...options }).lint(readModel(text), path)
/** The lines of a note on which something is reported, starting at 1. */
const lines = async (text: string) => {
  const place = createPositions(`# Note: n\n\n${text}`)
  return (await lint(`# Note: n\n\n${text}`)).messages.map(({ start }) => place(start).line - 2)
}

suite('steps', () => {
  test('run one problem or one rule at a time, and nothing ahead of that', async () => {
    const ran: string[] = []
    const rule = (id: string) => ({
      ...findIt,
      id,
      *check(): Generator<Problem> {
        ran.push(id)
        yield { start: 0, end: 1, reason: 'Unexpected title' }
      },
    })
    const linter = createLinter({ rules: [rule('a'), rule('b'), rule('c')], types, host })
    const run = linter.steps(readModel('# Note: n'))
    for (const expected of [['a'], ['a'], ['a', 'b']]) {
      assert.equal((await run.next()).done, false)
      assert.deepEqual(ran, expected)
    }
  })

  test('that are abandoned leave nothing behind, and the next run is complete', async () => {
    /** Reports which comments have silenced something, and which rules and categories have judged the document. */
    const notes = {
      ...findIt,
      id: 'notes',
      category: 'silencing',
      *check({ silence, ruleNames }: RuleContext): Generator<Problem> {
        const used = silence.comments.map((comment) => silence.isUsed(comment))
        const judged = [...ruleNames].filter(([, hasJudged]) => hasJudged).map(([name]) => name)
        yield { start: 0, end: 1, reason: `${used}, ${judged}` }
      },
    } as const
    const again = { ...findIt, id: 'find-again' }
    const text = '# Note: n\n\n<!-- design-docs-disable-next-line find-it -->\nx\n\nx'
    const options = { rules: [findIt, again, notes], types, host }
    const linter = createLinter(options)
    const document = readModel(text)
    const run = linter.steps(document)
    // Up to the first finding of the second rule: the comment is used, and the first rule has judged.
    for (let step = 0; step < 4; step++) assert.equal((await run.next()).done, false)
    const reasons = async (settings: object) =>
      (await createLinter({ ...options, settings }).lint(document)).messages.map(({ reason }) => reason)
    const unexpected = Array<string>(3).fill('Unexpected `x`')
    assert.deepEqual(await reasons({ 'find-it': 'off', 'find-again': 'off' }), ['false, '])
    assert.deepEqual(await reasons({}), ['true, find-it,structure,find-again', ...unexpected])
    assert.deepEqual(await linter.lint(document), await createLinter(options).lint(readModel(text)))
  })
})

suite('a rule that waits for an answer', () => {
  const ran: string[] = []
  const rule = (id: string, category: 'structure' | 'silencing', waits: boolean) => ({
    ...findIt,
    id,
    category,
    ...(waits && { prepare: () => void ran.push(`asks ${id}`) }),
    *check(): Generator<Problem> {
      ran.push(id)
      yield { start: 0, end: 1, reason: 'Unexpected title' }
    },
  })

  test('is prepared before other rules and checked after them, and messages at one place are in the order of the rules', async () => {
    const rules = [
      rule('silent', 'silencing', false),
      rule('a', 'structure', true),
      rule('b', 'structure', false),
      rule('off', 'structure', true),
    ]
    const linter = createLinter({ rules, types, host, settings: { off: 'off' } })
    const { messages } = await linter.lint(readModel('# Note: n'))
    assert.deepEqual(ran, ['asks a', 'b', 'a', 'silent'])
    assert.deepEqual(
      messages.map(({ ruleId }) => ruleId),
      ['silent', 'a', 'b'],
    )
  })
})

suite('linting', () => {
  test('a file that is not a design document gets no messages', async () => {
    assert.deepEqual(await lint('# Readme\n\nx'), { messages: [] })
    assert.equal((await lint('# Note: x')).messages.length, 1)
  })

  test('the type comes from front matter, then globs, then the title, then the path', async () => {
    const typeOf = async (text: string, path?: string) =>
      (await lint(text, { config: { types: [[['notes/**'], 'note']] } }, path)).type?.id
    assert.equal(await typeOf('---\ndocumentType: note\n---\n# System Design: x'), 'note')
    assert.equal(await typeOf('---\ndocumentType: nothing\n---\n# System Design: x'), 'nothing')
    assert.equal(await typeOf('---\ndocumentType: "x\n---\n# Something'), 'unknown')
    assert.equal(await typeOf('---\ntitle: "x\n---\n# Something'), undefined)
    assert.equal(await typeOf('# Note: x', '.design-docs/templates/note.md'), undefined)
    assert.equal(await typeOf('# System Design: x', 'notes/a.md'), 'note')
    assert.equal(await typeOf('# System Design: x', 'other/a.md'), 'system-design')
    assert.equal(await typeOf('# System design primer'), undefined)
    assert.equal(await typeOf('# ADR 7: Keep it'), 'adr-nygard', 'a guess: the smallest')
    assert.equal(await typeOf('# adr-0007 - Keep it'), 'adr-nygard')
    assert.equal(await typeOf('# ADR tools'), undefined)
    assert.equal(await typeOf('# Decisions', 'docs/adr/README.md'), undefined)
    assert.equal(await typeOf('# Use a queue', 'docs/adr/0001-use-a-queue.md'), 'adr-nygard')
  })

  test('a document with most of a type’s required headings is of that type', async () => {
    const headings = [
      'Overview',
      'Requirements',
      'Architecture',
      'Components',
      'Data Model',
      'API',
      'Scaling Considerations',
      'Security',
      'Monitoring',
      'Open Questions',
    ]
    assert.equal((await lint(headings.map((title) => `## ${title}\n\nx\n`).join('\n'))).type?.id, 'system-design')
    assert.equal(
      (
        await lint(
          headings
            .slice(0, 3)
            .map((title) => `## ${title}\n\nx\n`)
            .join('\n'),
        )
      ).type,
      undefined,
    )
  })

  test('ignored paths and disabled rules give no messages; config and front matter override settings', async () => {
    assert.deepEqual(await lint('# Note: x', { config: { ignore: ['old/**'] } }, 'old/a.md'), { messages: [] })
    assert.deepEqual((await lint('# Note: x', { settings: { 'find-it': 'off' } })).messages, [])
    assert.equal(
      (
        await lint('# Note: x', {
          settings: { 'find-it': 'off' },
          config: { rules: toRuleSettings({ 'find-it': 'error' }) },
        })
      ).messages[0]?.severity,
      'error',
    )
    assert.equal((await lint('---\nrules: { find-it: hint }\n---\n# Note: x')).messages[0]?.severity, 'hint')
  })

  test('a rule that throws gives one message, and the other rules still run', async () => {
    const { messages } = await lint('# Note: x', { rules: [broken, findIt] })
    assert.deepEqual(
      messages.map(({ ruleId, severity }) => [ruleId, severity]),
      [
        ['internal-error', 'error'],
        ['find-it', 'warning'],
      ],
    )
    assert.match(messages[0]?.reason ?? '', /`broken` failed: Error: out of luck/)
    await assert.rejects(lint('# Note: x', { rules: [broken], rethrow: true }))
  })
})

suite('disable comments', () => {
  test('silence rules from there on, until enabled', async () => {
    assert.deepEqual(
      await lines('x\n<!-- design-docs-disable find-it -->\nx\n\n<!-- design-docs-enable find-it -->\n\nx'),
      [1, 7],
    )
    assert.deepEqual(await lines('<!-- design-docs-disable -->\n\nx\n\n<!-- design-docs-enable -->\n\nx'), [7])
    assert.deepEqual(await lines('<!-- design-docs-disable other, another -->\n\nx'), [3])
  })

  test('silence the next line that is not blank', async () => {
    assert.deepEqual(await lines('<!-- design-docs-disable-next-line find-it -- a reason -->\n\nx\nx'), [4])
    assert.deepEqual(await lines('<!-- design-docs-disable-next-line find-it -->\r\nx\r\nx'), [3])
    assert.deepEqual(await lines('- <!-- design-docs-disable-next-line find-it -->\n  x\n- x'), [3])
    assert.deepEqual(await lines('x <!-- design-docs-disable-next-line find-it -->'), [1])
  })

  test('silence the whole file', async () => {
    assert.deepEqual(await lines('x\n\n<!-- design-docs-disable-file find-it -->'), [])
  })

  test('in code are ordinary text', async () => {
    assert.deepEqual(await lines('`<!-- design-docs-disable find-it -->` x'), [1])
  })
})
