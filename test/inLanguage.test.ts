import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { languages, translatedFragments, translatedTemplates } from '../build/translations.ts'
import { type DocumentModel, titleKey } from '../src/core/document/document.ts'
import type { Language } from '../src/core/document/language.ts'
import { insertMissing, outlineOf } from '../src/core/document/sections.ts'
import { createLinter } from '../src/core/lint/lint.ts'
import { createWords, inLanguageOf, templateIn } from '../src/core/template/inLanguage.ts'
import type { Template } from '../src/core/template/template.ts'
import { rules } from '../src/generated/rules.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { reviewDocument } from '../src/review/documentReview.ts'
import { host, readQuickly, resolve, templates, types } from './util/linting.ts'

const texts = new Map<string, Readonly<Record<string, string>>>()
for (const language of await languages()) texts.set(language, await translatedTemplates(language))
const typeOf = (id: string) => {
  const type = types.find((each) => each.id === id)
  assert.ok(type)
  return type
}

const lintAs = (id: string, text: string | DocumentModel, language?: Language) =>
  createLinter({ rules, types, host, rethrow: true, language }).lint(
    typeof text === 'string' ? readQuickly(text) : text,
    undefined,
    id,
  )

/** The result of a review without its texts: how often each rule reports something, and what is met. */
async function stateOf(id: string, text: string) {
  const document = readQuickly(text)
  const { messages, type } = await lintAs(id, document)
  assert.ok(type)
  const { groups } = reviewDocument(document, type, messages)
  return {
    found: messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`).toSorted(),
    places: messages
      .flatMap(({ ruleId, reason }) => (ruleId === 'places-to-fill' ? /^\d+/.exec(reason) : []))
      .map(String),
    groups: groups.map(({ id: group, items }) => `${group}: ${items.map(({ state }) => state).join(' ')}`),
  }
}

const ofEnglish = new Map<string, ReturnType<typeof stateOf>>()

for (const [language, ofLanguage] of texts)
  suite(`new documents in ${language}`, () => {
    for (const id of Object.keys(ofLanguage))
      test(`${id} gets the review of the English one`, async () => {
        const english = templates.find((each: Template) => each.id === id)?.snippet.text
        const words = typeOf(id).wordsIn?.(language as Language)
        assert.ok(english && words)
        const expected = ofEnglish.get(id) ?? stateOf(id, english)
        ofEnglish.set(id, expected)
        assert.deepEqual(await stateOf(id, words.snippet.text), await expected)
      })
  })

suite('offered sections', () => {
  for (const [language, ofLanguage] of texts)
    for (const id of Object.keys(ofLanguage)) {
      const type = typeOf(id)
      const offered = type.sections.filter(({ isOffered }) => isOffered)
      if (offered.length === 0) continue
      test(`${id} has them in ${language}, structured like the English ones`, () => {
        const { sections } = inLanguageOf(type, readQuickly(ofLanguage[id] ?? ''))
        for (const [index, english] of type.sections.entries()) {
          const spec = sections[index]
          if (!english.isOffered || !spec) continue
          assert.notEqual(spec.snippet, english.snippet, english.title)
          assert.ok(spec.guidance, spec.title)
          assert.ok(english.keys.includes(titleKey(spec.title)), `${spec.title} is no alias of ${english.title}`)
          assert.deepEqual(
            spec.tabStops.map((stop) => stop.index),
            english.tabStops.map((stop) => stop.index),
            spec.title,
          )
          const lineStarts = (text: string) => text.match(/^(?:#+ |[-*] |\d\. |\||<!--)/gm)
          assert.deepEqual(lineStarts(spec.snippet), lineStarts(english.snippet), spec.title)
        }
      })
    }
})

suite('fragments in other languages', () => {
  for (const language of texts.keys())
    test(`${language} has them under IDs of English ones`, async () => {
      const ids = new Set(templates.flatMap(({ id, type }) => (type ? [] : id)))
      assert.deepEqual(
        Object.keys(await translatedFragments(language)).filter((id) => !ids.has(id)),
        [],
      )
    })
})

suite('a type in the language of a document', () => {
  const german = `# One-Pager: Ein Zimmer halten

## Ausgangslage

Zwei Gäste am Tag bezahlen dasselbe Zimmer, und jeder kostet uns einen Abend voller Entschuldigungen.
`
  const english = `# One-Pager: Hold a room

## Problem

Two guests a day pay for the same room, and each of them costs us a night that is full of apologies.
`
  const onePager = typeOf('one-pager')

  test('has titles and guidance in that language, and English keys', () => {
    const type = inLanguageOf(onePager, readQuickly(german))
    const [first] = [...outlineOf(readQuickly(german), type).found]
    assert.equal(first?.[0].title, 'Ausgangslage')
    assert.match(first?.[0].guidance ?? '', /^Ein Absatz: wer das Problem hat/)
    assert.doesNotMatch(first?.[0].guidance ?? '', /section required/)
    assert.equal(first?.[0].keys[0], 'problem')
    assert.equal(inLanguageOf(onePager, readQuickly(german)), type)
  })

  test('inserts sections in that language', () => {
    const [edit] = insertMissing(readQuickly(german), inLanguageOf(onePager, readQuickly(german)))
    assert.match(edit?.newText ?? '', /^\n?## Vorschlag\n<!-- Was danach für die Betroffenen anders ist/)
    assert.match(edit?.newText ?? '', /\n## Entscheidungsbedarf\n/)
    assert.doesNotMatch(edit?.newText ?? '', /## (?:Proposal|Cost|Decision Wanted)/)
  })

  test('reports missing sections in that language, whatever the language of new documents', async () => {
    const reasons = async (text: string, language?: Language) =>
      (await lintAs('one-pager', text, language)).messages.map(({ reason }) => reason).join('\n')
    assert.match(await reasons(german), /No sections `Vorschlag`, .*, expected after `Ausgangslage`/)
    assert.match(await reasons(german, 'zh-cn'), /No sections `Vorschlag`, .*, expected after `Ausgangslage`/)
    assert.match(await reasons(english, 'de'), /No sections `Proposal`, .*, expected after `Problem`/)
  })

  test('is in the language of new documents if the text is too short to tell', async () => {
    const reasons = async (language?: Language) =>
      (await lintAs('one-pager', '# One-Pager: Berths\n', language)).messages.map(({ reason }) => reason).join('\n')
    assert.match(await reasons(), /No sections .*`Proposal`/)
    assert.match(await reasons('de'), /No sections .*`Vorschlag`/)
  })
})

suite('a fragment in the language of a document', () => {
  const glossary = templates.find(({ id }) => id === 'glossary')
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    de: {
      glossary: '## Glossar\n\n| Begriff | Bedeutung |\n| --- | --- |\n| ${1:[Wort]} | ${2:[Bedeutung]} |$0\n',
      risks: '## Risiken\n\n- ${1:[Risiko]}$0\n',
    },
    'zh-cn': { glossary: '## 术语表\n\n| 术语 | 含义 |\n| --- | --- |\n| ${1:[词语]} | ${2:[含义]} |$0\n' },
  }
  const ofFragment = createWords((language) => words[language], syntaxes, resolve)
  const inserted = (id: string, language: Language) => {
    const fragment = templates.find((each) => each.id === id)
    assert.ok(fragment)
    const { document, snippet } = templateIn({ ...fragment, wordsIn: ofFragment(id) }, language)
    assert.equal(document, fragment.document)
    return /^## .*$/m.exec(snippet.text)?.[0]
  }

  test('is inserted in that language', () => {
    assert.deepEqual(
      (['en', 'de', 'zh-cn', 'other'] as const).map((language) => inserted('glossary', language)),
      ['## Glossary', '## Glossar', '## 术语表', '## Glossary'],
    )
  })

  test('is in English if it has no translation', () => {
    assert.deepEqual([inserted('risks', 'de'), inserted('risks', 'zh-cn')], ['## Risiken', '## Risks & Mitigation'])
    assert.equal(glossary && templateIn(glossary, 'de'), glossary)
  })
})
