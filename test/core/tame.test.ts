import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createParser } from '../../src/core/slices.ts'
import { tameParagraphs } from '../../src/core/tame.ts'

test('ordinary texts come back as they are, however long', () => {
  for (const text of [
    '# A\n\n[x](y) *z*\n',
    '- [a](b)\n'.repeat(20_000),
    '| [a](b) | *c* |\n'.repeat(10_000),
    `${'Some words and a [link](b).\n'.repeat(20)}\n`.repeat(500),
    `\`\`\`json\n${'[{"a": "*"}]\n'.repeat(10_000)}\`\`\`\n`,
    `![picture](data:image/png;base64,${'QUJD+/'.repeat(50_000)})\n`,
  ])
    assert.equal(tameParagraphs(text), text)
})

test('what no parser survives is read as words, and places stay', () => {
  const wild = ['[{<', '[', '![', '*a_', '<a ', '`` ` '].map((piece) => piece.repeat(60_000))
  for (const text of [
    ...wild,
    wild.join('\n'),
    `> ${wild[0]}`,
    `- ${wild[1]}`,
    `| ${wild[2]} |\n|---|`,
    wild[0]?.replace(/.{80}/g, '$&\n') ?? '',
  ]) {
    assert.equal(tameParagraphs(text).length, text.length)
    const { root } = createParser().parse(`${text}\n\n# After\n`)
    const last = root.children.at(-1)
    assert.deepEqual([last?.type, last?.position?.start.offset], ['heading', text.length + 2])
  }
})
