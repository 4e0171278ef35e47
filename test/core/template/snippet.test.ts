import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeSnippet, parseSnippet } from '../../../src/core/template/snippet.ts'

const read = (source: string) => {
  const { text, tabStops } = parseSnippet(source, (name) => ({ YEAR: '2026' })[name])
  return { text, tabStops }
}

test('placeholders, choices and variables become text with tab stops', () => {
  assert.deepEqual(read('# ${1:[Name]} $2\n${3|Proposed,Accepted|} ${YEAR} $NOBODY ${NOBODY:me}$0'), {
    text: '# [Name] \nProposed 2026  me',
    tabStops: [
      { index: 1, placeholder: '[Name]', offset: 2 },
      { index: 2, placeholder: '', offset: 9 },
      { index: 3, placeholder: 'Proposed', choices: ['Proposed', 'Accepted'], offset: 10 },
      { variable: 'YEAR', placeholder: '2026', offset: 19 },
      { variable: 'NOBODY', placeholder: '', offset: 24 },
      { variable: 'NOBODY', placeholder: 'me', offset: 25 },
      { index: 0, placeholder: '', offset: 27 },
    ],
  })
})

test('escapes, nesting and repeated tab stops are resolved', () => {
  assert.equal(read('\\$5 \\} \\\\ \\n } { ${1:a \\} ${2:b}} $1').text, '$5 } \\ \\n } { a } b a } b')
  assert.deepEqual(read('${1|a\\,b,c\\|d|}').tabStops[0]?.choices, ['a,b', 'c|d'])
})

test('invalid snippet syntax stays text, and is reported where it looks intended', () => {
  assert.equal(read('costs $ and ${ and $-').text, 'costs $ and ${ and $-')
  for (const source of ['${1:never', '${1|a,b', '${1|a\n|}', '${1:a} ${1:b}', '${1||}'])
    assert.equal(parseSnippet(source).problems.length, 1, source)
  assert.equal(parseSnippet('x ${1:never').text, 'x ${1:never')
})

test('offsets in the text map back to the source', () => {
  const source = 'a\n${1:one}\n# b \\$3\n## c'
  const snippet = parseSnippet(source)
  for (const word of ['a\n', '# b', '## c'])
    assert.equal(snippet.sourceOffset(snippet.text.indexOf(word)), source.indexOf(word), word)
})

test('escaped text parses back to itself', () => {
  const text = 'a $1 ${2:x} \\ } ${3|a|}'
  assert.equal(parseSnippet(escapeSnippet(text)).text, text)
})

test('deep nesting is parsed without overflowing the stack', () => {
  assert.equal(parseSnippet('${1:'.repeat(20_000)).text, '${1:'.repeat(20_000))
  assert.ok(parseSnippet(`${'${1:'.repeat(5_000)}${'}'.repeat(5_000)}`).text.length > 0)
})
