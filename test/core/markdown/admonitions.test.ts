import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reviewChecklist } from '../../../src/checklist/index.ts'
import { placeInDocument } from '../../../src/core/document/places.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { lint, readModel } from '../../util/linting.ts'

const body = `Clients prove who they are with tokens that expire after an hour.

- Only a clerk may change an order; roles are checked in the API.
- Card numbers are encrypted at rest: TODO.

| Threat | Answer |
|---|---|
| Replay | TBD |

\`\`\`mermaid
flowchart LR

  shop --> queue]
\`\`\`
`
const indented = body.replace(/^(?=.)/gm, '    ')

/** The same text in every kind of admonition. */
const notes: Readonly<Record<string, string>> = {
  'MkDocs, a blank line below': `!!! note "Who may do what"\n\n${indented}`,
  'MkDocs, none below': `!!! warning\n${indented}`,
  'MkDocs, folded': `??? note\n\n${indented}`,
  'MkDocs, open': `???+ note "Who may do what"\n${indented}`,
  'MkDocs, a tab of content': `=== "Shop"\n\n${indented}`,
  'MkDocs, with tabs': `!!! note\n\n${body.replace(/^(?=.)/gm, '\t')}`,
  'MkDocs, one in another': `!!! note\n\n    ??? note\n\n${indented.replace(/^(?=.)/gm, '    ')}`,
  Docusaurus: `:::note\n\n${body}\n:::\n`,
  'Docusaurus, no blank lines': `:::note[Who may do what]\n${body}:::\n`,
  'Docusaurus, one in another': `::::note\n\n:::tip\n${body}:::\n\n::::\n`,
  'with attributes': `::: {.callout-note}\n${body}:::\n`,
  GitHub: `> [!NOTE]\n${body.replace(/^/gm, '> ')}\n`,
}

const around = (note: string): string => `# Note: A\n\n## Security\n\n${note}\n## Next\n\nWords.\n`

describe('the content of an admonition', () => {
  const plain = readModel(around(body))
  for (const [name, note] of Object.entries(notes))
    for (const lineBreak of ['\n', '\r\n'])
      it(`is read with its places: ${name}${lineBreak === '\n' ? '' : ', as on Windows'}`, async () => {
        const text = around(note).replaceAll('\n', lineBreak)
        const model = readModel(text)
        assert.equal(model.text, text)
        for (const type of ['heading', 'listItem', 'table', 'code'] as const)
          assert.equal(model.nodes(type).length, plain.nodes(type).length, type)
        for (const node of model.nodes('text')) {
          const { start, end } = model.rangeOf(node)
          assert.equal(
            text.slice(start, end).replace(/\s+/g, ' ').replaceAll('> ', ''),
            node.value.replace(/\s+/g, ' '),
          )
        }
        const [diagram] = model.diagrams
        assert.ok(diagram)
        const at = diagram.source.indexOf('shop')
        const place = placeInDocument(model, diagram, { start: at, end: at + 4 })
        assert.equal(text.slice(place.start, place.end), 'shop')
        const security = (each: typeof model) => reviewChecklist(each).find(({ id }) => id === 'security')?.status
        assert.equal(security(model), security(plain))
        const found = await lint(text, undefined, 'note')
        assert.deepEqual(
          found
            .filter(({ ruleId }) => ruleId === 'no-placeholder' || ruleId === 'diagram-syntax')
            .map(({ start, end }) => text.slice(start, end)),
          ['TODO', 'TBD', ']'],
        )
      })

  it('has its original positions in the tree that other tools get', () => {
    const text = around(notes['MkDocs, one in another'] ?? '')
    const { tree, nodes, rangeOf } = createParser().parse(text)
    assert.deepEqual(
      tree().children.map(({ type }) => type),
      ['heading', 'heading', 'blockquote', 'heading', 'paragraph'],
    )
    const [cell] = nodes('tableCell')
    const inner = tree().children[2]
    assert.ok(cell && inner?.type === 'blockquote')
    const { start } = rangeOf(cell)
    const lines = text.slice(0, start).split('\n')
    const [outer] = inner.children
    assert.ok(outer?.type === 'blockquote')
    const table = outer.children.find(({ type }) => type === 'table')
    assert.deepEqual(table?.position?.start, { line: lines.length, column: 9, offset: start })
  })
})

describe('text that is not an admonition', () => {
  for (const text of [
    '```\n!!! note\n\n    code\n```\n',
    'Words\n!!! note\n\n    code\n',
    '!!! note\n\nWords.\n',
    '!!! That was close: we stop here.\n\n    code\n',
    '<!--\n!!! note\n\n    code\n-->\n',
    '- item\n\n      !!! note\n',
    ':::note\n\nWords.\n',
    '```\n:::note\n:::\n```\n',
    'Words ::: more\n\n:::\n',
  ])
    it(JSON.stringify(text), () => {
      const { nodes, rangeOf } = createParser().parse(text)
      assert.equal(nodes('blockquote').length, 0)
      if (!text.includes(':::')) return
      const words = [...nodes('text'), ...nodes('code')].map((node) =>
        text.slice(rangeOf(node).start, rangeOf(node).end),
      )
      assert.ok(words.join('').includes(':::'))
    })
})
