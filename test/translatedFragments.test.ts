import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { suite, test } from 'node:test'
import { inRoot, read } from '../build/files.ts'
import { languages } from '../build/translations.ts'
import { remember } from '../src/core/data/remember.ts'
import type { DocumentModel } from '../src/core/document/document.ts'
import { outlineOf } from '../src/core/document/sections.ts'
import { parseSnippet, type Snippet } from '../src/core/template/snippet.ts'
import { rules } from '../src/generated/rules.ts'
import { lint, readQuickly, resolve, templates, types } from './util/linting.ts'

const fragments = new Map(templates.flatMap((template) => (template.type ? [] : [[template.id, template] as const])))

/** The sections in a document with only a fragment, of any type. Cached, since the English ones are reused. */
const sectionsOf = remember(({ text }: Snippet): readonly string[] => {
  const document = readQuickly(inDocument(text))
  return types.flatMap((type) =>
    Array.from(outlineOf(document, type).found.keys(), ({ title }) => `${type.id}: ${title}`),
  )
})

/** What is reported in a document with only a fragment: the rules, and the text of open places. */
const findingsOf = remember(async ({ text }: Snippet) => {
  const whole = inDocument(text)
  const messages = await lint(whole, rules, 'design')
  const open = messages.filter(
    ({ ruleId, reason }) => ruleId === 'no-placeholder' && !/^Still the template's example/.test(reason),
  )
  const others = messages.filter((message) => !open.includes(message) && message.ruleId !== 'places-to-fill')
  return {
    rules: others.map(({ ruleId }) => ruleId).toSorted(),
    places: open.map(({ start, end }) => whole.slice(start, end)),
  }
})

for (const language of await languages()) {
  const folder = `snippets/${language}/fragments/`
  const paths = pathsIn(folder)
  if (paths.length === 0) continue
  const texts = await Promise.all(paths.map((path) => read(folder + path)))

  suite(language, () => {
    test('has every fragment, under its path', () => {
      assert.deepEqual(paths, pathsIn('snippets/fragments/'))
    })

    for (const [index, path] of paths.entries()) {
      const source = texts[index] ?? ''
      const snippet = parseSnippet(source, resolve)
      const english = fragments.get(basename(path, '.md'))?.snippet

      test(`${path} has the placeholders and structure of the English fragment`, () => {
        assert.ok(english)
        assert.deepEqual(snippet.problems, [])
        assert.doesNotMatch(source, /^---/, 'what people read in front matter is in l10n/')
        assert.deepEqual(stopsOf(snippet), stopsOf(english))
        assert.deepEqual(shapeOf(readQuickly(snippet.text)), shapeOf(readQuickly(english.text)))
      })

      test(`${path} belongs to the sections of the English fragment`, () => {
        assert.ok(english)
        // A translated title may match more sections than the English one: Datenschutz is Data Protection and Privacy.
        const own = sectionsOf(snippet)
        assert.deepEqual(
          sectionsOf(english).filter((section) => !own.includes(section)),
          [],
        )
      })

      test(`${path} reports its open placeholders and nothing else`, async () => {
        assert.ok(english)
        const { rules, places } = await findingsOf(snippet)
        assert.deepEqual(places, placesIn(snippet))
        // The English fragment may already answer some checklist questions, and prompt others.
        const known = rules.length > 0 ? (await findingsOf(english)).rules : []
        assert.deepEqual(
          rules.filter((id) => !known.includes(id)),
          [],
        )
      })
    }
  })
}

/** The paths of the fragments, relative to their folder; empty if it does not exist. */
function pathsIn(folder: string): readonly string[] {
  if (!existsSync(inRoot(folder))) return []
  const paths = readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
  return paths
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
}

function stopsOf({ tabStops }: Snippet) {
  return tabStops.map(({ index, choices = [], variable = '' }) => `${index ?? ''} ${choices.join()} ${variable}`)
}

/** The structure without the words: headings, code, guidance, tables and lists. */
function shapeOf(document: DocumentModel) {
  return {
    depths: document.sections.map(({ depth }) => depth),
    code: document.nodes('code').map(({ lang, value }) => `${lang} ${value}`),
    inlineCode: document.nodes('inlineCode').map(({ value }) => value),
    comments: document.comments.length,
    tables: document.nodes('table').map(({ children }) => children.map((row) => row.children.length)),
    items: document.nodes('listItem').map(({ checked, children }) => `${checked ?? ''} ${children.length}`),
    labels: document.nodes('strong').length,
  }
}

function inDocument(text: string): string {
  return `# Order Platform\n\n${text}`
}

/** The placeholders in brackets outside code. */
function placesIn({ text, tabStops }: Snippet): readonly string[] {
  const document = readQuickly(text)
  const code = [...document.nodes('code'), ...document.nodes('inlineCode')].map(document.rangeOf)
  return tabStops.flatMap(({ index, choices, placeholder, offset }) =>
    index && !choices && placeholder.startsWith('[') && !code.some(({ start, end }) => offset >= start && offset < end)
      ? placeholder
      : [],
  )
}
