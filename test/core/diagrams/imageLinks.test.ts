import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkImages } from '../../../src/core/diagrams/imageLinks.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'

const linked = (text: string, paths: readonly { path: string; dark: boolean }[], title = 'Data Flow') => {
  const start = text.indexOf('```')
  const diagrams = [{ id: 'a', start, end: text.lastIndexOf('```') + 3 }]
  return applyEdits(text, linkImages({ text, folder: '/w/docs', diagrams }, [{ id: 'a', title, paths }]))
}
const light = { path: '/w/docs/images/flow.svg', dark: false }
const dark = { path: '/w/docs/images/flow-dark.svg', dark: true }

test('a picture is linked below its fence', () => {
  assert.equal(
    linked('```mermaid\nx\n```\nMore.\n', [light]),
    '```mermaid\nx\n```\n\n![Data Flow](images/flow.svg)\n\nMore.\n',
  )
})

test('in a list or quote the link stays inside, with the line ends of the text', () => {
  assert.equal(
    linked('- ```dot\r\n  x\r\n  ```\r\n', [light]),
    '- ```dot\r\n  x\r\n  ```\r\n\r\n  ![Data Flow](images/flow.svg)\r\n',
  )
  assert.equal(linked('> ```dot\n> x\n> ```\n', [light]), '> ```dot\n> x\n> ```\n>\n> ![Data Flow](images/flow.svg)\n')
})

test('a light and a dark picture become one <picture> that follows the reader’s theme', () => {
  assert.match(
    linked('```dot\nx\n```\n', [light, dark], 'A "b" <c>'),
    /\n<picture><source media="\(prefers-color-scheme: dark\)" srcset="images\/flow-dark\.svg"><img alt="A &quot;b&quot; &lt;c&gt;" src="images\/flow\.svg"><\/picture>\n/,
  )
})

test('addresses are relative and escaped', () => {
  assert.match(
    linked('```dot\nx\n```\n', [{ path: '/w/my (pics)/a.png', dark: false }]),
    /\(\.\.\/my%20%28pics%29\/a\.png\)/,
  )
})

test('a picture that is linked already, or whose diagram is gone, is not linked', () => {
  const text = '```dot\nx\n```\n\n![Flow](images/flow.svg)\n'
  assert.equal(linked(text, [light]), text)
  assert.deepEqual(linkImages({ text: '', folder: '/', diagrams: [] }, [{ id: 'a', title: '', paths: [light] }]), [])
})
