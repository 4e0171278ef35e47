/** The names that mermaid's grammars give to what they wait for, in words for authors. Looked up from top to bottom. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^(NEWLINE|NL|SEMI|SEMICOLON|EOF|SPACELINE|NODIR|\d+)$|EOL/, 'the end of the line'],
  [/^(SQE|SQUARE_BRACES_END)$/, '`]`'],
  [/^(SQS|SQUARE_BRACES_START|point_start)$/, '`[`'],
  [/^PE$/, '`)`'],
  [/^PS$/, '`(`'],
  [/^(DIAMOND_STOP|STRUCT_STOP|BLOCK_STOP|RBRACE)$/, '`}`'],
  [/^(STRUCT_START|BLOCK_START|LBRACE)$/, '`{`'],
  [/^(NODE_DEND|DOUBLECIRCLEEND|STADIUMEND|SUBROUTINEEND|CYLINDEREND|TRAPEND|INVTRAPEND)$/, 'a closing bracket'],
  [/^(COLON|COLONSEP)$/, '`:`'],
  [/^COMMA$/, '`,`'],
  [/^PIPE$/, '`|`'],
  [/^(TXT|taskData|DESCR|event)$/, '`:` and a text'],
  [/^(STR|MD_STR|STRING\d?|qString|BQUOTE_STR)$/, 'a text in quotes'],
  [/NUM|INT$|FLOAT|SIZE|WIDTH|^value$/, 'a number'],
  [/^(ZERO_OR|ONE_OR|ONLY_ONE|MD_PARENT)/, 'a cardinality such as `||`'],
  [/^(NON_)?IDENTIFYING$/, '`--` or `..`'],
  [
    /ARROW|^(START_)?LINK$|^(DOTTED_)?LINE$|^-->$|CROSS$|POINT$|AGGREGATION|EXTENSION|COMPOSITION|DEPENDENCY/,
    'an arrow',
  ],
  [/^(NODE_STRING|ALPHA|ID|ACTOR|NODE_ID|ENTITY_NAME|ATTRIBUTE_WORD|idString.*|unqString|IDENTIFIER)$/, 'a name'],
  [/^(TEXT|NODE_DESCR|restOfLine|TEXT_.*)$/, 'a text'],
  [/^(LOW|MED|HIGH)_RISK$/, '`low`, `medium` or `high`'],
  [/^VERIFY_/, 'a way to verify such as `test`'],
  [/^STYLE_SEPARATOR$/, '`:::`'],
]

/** Names of two things that say more together than a long list would. */
const telling = ['an arrow', 'the end of the line', 'a cardinality such as `||`']

const wordFor = (name: string): string | undefined => {
  const bare = name.replace(/^'(.*)'$/, '$1')
  const known = names.find(([pattern]) => pattern.test(bare))
  if (known) return known[1]
  return /^[a-z][a-z_ ]*$|^[^\w\s]{1,3}$/.test(bare) ? `\`${bare.replaceAll('_', ' ')}\`` : undefined
}

const join = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Whether a parser waits for nothing but a few things, so that what it met cannot begin a statement of its own. */
export const isNarrow = (expected: readonly string[]): boolean => expected.length > 0 && expected.length <= 3

/** Whether a grammar's name stands for something that ends a line. */
export const isLineEnd = (name: string): boolean => wordFor(name) === 'the end of the line'

/** Whether a parser waits for this closing bracket, or for any when none is given. */
export const awaits = (expected: readonly string[], closer: string): boolean =>
  expected.some((name) => {
    const word = wordFor(name) ?? ''
    return closer === ''
      ? /^(`[\])}]`|a closing bracket)$/.test(word)
      : word === `\`${closer}\`` || word === 'a closing bracket'
  })

/** Whether a parser waits for nothing but the brace that opens a block. */
export const awaitsBlock = (expected: readonly string[]): boolean =>
  expected.length > 0 && expected.every((name) => wordFor(name) === '`{`')

/** `, expected …`, or nothing when the list of what is possible would not help. */
export const expectedPhrase = (expected: readonly string[]): string => {
  const words = [...new Set(expected.map(wordFor))].filter((word) => word !== undefined)
  const few = words.length <= 3 ? words : telling.filter((word) => words.includes(word))
  // The end of the line alone says nothing in a long list: nearly everything may end.
  if (few.length === 0 || (words.length > 3 && few.length === 1 && few[0] === 'the end of the line')) return ''
  return `, expected ${join(few)}`
}

/** A piece of the diagram in a sentence: one line of it, cut where it is long. */
export const quote = (text: string): string => {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? ''
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``
    .replaceAll('ﬂ°°', '#')
    .replaceAll('ﬂ°', '#')
    .replaceAll('¶ß', ';')
}
