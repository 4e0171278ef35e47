import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { createFences } from '../../../src/core/diagrams/places.ts'
import { readDiagramFile, syntaxOfFile } from '../../../src/core/document/diagramFile.ts'
import { placeInDocument } from '../../../src/core/document/places.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'

const syntaxFor = (path: string, language = 'plaintext') => syntaxOfFile(path, language, syntaxes)
const read = (path: string, text: string) => {
  const syntax = syntaxFor(path)
  assert.ok(syntax, path)
  return readDiagramFile(text, syntax)
}

test('a diagram file is recognised by its extension or by its editor language', () => {
  const endings = ['a/b.mmd', 'b.MERMAID', 'b.puml', 'b.plantuml', 'b.dot', 'b.gv']
  assert.deepEqual(
    endings.map((path) => syntaxFor(path)?.id),
    ['mermaid', 'mermaid', 'plantuml', 'plantuml', 'graphviz', 'graphviz'],
  )
  assert.equal(syntaxFor('Untitled-1', 'dot')?.id, 'graphviz')
  for (const path of ['b.md', 'b.mmdx', 'mmd', 'b.dot/c.txt', '']) assert.equal(syntaxFor(path), undefined, path)
})

test('package.json declares the languages and extensions that the engines have', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  const told = contributes.languages.filter(({ extensions }: { extensions?: unknown }) => extensions)
  assert.deepEqual(
    told.map(({ id, extensions }: { id: string; extensions: string[] }) => [id, extensions]).toSorted(),
    syntaxes
      .flatMap(({ files }) => (files ? [[files.language, files.endings.map((ending) => `.${ending}`)]] : []))
      .toSorted(),
  )
})

test('a diagram file has one diagram and one card, and maps places in both directions', () => {
  const text = '%% why\r\nflowchart LR\r\n  a[One] --> b\r\n'
  const model = read('orders.mmd', text)
  const cards = cardsOf(model, 'orders.mmd')
  assert.deepEqual(
    cards.map(({ engine, kind, title, line }) => ({ engine, kind, title, line })),
    [{ engine: 'mermaid', kind: 'flowchart', title: 'orders.mmd', line: 1 }],
  )
  const [diagram] = model.diagrams
  assert.ok(diagram)
  const at = diagram.source.indexOf('One')
  const place = placeInDocument(model, diagram, { start: at, end: at + 3 })
  assert.equal(text.slice(place.start, place.end), 'One')
  const fences = createFences(model, cards)
  const { id, mark } = fences.at(text.indexOf('One'))
  assert.equal(id, cards[0]?.id)
  const jump = mark === undefined ? undefined : fences.place({ id: id ?? '', mark })
  assert.equal(jump && text.slice(jump.start, jump.end), 'a[One]')
  assert.deepEqual(read('a.mmd', ' \n').diagrams, [])
})

test('a PlantUML file may have several diagrams, and text between them belongs to none', () => {
  const text = "' all\n@startuml one\nA -> B\n@enduml\n\nwords\n\n@startmindmap\n* a\n@endmindmap\n@startuml\nC -> D\n"
  const { diagrams } = read('a.puml', text)
  assert.deepEqual(
    diagrams.map(({ source }) => source),
    ['@startuml one\nA -> B\n@enduml', '@startmindmap\n* a\n@endmindmap', '@startuml\nC -> D\n'],
  )
  for (const diagram of diagrams) assert.equal(text.slice(diagram.start, diagram.end), diagram.source)
  assert.equal(read('a.puml', 'A -> B').diagrams.length, 1)
})

test('a file that is too long to be drawn still has a diagram, without kind and graph', () => {
  const { diagrams } = read('a.mmd', `flowchart LR\n${'a --> b\n'.repeat(10_000)}`)
  assert.deepEqual(
    diagrams.map(({ kind, graph }) => ({ kind, graph })),
    [{ kind: undefined, graph: undefined }],
  )
})
