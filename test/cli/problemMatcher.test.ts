import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { createPaint } from '../../src/cli/colors.ts'
import { stylish } from '../../src/cli/formatters/stylish.ts'
import { rules } from '../../src/generated/rules.ts'
import { document, message, plain, report } from './util/reports.ts'
import { createFolder, runCli } from './util/runCli.ts'

interface Pattern {
  readonly regexp: string
  readonly loop?: boolean
  readonly [part: string]: unknown
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const [matcher] = manifest.contributes.problemMatchers as readonly {
  readonly name: string
  readonly pattern: readonly [Pattern, Pattern]
}[]
assert.ok(matcher)
const [head, row] = matcher.pattern

/** The problems that VS Code finds with these patterns; the last pattern may match many lines. */
function problemsIn(output: string): readonly Readonly<Record<string, string>>[] {
  const read = ({ regexp, loop: _, ...parts }: Pattern, line: string) => {
    const found = new RegExp(regexp).exec(line)
    return found && Object.fromEntries(Object.entries(parts).map(([part, group]) => [part, found[Number(group)] ?? '']))
  }
  const problems: Readonly<Record<string, string>>[] = []
  let file: Readonly<Record<string, string>> | null = null
  for (const line of output.split('\n')) {
    const problem = file && read(row, line)
    if (file && problem) problems.push({ ...file, ...problem })
    else file = read(head, line)
  }
  return problems
}

suite('the problem matcher $design-docs', () => {
  test('reads every finding that the stylish formatter writes, in all its parts', () => {
    const messages = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity, index) =>
      rules.map(({ id }, at) =>
        message({
          severity,
          ruleId: id,
          line: at * 37 + 1,
          column: index * 50 + 1,
          message: `Two  blanks, \`a-b\` 3:4 warning and  more ${'x'.repeat(at * 3 + 1)}`,
        }),
      ),
    )
    const documents = [
      document({ messages }),
      document({ path: 'my docs/two  blanks.md', messages: messages.slice(0, 2) }),
      document({ path: 'a b.md', documentType: null, messages: [] }),
      document({ path: 'c.md', messages: messages.slice(0, 1) }),
    ]
    const style = { ...plain, isVerbose: true, showsHints: true }
    const severityOf = (word: string) => (word === 'information' ? 'info' : word)
    const expected = documents.flatMap(({ path, messages }) =>
      messages.map(({ line, column, severity, message, ruleId }) => ({
        file: path,
        line: String(line),
        column: String(column),
        severity: severityOf(severity),
        message,
        code: ruleId,
      })),
    )
    assert.deepEqual(problemsIn(stylish(report(...documents), style)), expected)
    const painted = stylish(report(...documents), { ...style, paint: createPaint(true) })
    assert.notEqual(painted, stripVTControlCharacters(painted))
    assert.deepEqual(problemsIn(stripVTControlCharacters(painted)), expected)
  })

  test('reads findings in documents and in the team’s config, and no other line', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/config.json': '{ "rules": { "no-placeholder": 7 } }',
      'docs/zoo.md': '# System Design: Zoo\n\n## Overview\n\nTBD\n',
    })
    const { out } = await runCli(cwd, ['lint'])
    const listed = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out)
    const places = [...(listed.teamFiles ?? []), ...listed.documents].flatMap(
      ({ path, messages }: { path: string; messages: readonly { line: number; ruleId: string; severity: string }[] }) =>
        messages.filter(({ severity }) => severity !== 'hint').map(({ line, ruleId }) => [path, String(line), ruleId]),
    )
    assert.deepEqual(
      problemsIn(out).map(({ file, line, code }) => [file, line, code]),
      places,
    )
    assert.ok(places.length > 1)
  })
})
