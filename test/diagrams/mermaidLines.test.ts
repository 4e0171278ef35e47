import './quickMermaid.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '../../src/diagrams/mermaid.ts'
import { type BrokenDiagram, brokenDiagrams } from './brokenDiagrams.ts'

/** Puts a diagram between text that mermaid removes before it parses. */
type Placement = (diagram: BrokenDiagram) => { readonly source: string; readonly line: number }

const after =
  (before: string): Placement =>
  ({ source, line }) => ({
    source: before + source,
    line: line + before.split('\n').length - 1,
  })

const frontMatter = '---\ntitle: Orders\nconfig:\n  theme: neutral\n---\n'

const placements: Record<string, Placement> = {
  plain: after(''),
  'front matter': after(frontMatter),
  init: after('%%{init: {"theme": "neutral"}}%%\n'),
  'init over several lines': after('%%{\n  init: {\n    "theme": "neutral"\n  }\n}%%\n'),
  comments: after('%% How orders flow.\n%% Keep in step with the code.\n'),
  blanks: after('\n\n   \n'),
  'front matter and comments': after(`${frontMatter}\n%% How orders flow.\n\n%% Keep in step.\n`),
  'comments within': ({ source, line }) => {
    const lines = source.split('\n')
    return { source: lines.join('\n\n  %% A remark: -> [not (closed.\n'), line: line * 3 }
  },
}

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length - 1

test('at least 95 % of errors are reported on the right line, and the rest at most one line off', async (t) => {
  const wrong: string[] = []
  let furthest = 0
  for (const [name, place] of Object.entries(placements)) {
    let right = 0
    for (const diagram of brokenDiagrams) {
      const { source, line } = place(diagram)
      const [problem] = await parse(source)
      assert(problem, `${diagram.name}, ${name}: nothing found`)
      assert(problem.start <= problem.end && problem.end <= source.length, `${diagram.name}, ${name}: outside`)
      const away = Math.abs(lineOf(source, problem.start) - line)
      furthest = Math.max(furthest, away)
      if (away === 0) right++
      else wrong.push(`${diagram.name}, ${name}: ${away} away, ${problem.reason}`)
    }
    t.diagnostic(`${name}: ${right} of ${brokenDiagrams.length}`)
  }
  const all = brokenDiagrams.length * Object.keys(placements).length
  t.diagnostic(`all: ${all - wrong.length} of ${all}, at most ${furthest} lines away`)
  assert(wrong.length <= all * 0.05, `${wrong.length} of ${all} on a wrong line:\n${wrong.join('\n')}`)
  assert(furthest <= 1, wrong.join('\n'))
})

test('a reason is one short sentence without parser jargon', async () => {
  for (const { name, source } of brokenDiagrams) {
    for (const { reason } of await parse(source)) {
      assert.match(reason, /^[A-Z`]/, name)
      assert.doesNotMatch(reason, /\.$|\n|\bline \d|NODE_STRING|SQE|Expecting/, name)
      assert(reason.length < 120, reason)
    }
  }
})

const shapes: readonly (readonly [opener: string, closer: string])[] = [
  ['[', ']'],
  ['[(', ')]'],
  ['([', '])'],
  ['((', '))'],
  ['{{', '}}'],
  ['(((', ')))'],
]

test('a shape that is never closed is reported with all of its brackets', async () => {
  for (const [opener, closer] of shapes) {
    const text = `flowchart LR\n  A${opener}Orders --> B\n  B --> C\n`
    const [problem] = await parse(text)
    assert.equal(problem?.reason, `Missing \`${closer}\` to close this bracket`)
    assert.equal(problem.start, text.indexOf(opener))
  }
})

const frontMatters: readonly (readonly [string, string])[] = [
  ['---\ntitle: [a\n---\nflowchart LR\n  A', 'title: [a'],
  ['---\ntitle: a\nconfig\n  theme: dark\n---\nflowchart LR\n  A', 'config'],
  ['---\ntitle: "a\nconfig:\n  theme: dark\n---\nflowchart LR\n  A', '"a'],
  ['---\ntitle: a\n--\nflowchart LR\n  A', '--'],
  ['%%{init: {"theme": "dark"}}\nflowchart LR\n  A', '%%{init: {"theme": "dark"}}'],
]

test('an error in front matter or a directive is reported where it is', async () => {
  for (const [source, place] of frontMatters) {
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const [problem] = await parse(text)
      assert.equal(text.slice(problem?.start, problem?.end), place, JSON.stringify(text))
    }
  }
})

test('Windows line endings do not move a problem', async () => {
  for (const { name, source, line } of brokenDiagrams) {
    const text = source.replaceAll('\n', '\r\n')
    const [problem] = await parse(text)
    assert.equal(lineOf(text, problem?.start ?? 0), line, name)
    assert.doesNotMatch(text.slice(problem?.start, problem?.end), /[\r\n]/, name)
  }
})
