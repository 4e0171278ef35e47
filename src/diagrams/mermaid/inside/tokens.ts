/** Descriptions for authors of the token names in mermaid's grammars. The first match counts. */
export const names: readonly (readonly [RegExp, string])[] = [
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
  [/^(TXT|taskData|DESCR|event)$/, '`:` and text'],
  [/^(STR|MD_STR|STRING\d?|qString|BQUOTE_STR)$/, 'quoted text'],
  [/NUM|INT$|FLOAT|SIZE|WIDTH|^value$/, 'a number'],
  [/^(ZERO_OR|ONE_OR|ONLY_ONE|MD_PARENT)/, 'a cardinality such as `||`'],
  [/^(NON_)?IDENTIFYING$/, '`--` or `..`'],
  [
    /ARROW|^(START_)?LINK$|^(DOTTED_)?LINE$|^-->$|CROSS$|POINT$|AGGREGATION|EXTENSION|COMPOSITION|DEPENDENCY/,
    'an arrow',
  ],
  [/^(NODE_STRING|ALPHA|ID|ACTOR|NODE_ID|ENTITY_NAME|ATTRIBUTE_WORD|idString.*|unqString|IDENTIFIER)$/, 'a name'],
  [/^(TEXT|NODE_DESCR|restOfLine)$/, 'text'],
  [/^(LOW|MED|HIGH)_RISK$/, '`low`, `medium` or `high`'],
  [/^VERIFY_/, 'a way to verify such as `test`'],
  [/^STYLE_SEPARATOR$/, '`:::`'],
]

/** An author-friendly description of a grammar's token name; undefined if it would not help. */
export const wordFor = (name: string): string | undefined => {
  const bare = name.replace(/^'(.*)'$/, '$1')
  const known = names.find(([pattern]) => pattern.test(bare))
  if (known) return known[1]
  return /^[a-z][a-z_ ]*$|^[^\w\s]{1,3}$/.test(bare) ? `\`${bare.replaceAll('_', ' ')}\`` : undefined
}

/** Whether a grammar's token name stands for the end of a line. */
export const isLineEnd = (name: string): boolean => wordFor(name) === 'the end of the line'

/** Whether this is the text in the middle of a flowchart link, as in `A -- text --> B`. */
export const isLinkText = (name: string): boolean => name.includes('EDGE_TEXT')
