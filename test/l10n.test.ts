import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { extensionManifest } from '../build/extensionFolder.ts'
import { readKeywords } from '../build/keywords.ts'
import { quickly } from '../build/quickly.ts'
import { readExamples, readRuleHeader } from '../build/ruleHeader.ts'
import { readTemplates } from '../build/sources.ts'
import { inOne, languages, localizeManifest, readCatalogues } from '../build/translations.ts'
import { checklistTopics } from '../src/checklist/checklistTopics.ts'
import { kindLabel } from '../src/core/diagrams/kindLabel.ts'
import { parseTemplate } from '../src/core/template/template.ts'
import { createTranslator } from '../src/core/text/translate.ts'
import { headers } from '../src/diagrams/mermaid/inside/kinds.ts'
import { names } from '../src/diagrams/mermaid/inside/tokens.ts'
import { rules } from '../src/generated/rules.ts'
import { about } from '../src/generated/vocabulary/about.ts'
import { inLanguage } from '../src/language/keywords.ts'
import { pageTexts } from '../src/page/say.ts'
import { inPseudo, type Saying, sayingsOf, wordsOnly } from './util/sayings.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const filesIn = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')
const sayingsIn = (pattern: string): readonly (Saying & { readonly file: string })[] =>
  filesIn(pattern).flatMap((file) => sayingsOf(file, read(file)).map((saying) => ({ ...saying, file })))

const { texts } = localizeManifest(extensionManifest(JSON.parse(read('package.json')), rules))
const templates = (await readTemplates()).map(({ name, text }) => quickly(() => parseTemplate(text, name, [])))
const spoken = await Promise.all(
  (await languages()).map(async (name) => ({ name, catalogues: await readCatalogues(name) })),
)
const [first] = spoken
assert.ok(first)
const keys = Object.keys(inOne(first.catalogues))
const known: ReadonlySet<string> = new Set(keys)

const where = ({ file, offset, text }: Saying & { readonly file: string }) =>
  `${file}:${read(file).slice(0, offset).split('\n').length} ${text}`

/** Translates all known texts into a pseudo-language. */
const pseudo = createTranslator(Object.fromEntries(keys.map((key) => [key, inPseudo(key)])))

/** The words of two letters or more that are still English after translation. */
const leftOf = (english: string): readonly string[] =>
  wordsOnly(pseudo(english)).match(/(?<!\p{L})[A-Za-z]{2,}(?!\p{L})/gu) ?? []

const editor = [...sayingsIn('src/extension/**/*.ts'), ...sayingsIn('src/webview/*.ts')]
const tagged = new Set(editor.flatMap(({ text, isTagged }) => (isTagged ? [text] : [])))

/** The meanings of concepts that *Why?* shows for a checklist item. */
const concepts = [
  'Written as a name in code.',
  ...Object.values(about).flatMap(({ meaning, askedBy }) =>
    askedBy.some((asker) => Object.hasOwn(checklistTopics, asker)) ? meaning : [],
  ),
]

/** The explanations of keywords. */
const meanings = Object.values(await readKeywords()).flatMap((groups) =>
  groups.flatMap(({ words }) => words.map(({ meaning }) => meaning)),
)

/** The names of diagram kinds. */
const kindLabels = new Set(
  [
    ...Object.values(headers),
    ...[...read('src/diagrams/plantuml/kinds.ts').matchAll(/'(\w+Diagram)'\],$/gm)].map(([, kind = '']) => kind),
    'work breakdown',
    'wireframe',
    'box-art',
  ].map((kind) => kindLabel({ kind, engine: 'mermaid' })),
)

