import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isExample } from '../../../src/core/template/examples.ts'
import { parseTemplate } from '../../../src/core/template/template.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'
import { readModel } from '../../util/linting.ts'

const fence = (language: string, ...lines: readonly string[]) => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``

/** Whether `written`, the only block of a document, is still the example `template` of a team's template. */
function isStill(template: string, written: string): boolean {
  const { type } = parseTemplate(`# RFC: <title>\n\n## Design\n\n${template}\n`, '0000-template', syntaxes, {
    isOfTeam: true,
  })
  assert.ok(type)
  const document = readModel(`# RFC: Gates\n\n## Design\n\nSome words.\n\n${written}\n`)
  const [node] = document.nodes('code')
  assert.ok(node)
  return isExample(document, node, type)
}

const drawing = ['flowchart LR', '  gate[Ticket gate] -->|reads| chip[Chip reader]', '  chip --> ledger[(Ride ledger)]']
const table = ['CREATE TABLE rides (', '  id UUID PRIMARY KEY,', '  gate TEXT NOT NULL,', '  left_at TIMESTAMP', ');']

test('a block of a team’s template is an example until somebody changes it', () => {
  for (const block of [fence('mermaid', ...drawing), fence('sql', ...table)]) {
    assert.ok(isStill(block, block))
    assert.ok(isStill(block, block.replace(/^ {2}/gm, '\t').replaceAll('\n', '\n\n')), 'blank space is no change')
    assert.ok(!isStill(block, block.replace(/gate/i, 'door')))
    assert.ok(!isStill(block, block.replace(/\n[^\n]+\n```$/, '\n```')), 'a line less')
  }
})

test('a diagram with an added description or another direction is still an example', () => {
  const block = fence('mermaid', ...drawing)
  const [first = '', ...rest] = drawing
  assert.ok(isStill(block, fence('mermaid', first, '  accTitle: Gates', '  accDescr: What they do', ...rest)))
  assert.ok(isStill(block, fence('mermaid', 'flowchart TB', ...rest)))
})

test('a block that anybody would write, or that is meant to stay, is not an example', () => {
  for (const block of [
    fence('mermaid', 'graph TD', '  A-->B'),
    fence('mermaid', 'flowchart LR', '  client --> server', '  server --> database'),
    fence('json', '{ "id": 1 }'),
    fence('bash', 'npm install --save-dev design-docs', 'npx design-docs lint docs --format stylish --quiet'),
  ])
    assert.ok(!isStill(block, block), block)
})

test('a shipped example is one in any document, and a document is not its own template', () => {
  const shipped = readModel(
    fence(
      'http',
      'POST /orders',
      'Idempotency-Key: 8c5d2f0e',
      'Content-Type: application/json',
      '',
      '{ "customerId": "c-104", "lines": [{ "article": "A-77", "quantity": 2 }] }',
      '',
      '202 Accepted',
      '{ "orderId": "o-9001", "status": "placed" }',
    ),
  )
  assert.ok(shipped.nodes('code').every((node) => isExample(shipped, node)))
  const own = readModel(fence('sql', ...table))
  const type = parseTemplate('# RFC: <title>\n', 'x', syntaxes, { isOfTeam: true }).type
  assert.ok(type)
  assert.ok(own.nodes('code').every((node) => !isExample(own, node, { ...type, document: own })))
})
