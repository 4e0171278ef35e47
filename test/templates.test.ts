import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isDecisionType } from '../src/core/decisions/record.ts'
import { outlineOf } from '../src/core/document/sections.ts'
import { applyEdits } from '../src/core/lint/edits.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import { isDesignType } from '../src/core/template/hasChecklist.ts'
import { parseSnippet } from '../src/core/template/snippet.ts'
import { rules } from '../src/generated/rules.ts'
import { templateTexts } from '../src/generated/templates.ts'
import { fixtures, lint, lintDocument, loadTemplate, readModel, resolve, show, today } from './util/linting.ts'

/** The templates as parsed from their files, without using summaries. */
const templates = templateTexts.map(({ name, text }) => loadTemplate(text, name))

for (const template of [...templates, ...fixtures]) {
  suite(template.id, () => {
    const { text, tabStops } = template.snippet
    const { type } = template

    test('has no problems, and tab stops in reading order', () => {
      assert.deepEqual(template.problems, [])
      assert.ok(template.title)
      const indexes = [...new Set(tabStops.flatMap(({ index }) => (index ? [index] : [])))]
      assert.deepEqual(
        indexes,
        Array.from(indexes, (_, i) => i + 1),
        'tab stops are numbered in reading order',
      )
      assert.doesNotMatch(text, /<!--section/)
    })

    test('puts none of its own keys into a document', () => {
      const keys = Object.keys(readModel(text).frontmatter.data)
      assert.deepEqual(
        keys.filter((key) => !['status', 'date', 'decision-makers', 'consulted', 'informed'].includes(key)),
        [],
      )
    })

    if (!type) return

    test('has one ID as template, type and prefix', () => {
      assert.equal(type.id, template.id)
      if (templates.includes(template)) assert.equal(template.prefix, template.id)
    })

    test('renders a document with every required section', async () => {
      assert.deepEqual(outlineOf(readModel(text), type).missing, [])
      assert.ok(type.titlePrefix || type.files.length > 0)
    })

    test('renders a document that reports its open placeholders and examples, and nothing else', async () => {
      const [sum, ...messages] = (await lint(text, rules, type.id)).toSorted(
        (a, b) => Number(b.ruleId === 'places-to-fill') - Number(a.ruleId === 'places-to-fill'),
      )
      assert.deepEqual(
        messages.filter(({ ruleId }) => ruleId !== 'no-placeholder').map((message) => show(text, message)),
        [],
      )
      assert.equal(sum?.severity, 'information')
      assert.match(sum.reason, new RegExp(`^${messages.length} places? to fill in, (?:the first )?(?:in|at) `))
      const placeholders = tabStops.filter(
        ({ index, placeholder, choices }) => index && placeholder && !choices && placeholder !== today,
      )
      const model = readModel(text)
      // The examples in fixtures are too small to be recognised.
      const examples = templates.includes(template) ? model.nodes('code').map((node) => model.rangeOf(node).start) : []
      assert.deepEqual(
        messages.map(({ start }) => start),
        [...placeholders.map(({ offset }) => offset), ...examples].sort((a, b) => a - b),
        'each where it stands',
      )
    })

    const parser = createParser()
    const document = readModel(text, parser)
    for (const spec of type.sections.filter(({ isRequired }) => isRequired)) {
      test(`reports a missing ${spec.title}, and the fix restores it`, async () => {
        const section = document.sections.find(({ key }) => spec.keys[0] === key)
        assert.ok(section)
        const without = text.slice(0, section.start) + text.slice(section.end)
        const missing = (await lintDocument(readModel(without, parser), rules, type.id)).filter(
          ({ ruleId }) => ruleId !== 'no-placeholder' && ruleId !== 'places-to-fill',
        )
        assert.deepEqual(
          missing.map(({ ruleId }) => ruleId),
          ['required-section'],
        )
        const [fix] = missing[0]?.fixes ?? []
        assert.ok(fix)
        assert.equal(applyEdits(without, fix.edits, resolve).trimEnd(), text.trimEnd())
      })
    }

    if (isDesignType(type) && !isDecisionType(type) && templates.includes(template))
      test('begins with status, author, reviewers and date', () => {
        const start = text.slice(0, text.indexOf('\n## ', text.indexOf('**Status:**')))
        for (const label of ['Status', 'Author', 'Reviewers', 'Date'])
          assert.match(start, new RegExp(`^- \\*\\*${label}s?:\\*\\* \\S`, 'm'))
      })

    test('leaves its offered sections out of a new document', () => {
      const offered = type.sections.filter(({ isOffered }) => isOffered)
      const headings = new Set(document.sections.map(({ key }) => key))
      assert.deepEqual(
        offered.filter(({ keys: [key = ''] }) => headings.has(key)).map(({ title }) => title),
        [],
      )
    })

    test('has sections whose snippets are valid on their own', () => {
      for (const spec of type.sections) assert.deepEqual(parseSnippet(spec.snippet).problems, [], spec.title)
    })
  })
}
