import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { languages, translatedTemplates } from '../build/translations.ts'
import { outlineOf } from '../src/core/document/sections.ts'
import { parseSnippet } from '../src/core/template/snippet.ts'
import { rules } from '../src/generated/rules.ts'
import { lintDocument, once, readQuickly, resolve, show, templates } from './util/linting.ts'

for (const language of await languages())
  suite(language, async () => {
    const texts = await translatedTemplates(language)

    test('has every template', () => {
      assert.deepEqual(Object.keys(texts), templates.flatMap(({ id, type }) => (type ? id : [])).toSorted())
    })

    for (const [id, source] of Object.entries(texts)) {
      const { type, snippet: english } = templates.find((template) => template.id === id) ?? {}
      const snippet = parseSnippet(source, resolve)
      const { text, tabStops } = snippet
      const model = once(() => readQuickly(text))

      test(`${id} has the placeholders and structure of the English template`, () => {
        assert.ok(type && english)
        assert.deepEqual(snippet.problems, [])
        const stopsOf = (stops: typeof tabStops) =>
          stops.map(({ index, choices = [], variable = '' }) => `${index ?? ''} ${choices.join()} ${variable}`)
        assert.deepEqual(stopsOf(tabStops), stopsOf(english.tabStops))
        assert.doesNotMatch(text, /<!--section/)
        const [own, other] = [model(), readQuickly(english.text)]
        assert.deepEqual(
          own.sections.map(({ depth }) => depth),
          other.sections.map(({ depth }) => depth),
        )
        assert.deepEqual(
          own.nodes('code').map(({ value }) => value),
          other.nodes('code').map(({ value }) => value),
        )
        assert.equal(own.comments.length, other.comments.length)
      })

      test(`${id} has every section of its type`, () => {
        assert.ok(type)
        const { found, missing } = outlineOf(model(), type)
        assert.deepEqual(
          missing.map(({ spec }) => spec.title),
          [],
        )
        // Each section has a title of its own.
        assert.equal(new Set(found.values()).size, found.size)
        assert.equal(found.size, type.sections.filter(({ isOffered }) => !isOffered).length)
      })

      test(`${id} reports its open placeholders and nothing else`, async () => {
        assert.ok(type)
        const messages = (await lintDocument(model(), rules, id)).filter(({ ruleId }) => ruleId !== 'places-to-fill')
        assert.deepEqual(
          messages.filter(({ ruleId }) => ruleId !== 'no-placeholder').map((message) => show(text, message)),
          [],
        )
        const open = tabStops.filter(({ index, choices, placeholder }) => index && !choices && /^\[/.test(placeholder))
        const starts = new Set(messages.map(({ start }) => start))
        assert.deepEqual(
          open.filter(({ offset }) => !starts.has(offset)).map(({ placeholder }) => placeholder),
          [],
        )
      })
    }
  })
