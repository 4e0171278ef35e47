import './quickMermaid.ts'
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { convertInDocument } from '../../src/core/diagrams/boxArt/convert.ts'
import { looksLikeBoxArt, readBoxArt } from '../../src/core/diagrams/boxArt/looksLike.ts'
import { nameNodes } from '../../src/core/diagrams/boxArt/names.ts'
import type { ArtNode } from '../../src/core/diagrams/boxArt/parse.ts'
import { boxArtToMermaid } from '../../src/core/diagrams/boxArt/toMermaid.ts'
import { parse, syntax } from '../../src/diagrams/mermaid.ts'
import { plainLabel } from '../../src/diagrams/source/label.ts'
import { readModel, readQuickly } from '../util/linting.ts'
import { readAnswer } from './mermaidAnswers.ts'

const converted = (source: string): string => {
  const conversion = boxArtToMermaid(source)
  assert('mermaid' in conversion, 'reason' in conversion ? conversion.reason : '')
  return conversion.mermaid
}

const words = (label: readonly string[]) => label.map((line) => line.trim()).join(' ')
const sorted = (lines: readonly string[]) => lines.toSorted((a, b) => a.localeCompare(b))

/** Compares what the drawing shows with mermaid's own parse, and our graph, of the flowchart made from it. */
async function compare(source: string): Promise<void> {
  const art = readBoxArt(source)
  assert(art)
  const names = nameNodes(art)
  const nameOf = (node: ArtNode | undefined) => (node && names.get(node)) ?? ''
  const chart = converted(source)
  assert.deepEqual(await parse(chart), [])
  const { default: mermaid } = await import('mermaid')
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart)
  const answer = readAnswer('flowchart', db, plainLabel)
  const graph = syntax.graphOf?.(chart)
  const labelled = art.nodes.map((node) => `${nameOf(node)} = ${words(node.label) || nameOf(node)}`)
  assert.deepEqual(sorted(answer?.nodes ?? []), sorted(labelled))
  assert.equal(answer?.edges, art.edges.length)
  assert.deepEqual(
    graph?.edges.map(({ from, to, label, heads }) => `${from} ${heads ?? 'one'} ${to}: ${label ?? ''}`),
    art.edges.map(({ from, to, label, heads }) => `${nameOf(from)} ${heads} ${nameOf(to)}: ${words(label)}`),
  )
  assert.deepEqual(
    sorted(graph?.nodes.map(({ id, parent }) => `${id} in ${parent ?? ''}`) ?? []),
    sorted(art.nodes.map((node) => `${nameOf(node)} in ${nameOf(node.parent)}`)),
  )
}

describe('boxArtToMermaid', () => {
  const drawing = `
+-------------------+
| Shop              |
| +-----+   +-----+ |  "paid"   +-------+
| | Web |-->| API |------------>| #1: & |
| +-----+   +-----+ |           +-------+
+-------------------+              ^
                                   | 1. first
                 +----------+      |
                 | a_b *c*  |------+
                 | <script> |
                 +----------+
`

  it('keeps nodes, edges, labels and nesting', async () => {
    await compare(drawing)
    assert.equal(
      converted('┌────┐  sends  ┌────┐\n│ A1 │────────>│ B1 │\n└────┘         └────┘'),
      ['flowchart LR', '  a1["A1"]', '  b1["B1"]', '  a1 -->|"sends"| b1'].join('\n'),
    )
  })

  it('writes a chart from top to bottom if the drawing runs that way', () => {
    assert.match(converted('+---+\n| A |\n+---+\n  |\n  v\n+---+\n| B |\n+---+'), /^flowchart TB\n/)
  })

  it('rejects a drawing that it does not understand, and says where the problem is', () => {
    assert.deepEqual(boxArtToMermaid('+---+   +---+\n| A |-->| B |---\n+---+   +---+'), {
      reason: 'Line 2 of the drawing has a line that leads nowhere',
    })
    assert.deepEqual(boxArtToMermaid('flowchart LR\n a --> b'), { reason: 'This text contains no box drawing' })
  })

  it('keeps the fence in its list or quote, and fences an indented code block', () => {
    const boxes = ['+---+  +---+', '| A |->| B |', '+---+  +---+']
    const chart = ['flowchart LR', '  a["A"]', '  b["B"]', '  a --> b']
    const within = (first: string, rest: string, lines: readonly string[]) => first + lines.join(`\n${rest}`)
    const convert = (text: string) => {
      const model = readModel(text)
      const [diagram] = model.diagrams
      assert(diagram)
      const result = convertInDocument(model, diagram)
      assert('edit' in result)
      return text.slice(0, result.edit.start) + result.edit.newText + text.slice(result.edit.end)
    }
    for (const [first, rest] of [
      ['', ''],
      ['- ', '  '],
      ['> ', '> '],
      ['> 1. ', '>    '],
    ] as const)
      for (const [open, mark] of [
        ['```', '```'],
        ['~~~~text', '~~~~'],
      ] as const)
        assert.equal(
          convert(within(first, rest, [open, ...boxes, mark])),
          within(first, rest, [`${mark}mermaid`, ...chart, mark]),
        )
    assert.equal(
      convert(`Text\n\n${boxes.map((line) => `    ${line}`).join('\n')}\n\nText`),
      `Text\n\n${['```mermaid', ...chart, '```'].join('\n')}\n\nText`,
    )
    // One line that a tool has written in another way does not decide for all of them.
    assert.equal(
      convert(['# Title\r', '', '```', ...boxes, '```', ''].join('\n')),
      ['# Title\r', '', '```mermaid', ...chart, '```', ''].join('\n'),
    )
  })

  const corpus = new URL('../../../shared/corpus/design/', import.meta.url)
  it('converts at least 80 % of the drawings in real documents', {
    skip: !existsSync(corpus) && 'no ../shared/corpus here',
  }, async (t) => {
    const files = readdirSync(corpus).filter((file) => file.endsWith('.md'))
    const drawings = files.flatMap((file) =>
      readQuickly(readFileSync(new URL(file, corpus), 'utf8'))
        .nodes('code')
        .flatMap(({ value }) => (looksLikeBoxArt(value) ? { file, value } : [])),
    )
    const refused = drawings.filter(({ value }) => 'reason' in boxArtToMermaid(value))
    for (const { value } of drawings) if ('mermaid' in boxArtToMermaid(value)) await compare(value)
    for (const { file, value } of refused) t.diagnostic(`${file}: ${JSON.stringify(boxArtToMermaid(value))}`)
    t.diagnostic(`${drawings.length - refused.length} of ${drawings.length} converted`)
    assert(refused.length <= 0.2 * drawings.length)
  })
})
