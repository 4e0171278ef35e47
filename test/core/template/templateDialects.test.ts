import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { outlineOf } from '../../../src/core/document/sections.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { parseTemplate, type Template, templateSteps } from '../../../src/core/template/template.ts'
import { rules } from '../../../src/generated/rules.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'
import { host, readModel, show } from '../../util/linting.ts'

const folder = new URL('../../fixtures/dialects/', import.meta.url)
const dialects = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
const textOf = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8')
const load = (text: string, name = 'ours') => parseTemplate(text, name, syntaxes, { isOfTeam: true })

/** Lints a text as a document of the team's own template. */
async function lintAs({ type }: Template, text: string) {
  assert.ok(type)
  const ofTeam = { ...type, path: '.design-docs/templates/theirs.md' }
  const linter = createLinter({ rules, types: [ofTeam], host, rethrow: true })
  return (await linter.lint(readModel(text), undefined, type.id)).messages
}

const sectionsOf = ({ type }: Template) => {
  const titlesOf = (isRequired: boolean) =>
    (type?.sections ?? []).filter((spec) => spec.isRequired === isRequired).map(({ title }) => title)
  return { required: titlesOf(true), optional: titlesOf(false) }
}

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
]

for (const name of dialects) {
  for (const [variant, change] of variants) {
    suite(`the template ${name}.md ${variant}`, () => {
      const source = change(textOf(name))
      const template = load(source, name)
      const { text, tabStops } = template.snippet

      test('is a type without problems', () => {
        assert.deepEqual(template.problems, [])
        assert.deepEqual(template.snippet.problems, [])
        assert.ok(template.type && template.type.sections.length > 2)
      })

      test('renders the text of its source, except for marks and empty sections', () => {
        const plain = (whole: string) =>
          whole
            .replace(/\[What belongs under “.*?”\]/g, '')
            .replace(/<!-- This is an optional element.*?-->/g, '')
            .replace(/"\{proposed \|.*\}"/, '"proposed"')
            .replace(/provisional|proposed\|.*withdrawn/, 'proposed')
            .replaceAll('High/Medium/Low', 'High')
            .replace(/Draft(?: \| In Review \| Approved \| …| \/ In Review \/ Approved)/, 'Draft')
            .replace(/\s+/g, ' ')
            .trim()
        assert.equal(plain(text), plain(source))
        assert.doesNotMatch(text, /<!--section/)
      })

      test('has tab stops in reading order, starting with the title', () => {
        const titleStart = template.document.title?.start ?? -1
        const titleEnd = text.indexOf('\n', titleStart)
        const ofTitle = tabStops.filter(({ offset }) => offset >= titleStart && offset < titleEnd)
        const all = [...new Set(tabStops.flatMap(({ index }) => (index ? [index] : [])))]
        assert.deepEqual(
          all.toSorted((a, b) => a - b),
          Array.from(all, (_, i) => i + 1),
        )
        const rest = all.filter((index) => !ofTitle.some((stop) => stop.index === index))
        assert.deepEqual(
          rest,
          rest.toSorted((a, b) => a - b),
        )
      })

      test('reports its open placeholders once rendered, and nothing else', async () => {
        const messages = (await lintAs(template, text)).filter(({ ruleId }) => ruleId !== 'places-to-fill')
        assert.deepEqual(
          messages.filter(({ ruleId }) => ruleId !== 'no-placeholder').map((message) => show(text, message)),
          [],
        )
        const open = tabStops.filter(({ choices }) => !choices).map(({ offset }) => offset)
        assert.deepEqual(
          messages.map(({ start }) => start),
          open,
        )
      })

      for (const spec of template.type?.sections.filter(({ isRequired }) => isRequired) ?? []) {
        test(`reports a missing ${spec.title}, and the fix restores it`, async () => {
          const section = readModel(text).sections.find(({ key }) => spec.keys[0] === key)
          assert.ok(section)
          const without = text.slice(0, section.start) + text.slice(section.end)
          const missing = (await lintAs(template, without)).filter(
            ({ ruleId }) => ruleId !== 'no-placeholder' && ruleId !== 'places-to-fill',
          )
          assert.deepEqual(
            missing.map(({ ruleId, reason }) => [ruleId, reason.includes(`\`${spec.title}\``)]),
            [['required-section', true]],
          )
          const [fix] = missing[0]?.fixes ?? []
          assert.ok(fix)
          assert.equal(applyEdits(without, fix.edits).trimEnd(), text.trimEnd())
        })
      }
    })
  }
}

