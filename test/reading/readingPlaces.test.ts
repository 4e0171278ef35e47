import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headers } from '../../src/diagrams/mermaid/inside/kinds.ts'
import { placeNames, placeOf, whyNotDrawn } from '../../src/reading/drawings/readingPlaces.ts'

const why = (place: string, kind: string, source = kind, engine = 'mermaid') => {
  const found = placeOf(place)
  assert(found, place)
  return whyNotDrawn({ engine, kind, source }, found)
}

test('every mermaid kind has the version that introduced it, unless mermaid 9.2 has it already', () => {
  const kinds = [...new Set(Object.values(headers))]
  const old = kinds.filter((kind) => why('mermaid@9.2', kind) === undefined)
  assert.deepEqual(old.toSorted(), [
    ...['C4Component', 'C4Container', 'C4Context', 'C4Deployment', 'C4Dynamic'],
    ...['classDiagram', 'erDiagram', 'flowchart', 'gantt', 'gitGraph', 'info', 'journey', 'pie'],
    ...['requirementDiagram', 'sequenceDiagram', 'stateDiagram', 'zenuml'],
  ])
  for (const kind of kinds) assert.equal(why('mermaid@12', kind), undefined, kind)
})

test('a place is known by its name, or as mermaid@ with a version', () => {
  assert.deepEqual(placeNames, ['github', 'azure-devops'])
  for (const name of ['', 'gitea', 'mermaid', 'mermaid@', 'mermaid@x', '__proto__'])
    assert.equal(placeOf(name), undefined)
  for (const name of ['mermaid@10', 'mermaid@v10.2', 'mermaid@10.2.3']) assert(placeOf(name))
})

test('the reason names what a diagram needs, what the place supports, and when that was looked up', () => {
  assert.equal(why('github', 'kanban'), undefined)
  assert.equal(why('github', 'usecase'), '`usecase` needs mermaid 12.0, but GitHub runs 11.17 (as of 2026-09)')
  assert.equal(why('mermaid@11.3', 'kanban'), '`kanban` needs mermaid 11.4, but it will be drawn with 11.3')
  assert.match(why('mermaid@11.2', 'flowchart', 'flowchart LR\n  a@{ shape: cyl }') ?? '', /needs mermaid 11\.3/)
  assert.equal(why('azure-devops', 'flowchart', 'graph LR\n  a --> b'), undefined)
  assert.equal(
    why('azure-devops', 'flowchart'),
    'Azure DevOps does not support `flowchart` (as of 2025): write `graph`',
  )
  assert.equal(why('azure-devops', 'mindmap'), 'Azure DevOps does not draw `mindmap` (as of 2025)')
  assert.equal(why('github', '', '', 'plantuml'), 'GitHub does not draw PlantUML')
  assert.equal(why('mermaid@10', '', '', 'plantuml'), undefined)
  assert.equal(why('github', '', '', 'box-art'), undefined)
})
