import assert from 'node:assert/strict'
import fc from 'fast-check'
import { convertInDocument } from '../../src/core/diagrams/boxArt/convert.ts'
import { readBoxArt } from '../../src/core/diagrams/boxArt/looksLike.ts'
import { type ArtNode, parseBoxArt } from '../../src/core/diagrams/boxArt/parse.ts'
import { boxArtToMermaid } from '../../src/core/diagrams/boxArt/toMermaid.ts'
import { applyEdits, combineFixes } from '../../src/core/lint/edits.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { readModel } from '../util/linting.ts'
import { anyEdit, edited, joined } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertGraph } from './graph.ts'
import { assertEdits, assertRange } from './linter.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly style: string
  readonly label: string
}

/** The corners, upper left, upper right, lower left, lower right; then the horizontal and the vertical line. */
const styles = ['++++-|', '┌┐└┘─│', '╔╗╚╝═║', '╭╮╰╯─│', '┏┓┗┛━┃', "..''-|"]
const labels = [
  'Orders',
  'A',
  '注文',
  'a b',
  'end',
  'é',
  '🚀 Go',
  '-->',
  '"x"',
  '',
  'v',
  '<b>',
  '1. x',
  'O(n^2)',
  'x | y',
]

const box: fc.Arbitrary<Box> = fc.record({
  x: fc.nat(40),
  y: fc.nat(14),
  width: fc.integer({ min: 3, max: 22 }),
  height: fc.integer({ min: 3, max: 7 }),
  style: fc.constantFrom(...styles),
  label: fc.constantFrom(...labels),
})
const wire = fc.record({
  x: fc.nat(55),
  y: fc.nat(18),
  length: fc.integer({ min: 1, max: 14 }),
  isUpright: fc.boolean(),
  head: fc.constantFrom('', '>', '<', 'v', '^', '▶', '+', '*'),
  stroke: fc.constantFrom('-', '─', '=', '.', '|', '│', ':'),
})

/** Boxes and lines on a sheet, where later ones overwrite earlier ones. */
const sheet = fc
  .record({ boxes: fc.array(box, { maxLength: 6 }), wires: fc.array(wire, { maxLength: 6 }) })
  .map(({ boxes, wires }) => {
    const rows = Array.from({ length: 24 }, () => Array.from({ length: 80 }, () => ' '))
    const put = (x: number, y: number, text: string) => {
      for (const [index, glyph] of [...text].entries()) {
        const row = rows[y]
        if (row && x + index < row.length) row[x + index] = glyph
      }
    }
    for (const { x, y, width, height, style, label } of boxes) {
      const [a = '', b = '', c = '', d = '', across = '', upright = ''] = style
      put(x, y, a + across.repeat(width - 2) + b)
      for (let row = 1; row < height - 1; row++) put(x, y + row, upright + ' '.repeat(width - 2) + upright)
      put(x, y + height - 1, c + across.repeat(width - 2) + d)
      put(x + 1, y + 1, [...label].slice(0, width - 2).join(''))
    }
    for (const { x, y, length, isUpright, head, stroke } of wires) {
      if (isUpright) for (let row = 0; row < length; row++) put(x, y + row, row === length - 1 && head ? head : stroke)
      else put(x, y, stroke.repeat(length) + head)
    }
    return rows.map((row) => row.join('').trimEnd()).join('\n')
  })

/** Boxes in rows, connected by arrows, as people draw them. */
const orderly = fc
  .array(fc.array(fc.constantFrom(...labels), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .chain((rows) =>
    fc
      .tuple(
        fc.constantFrom(...styles.slice(0, 5)),
        fc.constantFrom('──>', '---', '<->', '   ', '-x->'),
        fc.constantFrom('|', 'v', ' '),
      )
      .map(([[a = '', b = '', c = '', d = '', across = '', upright = ''] = '', arrow, down]) =>
        rows
          .map((row) => {
            const line = (part: (label: string) => string, between: string) => row.map(part).join(between)
            const wide = (label: string) => across.repeat([...label].length + 2)
            return [
              line((label) => a + wide(label) + b, '   '),
              line((label) => `${upright} ${label} ${upright}`, arrow),
              line((label) => c + wide(label) + d, '   '),
            ].join('\n')
          })
          .join(`\n  ${down}\n`),
      ),
  )

const glyphs = joined(
  fc.constantFrom(...'+-|─│┌┐└┘├┤┬┴┼╔╗╚╝═║╭╮╰╯<>^v*/\\.:=_oOx ', '  ', '\n', '\n', '\t', '--', 'ab', '注', '\r\n'),
  120,
)

const changed = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(anyEdit, fc.constantFrom(' ', '  ', '', '-', '|', '─', 'word', '\t', '\n', '注', '+')), {
        maxLength: 5,
      }),
    )
    .map(([text, edits]) =>
      edits.reduce((text, [{ at }, insert]) => edited(text, { at, remove: insert === '' ? 1 : 0, insert }), text),
    )

