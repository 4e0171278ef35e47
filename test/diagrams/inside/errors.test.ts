import assert from 'node:assert/strict'
import { isJisonError, readJisonError } from '../../../src/diagrams/mermaid/inside/jisonError.ts'
import { isLangiumError, readLangiumError } from '../../../src/diagrams/mermaid/inside/langiumError.ts'
import { isHeaderError, isYamlError, reasonFor } from '../../../src/diagrams/mermaid/inside/messages.ts'
import { contract, errorOf, type Inside } from './contract.ts'

const source = 'flowchart LR\n  a --> b\n  c -->|x| d e\n'

/** What a generated parser says of our source. */
async function jisonError({ mermaid }: Inside, text = source) {
  const error = await errorOf(() => mermaid.parse(text))
  if (!isJisonError(error)) throw new assert.AssertionError({ message: `Not an error of jison's: ${error}` })
  return error
}

contract({
  usedBy: 'jisonError.ts',
  relies: 'a message begins with `Parse error on line`, shows twenty letters before the place and a caret below',
  async check(inside) {
    const error = await jisonError(inside)
    const [first, context = '', ruler = ''] = error.message.split('\n')
    assert.match(first ?? '', /^Parse error on line \d+:$/)
    assert.match(ruler, /^-+\^$/)
    assert.equal(context.charAt(ruler.length - 1), 'e')
    assert.equal(context.slice(0, 3), '...')
  },
  broken: { find: '"Parse error on line "', with: '"Syntax error in line "' },
})

contract({
  usedBy: 'jisonError.ts',
  relies: 'the error has the token, its line from 0, what came before it, and the names of what could have come',
  async check(inside) {
    const { hash } = await jisonError(inside)
    assert.equal(hash.text, 'e')
    assert.equal(hash.line, 2)
    assert.deepEqual([hash.loc?.first_line, hash.loc?.first_column], [3, 12])
    assert.ok(hash.expected?.includes("'NEWLINE'"), hash.expected?.join())
  },
  broken: { find: 'loc: yyloc,', with: 'place: yyloc,' },
})

contract({
  usedBy: 'jisonError.ts',
  relies: 'letters that begin no token are a `Lexical error on line`',
  async check(inside) {
    const { message } = await jisonError(inside, source.replace('d e', 'd ]'))
    assert.match(message, /^Lexical error on line \d/)
  },
  broken: { find: '"Lexical error on line "', with: '"Lexing failed on line "' },
})

contract({
  usedBy: 'jisonError.ts',
  relies: 'the place can be found in the text by all of this',
  async check(inside) {
    const { at, token, expected } = readJisonError(source, await jisonError(inside))
    assert.deepEqual([at, token], [source.indexOf('e\n'), 'e'])
    assert.ok(expected.length > 0)
  },
  broken: { find: 'lexer2.showPosition()', with: '"..."' },
})

/** What Langium says of a text, as far as we read it. */
async function langiumError({ mermaid }: Inside, text: string) {
  const error = await errorOf(() => mermaid.parse(text))
  if (!isLangiumError(error)) throw new assert.AssertionError({ message: `Not an error of Langium's: ${error}` })
  return error
}

contract({
  usedBy: 'langiumError.ts',
  relies: 'the error has lists of what no token begins with and of tokens that do not fit',
  async check(inside) {
    const text = 'pie\n "a" : x'
    const error = await langiumError(inside, text)
    const [lexer] = error.result.lexerErrors
    assert.deepEqual([lexer?.offset, lexer?.length], [text.indexOf('x'), 1])
    const [parser] = error.result.parserErrors
    assert.equal(parser?.previousToken?.startOffset, text.indexOf(':'))
    assert.deepEqual(readLangiumError(text, error).at, text.indexOf('x'))
  },
  broken: { find: 'this.result = result', with: 'this.outcome = result' },
})

contract({
  usedBy: 'langiumError.ts',
  relies: 'the token at the end of the text has no number for a place, and a message names what was expected',
  async check(inside) {
    const text = 'packet-beta\n0-7: "a"\n8-'
    const error = await langiumError(inside, text)
    const [first] = error.result.parserErrors
    assert.match(first?.message ?? '', /Expecting token of type '[^']+'|^\s*1\. \[/m)
    assert.deepEqual(readLangiumError(text, error).expected.length > 0, true)
  },
  broken: { find: "`token of type '", with: "`a token called '" },
})

contract({
  usedBy: 'messages.ts',
  relies: 'an unknown kind is an `UnknownDiagramError`',
  check: async ({ mermaid }) => assert.ok(isHeaderError(await errorOf(() => mermaid.parse('nonsense')))),
  broken: { find: 'this.name = "UnknownDiagramError"', with: 'this.name = "UnknownKindError"' },
})

contract({
  usedBy: 'messages.ts',
  relies: 'front matter and the properties of shapes that are no YAML are a `YAMLException` with a reason and a line',
  async check({ mermaid }) {
    for (const text of ['---\na: [\n---\npie', 'flowchart\n A@{ shape: [ }']) {
      const error = await errorOf(() => mermaid.parse(text))
      if (!isYamlError(error)) throw new assert.AssertionError({ message: `Not an error of YAML's: ${error}` })
      assert.equal(typeof error.mark?.line, 'number')
    }
  },
  broken: { find: 'this.name = "YAMLException"', with: 'this.name = "YAMLError"' },
})

contract({
  usedBy: 'messages.ts',
  relies: 'names that a message of mermaid takes from a source stand in brackets or quotes',
  async check({ mermaid }) {
    const error = await errorOf(() => mermaid.parse('sequenceDiagram\n  participant A\n  deactivate A'))
    const message = error instanceof Error ? error.message : ''
    assert.match(message, /\(A\)/)
    assert.equal(reasonFor(error, message), 'Trying to inactivate an inactive participant (A)')
  },
  broken: { find: 'Trying to inactivate an inactive participant (', with: 'Trying to inactivate ' },
})

contract({
  usedBy: 'messages.ts',
  relies: 'advice begins with `Initialize`, or with `(Help`, and a wrong use with `Incorrect usage`',
  check({ texts }) {
    const all = [...texts.values()]
    for (const words of [/^Initialize mermaid with/m, /\. \(Help: /, /Incorrect usage of/])
      assert.ok(
        all.some((text) => words.test(text)),
        String(words),
      )
  },
  broken: { find: '(Help: ', with: '(Hint: ' },
})
