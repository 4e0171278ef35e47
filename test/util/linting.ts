import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { host as diagramHost } from '../../build/diagramHost.ts'
import { quickly } from '../../build/quickly.ts'
import { createDocument, type DocumentModel } from '../../src/core/document/document.ts'
import type { Language } from '../../src/core/document/language.ts'
import { createLinter, type LintMessage } from '../../src/core/lint/lint.ts'
import type { Rule, RuleHost } from '../../src/core/lint/rule.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { createWords } from '../../src/core/template/inLanguage.ts'
import { fromSummary } from '../../src/core/template/summary.ts'
import { parseTemplate, type Template } from '../../src/core/template/template.ts'
import { createVariables } from '../../src/core/template/variables.ts'
import { createPositions } from '../../src/core/text/positions.ts'
import { rules } from '../../src/generated/rules.ts'
import { typeSummaries } from '../../src/generated/summaries.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { templateTexts } from '../../src/generated/templates.ts'

/** @param parser one that has parsed an earlier version, as during typing */
export const readModel = (text: string, parser = createParser()): DocumentModel =>
  createDocument(parser.parse(text), syntaxes)

/** The same with the quick parser, for tests that are not about parsing. */
export const readQuickly = (text: string, parser = createParser()): DocumentModel =>
  quickly(() => readModel(text, parser))

/** Returns a function that creates a value on the first call and then returns the same value. */
export function once<T extends object>(make: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= make()
    return known
  }
}

/** The date on which the documents of the tests are written. */
export const today = '2026-03-09'

export const resolve = createVariables({ now: new Date(2026, 2, 9) })

export const loadTemplate = (text: string, name: string): Template =>
  quickly(() => parseTemplate(text, name, syntaxes, { resolve }))

/** The translated templates in a language. */
const textsIn = (language: Language): Readonly<Record<string, string>> => {
  const known = texts.get(language) ?? readTexts(language)
  texts.set(language, known)
  return known
}
const texts = new Map<Language, Readonly<Record<string, string>>>()
const snippets = fileURLToPath(new URL('../../snippets/', import.meta.url))
const readTexts = (language: Language) =>
  Object.fromEntries(
    globSync(`${language}/{,offered/,fragments/**/}*.md`, { cwd: snippets }).map((file) => [
      `${/\boffered\b/.test(dirname(file)) ? 'offered/' : ''}${basename(file, '.md')}`,
      readFileSync(join(snippets, file), 'utf8'),
    ]),
  )
const wordsOf = createWords(textsIn, syntaxes, resolve)

/** The built-in templates. Each is parsed only when its summary is not enough, since few tests need all of them. */
export const templates = templateTexts.map(({ name, text }): Template => {
  const summary = typeSummaries[name]
  const read = () => loadTemplate(text, name)
  const readInSteps = function* () {
    yield
    return read()
  }
  return summary ? fromSummary(summary, readInSteps, wordsOf(summary.id)) : fragmentFrom(read)
})

function fragmentFrom(read: () => Template): Template {
  const whole = once(read)
  return {
    get id() {
      return whole().id
    },
    get title() {
      return whole().title
    },
    get description() {
      return whole().description
    },
    get prefix() {
      return whole().prefix
    },
    get snippet() {
      return whole().snippet
    },
    get document() {
      return whole().document
    },
    get problems() {
      return whole().problems
    },
  }
}

/** Small document types for the examples of rules. */
export const fixtures = ['note', 'sketch'].map((name) =>
  loadTemplate(readFileSync(new URL(`../fixtures/${name}.md`, import.meta.url), 'utf8'), name),
)

export const types = [...templates, ...fixtures].flatMap(({ type }) => type ?? [])

/** A host with two other decisions, for the examples of rules that read them. */
export const host: RuleHost = {
  ...diagramHost,
  files: {
    list: async (folder) => (folder === 'docs/adr' ? [...neighbours.keys()] : []),
    read: async (path) => neighbours.get(path.replace(/^docs\/adr\//, '')),
  },
}

const neighbours = new Map([
  ['0007-use-a-queue.md', '# ADR-0007: Use a queue\n\n- **Status:** Superseded by [ADR-0012](0012-use-a-log.md)\n'],
  ['0008-use-a-table.md', '# ADR-0008: Use a table\n\n- **Status:** Accepted\n'],
])

/** Lints with some rules, and rethrows their errors. */
export const lint = (
  text: string,
  only: readonly Rule[] = rules,
  typeId?: string,
  path?: string,
): Promise<readonly LintMessage[]> => lintDocument(readQuickly(text), only, typeId, path)

export const lintDocument = async (
  document: DocumentModel,
  only: readonly Rule[],
  typeId?: string,
  path?: string,
): Promise<readonly LintMessage[]> =>
  (await createLinter({ rules: only, types, host, rethrow: true }).lint(document, path, typeId)).messages

/** A message in the form in which the examples of rules state it. */
export function show(text: string, { start, end, reason }: LintMessage): string {
  const place = createPositions(text)
  const from = place(start)
  const to = place(end)
  return `${from.line}:${from.column}-${to.line}:${to.column}: ${reason}`
}
