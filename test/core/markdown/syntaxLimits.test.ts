import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../../../src/core/markdown/markdown.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'

/** The deepest nesting of lists, quotes and notes, and the number of nodes of a type. */
function measure(root: Nodes, type?: string): { readonly depth: number; readonly count: number } {
  let depth = 0
  let count = 0
  const pending: (readonly [Nodes, number])[] = [[root, 0]]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, above] = next
    const here = above + (['listItem', 'blockquote', 'footnoteDefinition'].includes(node.type) ? 1 : 0)
    depth = Math.max(depth, here)
    if (node.type === type) count++
    if ('children' in node) for (const child of node.children) pending.push([child, here])
  }
  return { depth, count }
}

suite('hostile Markdown', () => {
  for (const [name, text] of Object.entries({
    'lists on a line': `${'- '.repeat(5_000)}x\n`,
    'numbers on a line': `${'1. '.repeat(2_000)}x\n`,
    'quotes on a line': `${'>'.repeat(3_000)}x\n`,
    'notes on a line': `${'[^a]: '.repeat(300)}x\n`,
    'all of them on some lines': `${'> - 1. [^a]: '.repeat(100)}x\n`.repeat(3),
    'lists by indent': Array.from({ length: 120 }, (_, n) => `${'  '.repeat(n)}- a\n`).join(''),
    'lists by indent, in a quote': Array.from({ length: 120 }, (_, n) => `> ${'  '.repeat(n)}- a\n`).join(''),
  }))
    test(`is nested at most 25 levels deep: ${name}`, () => {
      const { depth } = measure(parseMarkdown(text))
      assert.ok(depth >= 20 && depth <= 25, `${depth}`)
    })

  test('past 1,000 marks a paragraph is plain text, and the next paragraph has marks again', () => {
    const root = parseMarkdown(`${'*a* '.repeat(1_500)}\n\n*b*\n`)
    assert.equal(measure(root, 'emphasis').count, 501)
    const links = parseMarkdown(`${'[a](b) '.repeat(1_500)}\n\n[c](d)\n`)
    assert.equal(measure(links, 'link').count, 1_001)
  })
})

suite('ordinary Markdown', () => {
  for (const [name, text] of Object.entries({
    'ten lists in each other': `${Array.from({ length: 10 }, (_, n) => `${'  '.repeat(n)}- a\n`).join('')}`,
    'a line of dashes': `${'- '.repeat(40)}\n\n- a\n`,
    'a long line of JSON': `\`\`\`json\n${'[{"a": "*"}], '.repeat(2_000)}\n\`\`\`\n`,
  }))
    test(`is not limited: ${name}`, () => {
      const root = createParser().parse(`# A\n\n${text}`).tree()
      assert.deepEqual(root, parseMarkdown(`# A\n\n${text}`))
      assert.ok(!JSON.stringify(root).includes('- - -'))
    })

  test('an image with a long data URL stays one image', () => {
    const root = createParser()
      .parse(`# A\n\n![picture](data:image/png;base64,${'QUJD+/'.repeat(50_000)})\n`)
      .tree()
    assert.equal(measure(root, 'image').count, 1)
  })
})