suite('languages', () => {
  for (const { name, catalogues } of spoken) {
    test(`${name} has the catalogues and keys of ${first.name}`, () => {
      assert.deepEqual([...catalogues.keys()], [...first.catalogues.keys()])
      for (const [file, said] of catalogues)
        assert.deepEqual(Object.keys(said), Object.keys(first.catalogues.get(file) ?? {}), file)
    })

    test(`${name} has each key once, with the same values, icons, code and commands`, () => {
      const all = [...catalogues.values()].flatMap((said) => Object.keys(said))
      assert.equal(new Set(all).size, all.length)
      const fixed = (text: string) =>
        (text.match(/\{(?:\d|n)\}|\$\([\w-]+\)|\$\{\w+\}|\(command:[^)]*\)|`[^`]*`/g) ?? []).toSorted()
      for (const [english, text] of Object.entries(inOne(catalogues))) {
        assert.ok(text.trim(), english)
        assert.deepEqual(fixed(text), fixed(english), english)
        assert.equal(text.includes('\n'), english.includes('\n'), english)
      }
    })
  }
})

suite('a pseudo-language', () => {
  test('covers the texts of the manifest', () => {
    for (const [key, text] of Object.entries(texts))
      assert.deepEqual(leftOf(text).filter(isOrdinary), [], `${key}: ${text}`)
  })

  test('covers the texts of the extension and the panel', () => {
    for (const text of tagged) assert.ok(known.has(text), text)
  })

  test('covers the reasons in the examples of all rules', () => {
    for (const { id } of rules) {
      const header = readRuleHeader(read(`src/rules/${id}.ts`))
      for (const { messages } of readExamples(header))
        for (const message of messages) {
          const reason = message.replace(/^[\d:-]+: /, '')
          // The rest of this message comes from a third-party parser.
          if (/^Front matter is not valid/.test(reason)) continue
          assert.deepEqual(leftOf(reason), [], `${id}: ${reason} → ${pseudo(reason)}`)
        }
    }
  })

  test('covers the descriptions of rules, checklist items and templates', () => {
    const said = [
      ...rules.map(({ description }) => description),
      ...Object.values(checklistTopics).flatMap(({ label, metWhen, reason }) => [
        label,
        `Met when ${metWhen}.`,
        reason,
      ]),
      ...templates.flatMap(({ title, description }) => [title, description]),
    ]
    for (const text of said) assert.notEqual(pseudo(text), text)
  })

  test('covers the meanings of concepts that the checklist shows', () => {
    for (const text of concepts) assert.ok(known.has(text), text)
  })

  test('covers the meanings of keywords, and inLanguage translates them', () => {
    for (const text of meanings) assert.ok(known.has(text), text)
    const one = { word: 'a', meaning: 'An arrow' }
    const other = { word: 'b', meaning: 'constructor' }
    assert.deepEqual(inLanguage({ dot: [{ kinds: ['dot'], words: [one, other] }] }, { 'An arrow': 'Ein Pfeil' }), {
      dot: [{ kinds: ['dot'], words: [{ word: 'a', meaning: 'Ein Pfeil' }, other] }],
    })
  })

  test('covers the texts of a page', () => {
    for (const text of pageTexts) assert.ok(known.has(text), text)
  })

  test('covers the names of diagram kinds', () => {
    const isName = (label: string) => /^(?:C4|Info|Zenuml)$/.test(label)
    for (const label of kindLabels) assert.ok(known.has(label) || isName(label), label)
  })

  test('covers what renaming objects to', () => {
    const objections = sayingsIn('src/language/renamePart.ts').filter(({ text }) => /^[A-Z].* .*\.$/.test(text))
    assert.equal(objections.length, 4)
    for (const { text } of objections) assert.ok(known.has(text), text)
  })

  test('covers what mermaid’s grammars expect', () => {
    for (const [, word] of names) assert.deepEqual(leftOf(`Unexpected \`x\`, expected ${word}`), [], word)
  })
})

suite('sources', () => {
  test('look up the texts for people in the extension and in the panel', () => {
    const isText = /^(?:\$\([\w-]+\) )?[A-Z“]?[a-z]+(?: [\w{}“”',;:-]+)+/
    const missed = editor.filter(
      ({ text, isTagged }) =>
        !isTagged && isText.test(text) && !known.has(text) && !notForPeople.some((other) => other.test(text)),
    )
    assert.deepEqual(missed.map(where), [])
  })

  test('have their reasons and titles of fixes in the catalogue', () => {
    const reasons = [
      ...sayingsIn('src/{rules,checklist}/*.ts'),
      ...sayingsIn('src/core/{lint,template,markdown,diagrams}/*.ts'),
      ...sayingsIn('src/reading/{findings,sections}/*.ts'),
      ...sayingsIn('src/diagrams/**/*.ts'),
      ...sayingsIn('src/language/**/*.ts'),
    ].filter(({ property }) => /^(?:reason|title|refusal)$/.test(property))
    assert.ok(reasons.length > 100)
    const isSaid = ({ text }: Saying) =>
      text
        .split(/\{\d\}|[`"]|, expected /)
        .every((piece) => !/\w \w/.test(piece) || keys.some((key) => key.includes(piece.trim())))
    assert.deepEqual(reasons.filter((saying) => !isSaid(saying)).map(where), [])
  })

  test('use every text in the catalogue', () => {
    const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const threes = (all: readonly string[]) => all.slice(2).map((word, at) => `${all[at]} ${all[at + 1]} ${word}`)
    const corpus = wordsOf(
      filesIn('{src,build}/**/*.ts')
        .filter((file) => !file.includes('/generated/'))
        .map(read)
        .join('\n'),
    )
    const words = new Set(corpus)
    const phrases = new Set(threes(corpus))
    const said = new Set([
      ...Object.values(texts),
      ...tagged,
      ...kindLabels,
      ...pageTexts,
      ...meanings,
      ...concepts,
      ...templates.flatMap(({ title, description }) => [title, description]),
    ])
    const stale = keys.filter((key) => {
      if (said.has(key)) return false
      const parts = key.split(/\{(?:\d|n)\}|^1 /).map(wordsOf)
      const asked = parts.flatMap(threes)
      // Sources contain a plural text once, and may compose a sentence from two parts.
      return asked.length < 2
        ? !parts.flat().every((word) => words.has(word) || words.has(word.replace(/s$/, '')))
        : asked.filter((phrase) => phrases.has(phrase)).length * 2 < asked.length
    })
    assert.deepEqual(stale, [])
  })
})

/** Whether a word is not one of the names that are the same in every language. */
const isOrdinary = (word: string): boolean => !/^(?:Design|Docs|SVG|PNG|VS|Code)$/.test(word)

/** Texts in sources for a log, a terminal, a language model or the page, and texts that become part of another one. */
const notForPeople: readonly RegExp[] = [
  /^(?:Registered all features in|The fixes of|Review of|Review with a model|Diagrams of|Documents of the workspace|Problems of the workspace|exit code)\b/,
  /^“\{0\}” does not exist in the workspace/,
  /^There is no (?:page for )?`?\{0\}/,
  /^The engine has no chunk/,
  /^(?:Design Docs|more finding|superseded by|tool toggle)$/,
]
