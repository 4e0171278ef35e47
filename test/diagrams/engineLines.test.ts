import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinter } from '../../src/core/lint/lint.ts'
import { parse as parseGraphviz } from '../../src/diagrams/graphviz.ts'
import { parse as parsePlantuml } from '../../src/diagrams/plantuml.ts'
import diagramSyntax from '../../src/rules/diagram-syntax.ts'
import drawableDiagram from '../../src/rules/drawable-diagram.ts'
import { readModel, types } from '../util/linting.ts'
import { random } from '../util/random.ts'
import { type BrokenDiagram, readBroken } from './brokenDiagrams.ts'

const engines = {
  dot: { parse: parseGraphviz, broken: readBroken('broken-graphviz.txt') },
  plantuml: { parse: parsePlantuml, broken: readBroken('broken-plantuml.txt') },
}

/** Returns a document with the source in a fence, and the line on which the source begins, starting at 0. */
type Placement = (source: string, language: string) => { readonly text: string; readonly first: number }

const fence = (source: string, language: string, mark = '```') => `${mark}${language}\n${source}\n${mark}\n`
const prefixed = (text: string, first: string, rest: string) =>
  text.replace(/^.*$/gm, (line, offset: number) => `${offset === 0 ? first : rest}${line}`.trimEnd())

const placements: Record<string, Placement> = {
  plain: (source, language) => ({ text: `# Note: Orders\n\n${fence(source, language)}`, first: 3 }),
  'front matter': (source, language) => ({
    text: `---\ntitle: Orders\nstatus: draft\n---\n\n# Note: Orders\n\n${fence(source, language)}`,
    first: 8,
  }),
  list: (source, language) => ({
    text: `# Note: Orders\n\n${prefixed(fence(source, language), '- ', '  ')}\n`,
    first: 3,
  }),
  'list in a list': (source, language) => ({
    text: `# Note: Orders\n\n1. First\n   - Second\n\n${prefixed(fence(source, language), '     ', '     ')}\n`,
    first: 6,
  }),
  quote: (source, language) => ({
    text: `# Note: Orders\n\n${prefixed(fence(source, language), '> ', '> ')}\n`,
    first: 3,
  }),
  'after another': (source, language) => ({
    text: `# Note: Orders\n\n${fence('flowchart LR\n  a --> b', 'mermaid')}\nText.\n\n${fence(source, language, '~~~~')}`,
    first: 10,
  }),
  'blank lines and comments before': (source, language) => ({
    text: `# Note: Orders\n\n${fence(`\n${language === 'dot' ? '// a remark' : "' a remark"}\n\n${source}`, language)}`,
    first: 6,
  }),
  'Windows line breaks': (source, language) => ({
    text: `# Note: Orders\n\n${fence(source, language)}`.replaceAll('\n', '\r\n'),
    first: 3,
  }),
}

for (const [language, { parse, broken }] of Object.entries(engines)) {
  // Cached, since most placements leave the source unchanged.
  const known = new Map<string, ReturnType<typeof parse>>()
  const checkDiagram = async (engine: string, source: string) => {
    if (engine === 'mermaid') return []
    const problems = known.get(source) ?? parse(source)
    known.set(source, problems)
    return problems
  }
  const linter = createLinter({ rules: [diagramSyntax, drawableDiagram], types, host: { checkDiagram }, rethrow: true })
  const lineOf = async ({ source }: BrokenDiagram, place: Placement) => {
    const { text, first } = place(source, language)
    const [message] = (await linter.lint(readModel(text), undefined, 'note')).messages
    return { message, line: message && text.slice(0, message.start).split('\n').length - 1 - first }
  }

  test(`${language}: 95 % of errors are reported on the right line of the document, the rest one line off`, async (t) => {
    const wrong: string[] = []
    let furthest = 0
    for (const [name, place] of Object.entries(placements)) {
      let right = 0
      for (const diagram of broken) {
        const { message, line } = await lineOf(diagram, place)
        assert(message && line !== undefined, `${diagram.name}, ${name}: nothing found`)
        const away = Math.abs(line - diagram.line)
        furthest = Math.max(furthest, away)
        if (away === 0) right++
        else wrong.push(`${diagram.name}, ${name}: ${away} away, ${message.reason}`)
      }
      t.diagnostic(`${name}: ${right} of ${broken.length}`)
    }
    const all = broken.length * Object.keys(placements).length
    t.diagnostic(`all: ${all - wrong.length} of ${all}, at most ${furthest} lines away`)
    assert(wrong.length <= all * 0.05, `${wrong.length} of ${all} on a wrong line:\n${wrong.join('\n')}`)
    assert(furthest <= 1, wrong.join('\n'))
  })

  test(`${language}: a reason is one short sentence without line numbers`, async () => {
    for (const { name, source } of broken)
      for (const { reason, start, end } of await parse(source)) {
        assert.match(reason, /^[A-Z`]/, name)
        assert.doesNotMatch(reason, /\.$|\n|\bline \d/, name)
        assert(reason.length < 120, reason)
        assert(0 <= start && start <= end && end <= source.length, name)
        assert.doesNotMatch(source.slice(start, end), /\n/, name)
      }
  })
}

test('valid diagrams have no problems', async () => {
  const { graphvizSources, plantumlSources } = await import('../webview/engineSources.ts')
  for (const [name, source] of Object.entries(graphvizSources)) assert.deepEqual(await parseGraphviz(source), [], name)
  for (const [name, source] of Object.entries(plantumlSources)) assert.deepEqual(await parsePlantuml(source), [], name)
})

test('no input makes a parser throw or report a range outside it', async () => {
  const pieces = [
    '{',
    '}',
    '[',
    '"',
    '<',
    '>',
    '->',
    '--',
    '\n',
    '@startuml\n',
    '@enduml',
    "/'",
    '!while 1\n',
    ' a ',
    '\\',
  ]
  const next = random(7)
  for (let round = 0; round < 60; round++) {
    const text = Array.from({ length: Math.floor(next() * 25) }, () => pieces[Math.floor(next() * pieces.length)]).join(
      '',
    )
    for (const parse of [parseGraphviz, parsePlantuml])
      for (const { start, end } of await parse(text)) assert(0 <= start && start <= end && end <= text.length, text)
  }
})
