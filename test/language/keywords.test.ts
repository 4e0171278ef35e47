import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseSnippet } from '../../src/core/template/snippet.ts'
import { headers } from '../../src/diagrams/mermaid/inside/kinds.ts'
import { design, insert, offered, problemsIn, samples, tables } from './notations.ts'

test('the table lists every diagram kind that mermaid knows, and no other', () => {
  const words = tables['mermaid']?.find(({ kinds }) => kinds.includes('head'))?.words.map(({ word }) => word)
  assert.deepEqual(words?.toSorted(), Object.keys(headers).toSorted())
})

test('each keyword’s meaning is a capitalised phrase of at most 90 characters without a full stop', () => {
  for (const { words } of Object.values(tables).flat())
    for (const { word, meaning } of words) {
      assert.match(meaning, /^\p{Lu}.*[^.]$/u, word)
      assert.ok(meaning.length <= 90, `${word}: ${meaning.length}`)
    }
})

suite('the snippet of a keyword is valid as inserted', () => {
  /** A snippet with `office` in place of names, and the given text at the final tab stop. */
  const filled = (snippet: string, inside: string) =>
    parseSnippet(
      snippet.replaceAll(/\$\{\d:(?:from|to|one|other)\}/g, 'office').replace('$0', () => inside),
      () => undefined,
    ).text

  const others = [
    ['mermaid', 'block', 'block-beta\n  office\n  ▮\n', 'a'],
    ['mermaid', 'requirementDiagram', 'requirementDiagram\n  ▮\n', ''],
    ['mermaid', 'xychart', 'xychart-beta\n  x-axis [a, b]\n  line [1, 2]\n  ▮\n', ''],
    ['mermaid', 'radar', 'radar-beta\n  axis a, b\n  curve c{1, 2}\n  ▮\n', ''],
    ['plantuml', 'activityDiagram', '@startuml\nstart\n▮\nstop\n@enduml', ':a;'],
    ['plantuml', 'timingDiagram', '@startuml\nconcise "A" as a\n▮\n@0\na is x\n@enduml', ''],
  ] as const
  for (const [language, kind, source, inside] of [...samples, ...others])
    test(`${language}, ${kind}`, async () => {
      const wrong: string[] = []
      const marked = design(language, source)
      const all = (await offered(marked))?.all ?? []
      const statement = inside ?? all.find(({ is }) => is === 'part')?.text ?? ''
      for (const { label, text } of all.filter(({ isSnippet }) => isSnippet))
        for (const { reason } of await problemsIn(insert(marked, filled(text, statement))))
          wrong.push(`${label}: ${reason}`)
      assert.deepEqual(wrong, [])
    })

  test('at the start of a PlantUML or Graphviz diagram', async () => {
    const wrong: string[] = []
    const insides = new Map([
      ['@startuml', 'A -> B'],
      ['@startgantt', ''],
    ])
    for (const language of ['plantuml', 'dot']) {
      const marked = design(language, '▮')
      const begun = ((await offered(marked))?.all ?? []).filter(
        ({ isSnippet, label }) => isSnippet && /^(?:@|(?:di)?graph)/.test(label),
      )
      assert.ok(begun.length > 1)
      for (const { label, text } of begun)
        for (const { reason, isUnsupported } of await problemsIn(
          insert(marked, filled(text, insides.get(label) ?? 'a')),
        ))
          if (!isUnsupported) wrong.push(`${label}: ${reason}`)
    }
    assert.deepEqual(wrong, [])
  })
})