const drawing = fc.oneof(
  { weight: 3, arbitrary: changed(orderly) },
  { weight: 3, arbitrary: changed(sheet) },
  { weight: 1, arbitrary: glyphs },
)

holds('any text is a drawing that agrees with itself, or none', 80, drawing, (source) => {
  const art = parseBoxArt(source)
  assert.ok(art)
  const nodes = new Set<ArtNode | undefined>(art.nodes)
  for (const node of art.nodes) {
    assertRange(node, source, node.label.join(' '))
    if (node.parent) assert.ok(nodes.has(node.parent))
  }
  for (const edge of art.edges) {
    assertRange(edge, source, 'edge')
    assert.ok(nodes.has(edge.from) && nodes.has(edge.to))
  }
  for (const gap of art.gaps) assertRange(gap, source, gap.reason)
  const graph = syntaxes.find(({ id }) => id === 'box-art')?.graphOf?.(source)
  if (graph) assertGraph(graph, source)
})

/** The characters that must not get lost: all except white space and horizontal borders. */
const wordsOf = (text: string) => text.replace(/[\s\-─━═┄=]/g, '')

holds('borders that are moved into line are in line, and no word is lost', 80, drawing, (source) => {
  let text = source
  for (let pass = 0; pass < 10; pass++) {
    const found = parseBoxArt(text)?.misalignments ?? []
    for (const misalignment of found) {
      assertRange(misalignment, text, misalignment.label)
      assertEdits(misalignment.edits, text, misalignment.label)
    }
    if (found.length === 0) return
    text = applyEdits(text, combineFixes(found))
    assert.equal(wordsOf(text), wordsOf(source))
  }
  assert.fail(`there is always one more border to move:\n${source}\n\n${text}`)
})

holds('a drawing becomes a flowchart with the same nodes and edges', 80, drawing, (source) => {
  const conversion = boxArtToMermaid(source)
  if ('reason' in conversion) return assert.match(conversion.reason, /^[A-Z].*[^.]$/)
  const art = readBoxArt(source)
  const graph = syntaxes.find(({ id }) => id === 'mermaid')?.graphOf?.(conversion.mermaid)
  assert.ok(art && graph)
  assertGraph(graph, conversion.mermaid)
  assert.deepEqual([graph.nodes.length, graph.edges.length], [art.nodes.length, art.edges.length])
})

const fenced = fc.record({
  source: changed(orderly),
  mark: fc.constantFrom('```', '~~~', '````'),
  prefix: fc.constantFrom('', '> ', '- ', '1. ', '> - '),
  lineEnd: fc.constantFrom('\n', '\r\n'),
})

holds('a drawing in a document is replaced by its flowchart, and nothing else changes', 40, fenced, (input) => {
  const { source, mark, prefix, lineEnd } = input
  const [first = '', ...more] = [mark, ...source.split('\n'), mark]
  const inner = prefix.replace(/[^>\s]/g, ' ')
  const text = ['# Title', '', prefix + first, ...more.map((line) => inner + line), '', 'After.'].join(lineEnd)
  const [diagram] = readModel(text).diagrams
  if (!diagram) return
  const conversion = convertInDocument({ text }, diagram)
  if ('reason' in conversion) return
  const after = readModel(applyEdits(text, [conversion.edit]))
  assert.equal(after.tree().children.length, readModel(text).tree().children.length)
  const [made] = after.diagrams
  assert.equal(made?.engine, 'mermaid')
  const flowchart = boxArtToMermaid(diagram.source)
  assert.ok('mermaid' in flowchart)
  assert.equal(made?.source.replaceAll('\r\n', '\n'), flowchart.mermaid)
})