suite('dialects of templates', () => {
  test('say which sections are optional', () => {
    assert.deepEqual(sectionsOf(load(textOf('madr'))), {
      required: ['Context and Problem Statement', 'Considered Options', 'Decision Outcome'],
      optional: ['Decision Drivers', 'Consequences', 'Pros and Cons of the Options'],
    })
    assert.deepEqual(sectionsOf(load(textOf('spec-kit'))), {
      required: ['User Scenarios & Testing', 'Requirements'],
      optional: ['Key Entities', 'Assumptions'],
    })
    assert.deepEqual(sectionsOf(load(textOf('tep'))).optional, ['Risks', 'References'])
    assert.deepEqual(sectionsOf(load(textOf('kep'))).optional, [
      'User Stories',
      'Story 1',
      'Story 2',
      'Notes/Constraints',
    ])
    assert.deepEqual(sectionsOf(load('# A\n\n## B\n<!-- optional -->\n\nx\n\n## C\n\ny\n')), {
      required: ['C'],
      optional: ['B'],
    })
  })

  test('match a section with and without the note after its title', async () => {
    const template = load(textOf('spec-kit'))
    const text =
      '# Feature Specification: Login\n\n## User Scenarios & Testing\n\nA.\n\n## Requirements\n\n### Key Entities\n\nB.\n'
    assert.deepEqual(await lintAs(template, text), [])
    assert.equal(outlineOf(readModel(text), template.type ?? assert.fail()).found.size, 3)
  })

  test('keep front matter for other tools at the start of the document', () => {
    const theirs = load('---\nstatus: draft\n---\n# {title}\n\n## A\n').snippet.text
    assert.match(theirs, /^---\nstatus: draft\n---\n# /)
    const both = load('---\ndocumentType: x\nfiles:\n- a/*.md\nstatus: draft\ntitle: X\n---\n# {title}\n\n## A\n')
    assert.match(both.snippet.text, /^---\nstatus: draft\n---\n# /)
    assert.deepEqual([both.id, both.title, both.type?.files], ['x', 'X', ['a/*.md']])
    assert.match(load('---\ndocumentType: x\n---\n# {title}\n\n## A\n').snippet.text, /^# /)
    const two = load('---\ndocumentType: x\n---\n---\nstatus: ${1|a,b|}\n---\n# ${2:[Title]}\n\n## A\n')
    assert.match(two.snippet.text, /^---\nstatus: a\n---\n# /)
  })

  test('may have choices in front matter that are not YAML yet, but no other mistakes', () => {
    const text =
      '---\nstatus: {draft | … | replaced by [RFC-0005](0005-x.md)}\nowner: {who: and why\n---\n# {title}\n\n## A\n'
    const broken = load(text)
    assert.match(broken.problems[0]?.reason ?? '', /^Front matter is not valid YAML/)
    const { problems, snippet } = load(text.replace('owner: {who: and why\n', ''))
    assert.deepEqual(problems, [])
    assert.match(snippet.source, /^---\nstatus: \$\{2\|draft,…,replaced by RFC-0005\|\}\n---\n# /)
  })

  test('enforce choices where they are offered: in front matter, lines and cells', async () => {
    const tep = load(textOf('tep'), 'tep')
    const text =
      '---\nstatus: done\n---\n# TEP-0007: Queue\n\n## Summary\n\nA.\n\n## Motivation\n\nB.\n\n## Risks\n\n| Risk | Likelihood |\n|---|---|\n| Full | high |\n| Slow | Often |\n\n## Review\n\nStatus: Open\n'
    assert.deepEqual(
      (await lintAs(tep, text)).map((message) => show(text, message)),
      [
        '2:9-2:13: `done` is not a valid value for `status`: choose `proposed`, `implementable`, `implemented` or `withdrawn`',
        '19:10-19:15: `Often` is not a valid value for `Likelihood`: choose `High`, `Medium` or `Low`',
        '23:9-23:13: `Open` is not a valid value for `Status`: choose `Draft`, `In Review` or `Approved`',
      ],
    )
  })

  test('allow other values than those of an open list, but not the list itself', async () => {
    const madr = load(textOf('madr'), 'madr')
    const check = async (status: string) => {
      const text = `---\nstatus: ${status}\ndate: 2026-03-09\n---\n# Queue\n\n## Context and Problem Statement\n\nA.\n\n## Considered Options\n\nB.\n\n## Decision Outcome\n\nC.\n`
      return (await lintAs(madr, text)).map(({ ruleId }) => ruleId)
    }
    for (const value of ['accepted', '"accepted"', 'superseded by ADR-0009', 'on hold'])
      assert.deepEqual(await check(value), [], value)
    assert.deepEqual(await check('"proposed | rejected | accepted"'), ['allowed-choice'])
  })

  test('recognise a sentence of the template however its lines are broken', async () => {
    const rfc = load(textOf('rfc'), 'rfc')
    const text =
      '# Summary\n\nIt works.\n\n# Motivation\n\nWhy do we do this? Which uses does it support?\r\nWhat is the outcome that you\r\nexpect?\n\n# Guide-level explanation\n\nFine.\n\n# Drawbacks\n\nWe should *not* do this.\n'
    assert.deepEqual(
      (await lintAs(rfc, text)).map(({ ruleId, start }) => [ruleId, start]),
      [['no-placeholder', text.indexOf('Why do we')]],
    )
  })

  test('ask in a title for what follows its number and colon', () => {
    const titleOf = (line: string) => {
      const { type, snippet } = load(`${line}\n\n## A\n\n## B\n`)
      return [
        type?.titlePrefix,
        ...snippet.tabStops
          .filter(({ offset }) => offset < snippet.text.indexOf('\n'))
          .map(({ placeholder }) => placeholder),
      ]
    }
    assert.deepEqual(titleOf('# KEP-NNNN: Your title'), ['KEP-', 'NNNN', 'Your title'])
    assert.deepEqual(titleOf('# RFC: Title'), ['RFC:', 'Title'])
    assert.deepEqual(titleOf('# Title'), ['', 'Title'])
    assert.deepEqual(titleOf('# RFC 0000: {title}'), ['RFC 0000:', '{title}'])
    assert.deepEqual(titleOf('# RFC 0000 Title'), ['RFC', '0000', 'Title'])
    assert.deepEqual(titleOf('# Feature: [NAME] (draft)'), ['Feature:', '[NAME]'])
  })

  test('leave text alone that is not a placeholder', () => {
    const text =
      '# {title}\n\n## A\n\n- [ ] [link](a.md) and `{code}` and [RFC 2119] cost $5 or ${x}, a \\\\ b \\$ c\n\n```js\nconst a = `${b}`\n```\n\n| a |\n|---|\n| x/y |\n'
    const { snippet } = load(text)
    assert.equal(snippet.text, text)
    assert.deepEqual(
      snippet.tabStops.map(({ placeholder }) => placeholder),
      ['{title}'],
    )
  })

  test('read any text without exceptions, and say why it is not a template', () => {
    const texts = [
      Array.from({ length: 10_000 }, (_, i) => `## Part ${i} of it\n\n`).join(''),
      `# T\n\n${'## A [b {c <d\n\n${1 <!-- x\n\n'.repeat(2_000)}`,
      '[{<'.repeat(60_000),
      `# T\n\n${'> '.repeat(2_000)}a`,
      '# T\n\n## A\n\n| '.repeat(5_000),
      'x'.repeat(1_000_000),
      `---\n${'a: {b | c}\n'.repeat(5_000)}---\n# T\n`,
      '\u0000# A\r## B\r',
    ]
    for (const text of texts) {
      const { problems } = load(text)
      assert.ok(Array.isArray(problems))
    }
    assert.match(load(texts[0] ?? '').problems[0]?.reason ?? '', /10000 headings/)
    assert.match(load('x'.repeat(1_000_000)).problems[0]?.reason ?? '', /too long: 1000000/)
    assert.match(load('Only text.\n').problems[0]?.reason ?? '', /^No heading/)
  })

  test('refuse lists and quotes nested more than 40 deep', () => {
    const nested = (mark: string, depth: number) => `# T\n\n## A\n\n${mark.repeat(depth)}x\n`
    const reasonOf = (text: string) => load(text).problems[0]?.reason
    for (const mark of ['- ', '> ', '>', '1. ', '+\t', '* 2) > '])
      assert.match(reasonOf(nested(mark, 600)) ?? '', /^Template has lists or quotes nested \d+ deep/, mark)
    assert.equal(reasonOf(nested('- ', 41)), 'Template has lists or quotes nested 41 deep, expected at most 40')
    assert.equal(load(nested('- ', 41)).type, undefined)
    for (const line of ['- '.repeat(20), '* '.repeat(60), '-'.repeat(600), '* > - a', '>'.repeat(40)])
      assert.equal(reasonOf(`# T\n\n## A\n\n${line}\n`), undefined, line)
  })

  test('are read section by section, so that others can run in between', () => {
    const text = `# T\n\n${Array.from({ length: 30 }, (_, i) => `## Part ${i}\n\n{what is in part ${i}}\n\n`).join('')}`
    const run = templateSteps(text, 'ours', syntaxes, { isOfTeam: true })
    let steps = 0
    let step = run.next()
    for (; !step.done; step = run.next()) steps++
    assert.ok(steps >= 60, `${steps} steps`)
    assert.deepEqual(sectionsOf(step.value), sectionsOf(load(text)))
  })
})
