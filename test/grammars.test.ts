import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { IGrammar, Registry as RegistryClass } from 'vscode-textmate'
import { fencesGrammar, mermaidAlone, mermaidGrammar } from '../build/grammars.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'

const require = createRequire(import.meta.url)
const { Registry, INITIAL } = require('vscode-textmate') as typeof import('vscode-textmate')
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma')

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(inRoot(path), 'utf8'))

/** A stand-in for VS Code's Markdown grammar: fences of unknown languages, and everything else. */
const markdown = {
  scopeName: 'text.html.markdown',
  repository: {},
  patterns: [
    {
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?=([^`]*)?$)',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      name: 'markup.unknown',
    },
    { match: '^> ', name: 'markup.quote' },
  ],
}

const grammars: Readonly<Record<string, object>> = {
  'text.html.markdown': markdown,
  'markdown.diagrams.design-docs': fencesGrammar(syntaxes),
  'source.mermaid': mermaidAlone(json(mermaidGrammar)),
  'source.dot': json('syntaxes/dot.tmLanguage.json'),
  'source.plantuml': json('syntaxes/plantuml.tmLanguage.json'),
}

let registry: RegistryClass

before(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => (grammars[scope] ?? null) as never,
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.diagrams.design-docs'] : undefined),
  })
})

/** The words of a text with their innermost scope. Blanks, plain words and unknown fences are left out. */
async function colours(scope: string, text: string): Promise<readonly string[]> {
  const grammar = (await registry.loadGrammar(scope)) as IGrammar
  let state = INITIAL
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    const found: { word: string; scope: string }[] = []
    for (const { startIndex, endIndex, scopes } of tokens) {
      const word = line.slice(startIndex, endIndex)
      const scope = scopes.at(-1) ?? ''
      const before = found.at(-1)
      if (before?.scope === scope) before.word += word
      else found.push({ word, scope })
    }
    return found.flatMap(({ word, scope }) =>
      word.trim() && !/^(?:source|text|meta|markup\.unknown)\b/.test(scope) ? [`${word.trim()} ${scope}`] : [],
    )
  })
}

const fence = (words: string, body: string, mark = '```') => `Text\n${mark}${words}\n${body}\n${mark}\n> a`

test('diagram fences in Markdown are coloured by their language, and other text is not', async () => {
  const flowchart = 'flowchart LR\n  a[One] -->|x| b\n  %% why'
  for (const text of [
    fence('mermaid', flowchart),
    fence('Mermaid', flowchart, '~~~~'),
    fence('{.mermaid #fig}', flowchart),
    fence('mermaid title="x"', flowchart),
    fence(' mermaid', flowchart, ':::'),
    fence('mmd', flowchart),
  ]) {
    const found = await colours('text.html.markdown', text)
    for (const expected of ['flowchart keyword.control.mermaid', 'a variable', 'One string'])
      assert.ok(found.includes(expected), `${expected} in ${found.join(', ')} of ${text}`)
    assert.equal(found.at(-1), '> markup.quote', text)
    assert.ok(
      found.some((each) => /%% why comment/.test(each)),
      found.join(', '),
    )
  }
  const dot = await colours('text.html.markdown', fence('dot', 'digraph { a -> b }'))
  assert.ok(dot.includes('digraph keyword.control.dot'), dot.join(', '))
  const plantuml = await colours('text.html.markdown', fence('puml', '@startuml\nA -> B : hi'))
  assert.ok(plantuml.includes('@startuml keyword.control.directive.plantuml'), plantuml.join(', '))
  for (const text of [fence('dotnet', 'digraph { }'), fence('mermaidx', flowchart)])
    assert.deepEqual(await colours('text.html.markdown', text), ['> markup.quote'], text)
  for (const text of ['pie\n  "a" : 1\n\ngraph LR', 'digraph { a -> b }'])
    assert.deepEqual(await colours('text.html.markdown', text), [], text)
})

test('a fence ends where Markdown ends it, even if the diagram in it is incomplete', async () => {
  for (const body of [
    'flowchart LR\n  a["open',
    'digraph { label="open',
    '/* open',
    "@startuml\n/' open",
    '---\ntitle: a',
  ])
    for (const language of ['mermaid', 'dot', 'plantuml']) {
      const grammar = (await registry.loadGrammar('text.html.markdown')) as IGrammar
      let state = INITIAL
      for (const line of fence(language, body).split('\n').slice(0, -1))
        state = grammar.tokenizeLine(line, state).ruleStack
      const [token] = grammar.tokenizeLine('> a', state).tokens
      assert.deepEqual(token?.scopes, ['text.html.markdown', 'markup.quote'], `${language}: ${body}`)
    }
})

test('Graphviz: colours keywords, attributes, strings, HTML and comments', async () => {
  assert.deepEqual(
    await colours(
      'source.dot',
      '# a\nstrict digraph "G" { // b\n  node [shape=box, label=<<b>x</b>>]\n  a -> b /* c */\n}',
    ),
    [
      '# a comment.line.number-sign.dot',
      'strict keyword.control.dot',
      'digraph keyword.control.dot',
      '"G" string.quoted.double.dot',
      '{ punctuation.section.dot',
      '// b comment.line.double-slash.dot',
      'node keyword.control.dot',
      '[ punctuation.section.dot',
      'shape entity.other.attribute-name.dot',
      '= keyword.operator.assignment.dot',
      'box variable.other.dot',
      ', punctuation.section.dot',
      'label entity.other.attribute-name.dot',
      '= keyword.operator.assignment.dot',
      '< string.other.html.dot',
      'b entity.name.tag.dot',
      'x string.other.html.dot',
      'b entity.name.tag.dot',
      '> string.other.html.dot',
      '] punctuation.section.dot',
      'a variable.other.dot',
      '-> keyword.operator.edge.dot',
      'b variable.other.dot',
      '/* c */ comment.block.dot',
      '} punctuation.section.dot',
    ],
  )
})

test('PlantUML: colours parts, arrows, messages, directives and comments', async () => {
  const text = `@startuml\n' why\n!include <C4/C4_Context>\nactor User as U <<person>> #red\nU -> "API": asks <b>\nA <|-- B\nnote left of U\nend note\nPerson(a, "A")`
  assert.deepEqual(await colours('source.plantuml', text), [
    '@startuml keyword.control.directive.plantuml',
    "' why comment.line.apostrophe.plantuml",
    '!include keyword.control.directive.plantuml',
    '<C4/C4_Context> string.unquoted.plantuml',
    'actor storage.type.plantuml',
    'User entity.name.type.plantuml',
    'as keyword.other.plantuml',
    '<<person>> storage.modifier.stereotype.plantuml',
    '#red constant.other.color.plantuml',
    '-> keyword.operator.arrow.plantuml',
    '"API" string.quoted.double.plantuml',
    ': punctuation.separator.plantuml',
    'asks <b> string.unquoted.plantuml',
    '<|-- keyword.operator.arrow.plantuml',
    'note keyword.control.plantuml',
    'left of keyword.other.plantuml',
    'end note keyword.control.plantuml',
    'Person entity.name.function.plantuml',
    '"A" string.quoted.double.plantuml',
  ])
})

test('mermaid: colours known and new kinds, below settings and comments', async () => {
  const text = '---\nconfig: {}\n---\n%% why\ntimeline\n  title History\n  "2020" : a'
  assert.deepEqual(await colours('source.mermaid', text), [
    '%% why comment.line.percentage.mermaid',
    'timeline keyword.control.mermaid',
    'title keyword.control.mermaid',
    '"2020" string.quoted.double.mermaid',
  ])
  for (const kind of ['sequenceDiagram', 'erDiagram', 'C4Context', 'block-beta', 'kanban', 'pie', 'architecture-beta'])
    assert.equal((await colours('source.mermaid', `${kind}\n  a`))[0], `${kind} keyword.control.mermaid`)
})
