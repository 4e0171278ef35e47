import assert from 'node:assert/strict'
import { isLinkText, names } from '../../../src/diagrams/mermaid/inside/tokens.ts'
import { contract, type Inside } from './contract.ts'

/** The names of tokens that parsers expect, from the tables that jison generates and from Langium's grammars. */
function tokensOf({ texts }: Inside): readonly string[] {
  const found = new Set<string>()
  for (const text of texts.values()) {
    for (const [, table = ''] of text.matchAll(/terminals_: \{([^}]*)\}/g))
      for (const [, name = ''] of table.matchAll(/\d+: "([^"]+)"/g)) found.add(name)
    for (const [, name = ''] of text.matchAll(/"\$type":"TerminalRule"[^{}]*?"name":"([^"]+)"/g)) found.add(name)
  }
  return [...found]
}

/** The alternatives of `^(A|B|C)$`; any other pattern unchanged. */
const alternativesOf = (pattern: RegExp): readonly RegExp[] => {
  const [, list] = /^\^\(([\w|?*.\\+]+)\)\$/.exec(pattern.source) ?? []
  return list ? list.split('|').map((each) => new RegExp(`^(?:${each})$`)) : [pattern]
}

contract({
  usedBy: 'tokens.ts',
  // Parsers report a number if a token has no name.
  relies: 'each name that we put in words is one of a grammar',
  check(inside) {
    const tokens = tokensOf(inside)
    assert.ok(tokens.length > 200, `${tokens.length} names`)
    const unknown = names
      .flatMap(([pattern]) => alternativesOf(pattern))
      .filter((each) => !each.test('1') && !tokens.some((token) => each.test(token)))
    assert.deepEqual(unknown.map(String), [])
  },
  broken: { find: '"SQE"', with: '"SQUARE_END"' },
})

contract({
  usedBy: 'tokens.ts',
  relies: 'the text in the middle of a link of a flowchart is called EDGE_TEXT',
  check: (inside) => assert.ok(tokensOf(inside).some(isLinkText)),
  broken: { find: 'EDGE_TEXT', with: 'LINK_TEXT' },
})
