/**
 * Texts that cost more than their length says: each piece, again and again, is what some part of the parser or some rule may take
 * more than linear time for. None is copied from anywhere; whoever finds another one adds a line.
 */
export interface Attack {
  readonly name: string
  /** A design document of about so many UTF-16 units. */
  text(size: number): string
}

const head = '---\ndocumentType: system-design\n---\n# System Design: X\n\n## Overview\n\n'
const record = '# ADR-0001: Use X\n\n- **Status:** Accepted\n\n## Context\n\n'

/** The same piece until the size is reached. */
const repeat = (piece: string) => (size: number) => piece.repeat(Math.max(1, Math.ceil(size / piece.length)))
/** Pieces that count. */
const counted = (piece: (n: number) => string) => (size: number) => {
  const parts: string[] = []
  for (let n = 0, length = 0; length < size; n++) {
    const part = piece(n)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
/** Lines of so many units. */
const lines = (piece: string, width: number) => (size: number) =>
  `${repeat(piece)(width)}x\n`.repeat(Math.max(1, Math.ceil(size / width)))
/** An opening for each closing. */
const nested = (open: string, close: string) => (size: number) => {
  const times = Math.max(1, Math.ceil(size / (open.length + close.length)))
  return `${open.repeat(times)}x${close.repeat(times)}`
}

/** By what they are made of. */
const bodies: Readonly<Record<string, (size: number) => string>> = {
  // Containers
  'list in list, one line': repeat('- '),
  'list in list, lines of 3,000': lines('- ', 3_000),
  'list in list, lines of 40': lines('- ', 40),
  'list in list, by indent': counted((n) => `${'  '.repeat(n % 400)}- a\n`),
  'numbers in numbers': lines('1. ', 3_000),
  'quote in quote, one line': repeat('> '),
  'quote in quote, lines of 3,000': lines('>', 3_000),
  'quote in quote, lines of 40': lines('>', 40),
  'mixed containers': lines('> - 1. ', 3_000),
  'mixed containers, lines of 60': lines('> - 1. ', 60),
  'empty items': repeat('-\n'),
  'items of a letter': repeat('- a\n'),
  'numbered items': repeat('1. a\n'),
  'boxes to tick': repeat('- [ ] a\n'),
  'loose items': repeat('- a\n\n'),
  'items with an item': repeat('- a\n  - b\n'),
  'lists of one item': repeat('- a\n+ b\n'),
  'lazy lines': (size) => `> ${repeat('a\n')(size)}`,
  'quotes of a letter': repeat('> a\n'),
  'quotes apart': repeat('> a\n\n'),
  'items with a long text': repeat(`- ${'a '.repeat(4_000)}\n`),
  'an item without end': (size) => `- a\n${repeat('\n  b\n')(size)}`,
  'a quote with fences': repeat('> ```\n> a\n> ```\n'),
  'items with fences': repeat('- ```\n  a\n  ```\n'),
  // Marks
  emphasis: repeat('*a_'),
  'emphasis in paragraphs': repeat(`${'*a_'.repeat(3_000)}\n\n`),
  'emphasis in short paragraphs': repeat(`${'*a_'.repeat(300)}\n\n`),
  'emphasis in items': repeat(`- ${'*a_'.repeat(300)}\n`),
  'emphasis in headings': repeat(`## ${'*a_'.repeat(300)}\n`),
  'emphasis in cells': (size) => `| a |\n|---|\n${repeat(`| ${'*a_'.repeat(300)} |\n`)(size)}`,
  'emphasis in quotes': repeat(`> ${'*a_'.repeat(300)}\n\n`),
  'emphasis on lines of 80': repeat(`${'*a_'.repeat(26)}\n`),
  'emphasis, closed': repeat('*a* '),
  'emphasis in emphasis': nested('*a ', ' b*'),
  'emphasis in emphasis, closed in paragraphs': repeat(`${nested('*a ', ' b*')(900)}\n\n`),
  'strong in emphasis': nested('***a ', ' b***'),
  'marks only': repeat('*'),
  'marks in groups': repeat('*** '),
  'strong openings': repeat('**a '),
  'strike openings': repeat('~~a '),
  'strike, closed': repeat('~a~ '),
  'strike marks': repeat('~a'),
  'words with underscores': repeat('a_'),
  'openings of links': repeat('['),
  'openings of links in paragraphs': repeat(`${'['.repeat(900)}\n\n`),
  'openings of pictures': repeat('!['),
  'links in brackets': nested('[', ']'),
  'links without end': repeat('[a]('),
  'links with an open title': repeat('[a](b "'),
  'links with an open address': repeat('[a](<b'),
  'empty links': repeat('[]()'),
  links: repeat('[a](b) '),
  'brackets in an address': repeat('[a](((('),
  'references that nothing defines': repeat('[a][b]'),
  'closings of links': repeat(']('),
  'openings of notes': repeat('[^'),
  'code of growing marks': counted((n) => `a${'`'.repeat(n % 600)}`),
  'code marks': repeat('`a'),
  'code, closed': repeat('`a` '),
  'tags without end': repeat('<a '),
  'angle brackets': repeat('<'),
  'comments without end': repeat('<!-- '),
  'attributes without end': repeat('<a b="'),
  'instructions without end': repeat('a <? '),
  'declarations without end': repeat('a <!A '),
  'data without end': repeat('a <![CDATA[ '),
  'inline tags': repeat('a<b>'),
  ampersands: repeat('&a'),
  entities: repeat('&amp;'),
  escapes: repeat('\\*'),
  backslashes: repeat('\\'),
  'web addresses': repeat('www.a.b '),
  'web addresses in one word': repeat('www.'),
  'web addresses with brackets': repeat('www.a.b/(('),
  'web addresses with an entity': repeat('http://a.b&amp;'),
  'addresses of protocols': repeat('http://a.b '),
  protocols: repeat('https://'),
  'mail addresses': repeat('a@b.c '),
  'mail addresses in one word': repeat('a@'),
  'mail dots': repeat('a.b-c_'),
  'pointed addresses': repeat('<http://a.b>'),
  'hard breaks': repeat('a  \n'),
  'hard breaks by backslash': repeat('a\\\n'),
  // Blocks
  headings: repeat('# a\n'),
  'headings of sections': counted((n) => `## Part ${n}\n\n`),
  'headings of one name': repeat('## Overview\n\n'),
  'headings by depth': counted((n) => `${'#'.repeat(1 + (n % 6))} a\n`),
  'empty headings': repeat('#\n'),
  'a heading of marks': repeat('# a '),
  'underlined headings': repeat('a\n=\n'),
  'underlined second headings': repeat('a\n-\n\n'),
  'a heading of lines': (size) => `${repeat('a\n')(size)}===\n`,
  rules: repeat('---\n'),
  'a rule of stars': repeat('* '),
  'a rule of dashes': repeat('-'),
  fences: repeat('```\n'),
  'fences of both kinds': repeat('```\n~~~\n'),
  'code blocks': repeat('```\na\n```\n'),
  'a fence without end': (size) => `\`\`\`\n${repeat('# a\n')(size)}`,
  'longer and longer fences': counted((n) => `${'`'.repeat(3 + (n % 500))}\n`),
  'code by indent': repeat('    a\n'),
  'code by indent, apart': repeat('    a\n\nb\n\n'),
  'blank lines': repeat('\n'),
  'letters on lines': repeat('a\n'),
  'letters in paragraphs': repeat('a\n\n'),
  'one line': repeat('a'),
  'one line of words': repeat('word '),
  spaces: repeat(' '),
  tabs: repeat('\t'),
  'returns only': repeat('a\r'),
  'Windows lines': repeat('a\r\n'),
  separators: repeat('a\u2028'),
  zeros: repeat('\u0000'),
  accents: repeat('\u0301'),
  ligatures: repeat('\ufdfa'),
  'lone surrogates': repeat('\ud800'),
  'blocks of HTML': repeat('<div>\n\n'),
  'lines of HTML': repeat('<div>\n'),
  'HTML without end': (size) => `<pre>\n${repeat('a\n\n')(size)}`,
  comments: repeat('<!-- a -->\n'),
  'comments in a line': repeat('a <!-- a --> '),
  'disable comments': repeat('<!-- design-docs-disable no-placeholder -->\n'),
  'disable comments for lines': repeat('<!-- design-docs-disable-next-line -->\n\nTBD\n\n'),
  'a disable comment of many names': (size) => `<!-- design-docs-disable ${repeat('a ')(size)}-->\n`,
  'rows of a table': (size) => `| a | b |\n|---|---|\n${repeat('| c | d |\n')(size)}`,
  'columns of a table': (size) => `${repeat('|a')(size / 3)}\n${repeat('|-')(size / 3)}\n${repeat('|b')(size / 3)}\n`,
  'columns and rows': (size) => `${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${repeat(`${'|b'.repeat(100)}\n`)(size)}`,
  'wide heads over rows': (size) => `${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}\n${repeat('|\n')(size)}`,
  'tables of one row': repeat('|a|\n|-|\n\n'),
  'pipes on lines': repeat('|\n'),
  'pipes on a line': repeat('|'),
  'delimiters of tables': repeat('|-\n'),
  'tables in quotes': repeat('> | a |\n> |---|\n> | b |\n\n'),
  'links in cells': (size) => `| a | b |\n|---|---|\n${repeat('| [c](d) | `e` |\n')(size)}`,
  definitions: counted((n) => `[a${n}]: /u\n`),
  'definitions of one name': repeat('[a]: /u\n'),
  'definitions and references': counted((n) => `[a${n}]: /u\n\n[a${n}] [a${n >> 1}]\n\n`),
  'definitions without address': repeat('[a]:\n'),
  'definitions with an open title': repeat('[a]: /u "\n'),
  'labels without end': repeat('[a\n'),
  'a label of words': (size) => `[${repeat('a ')(size)}]: /u\n`,
  notes: counted((n) => `[^a${n}]: b\n`),
  'notes and references': counted((n) => `a [^${n}]\n\n[^${n}]: b\n\n`),
  'notes in notes': counted((n) => `${'    '.repeat(n % 200)}[^${n}]: b\n`),
  'notes on one line': repeat('[^a]: '),
  // Diagrams
  diagrams: counted((n) => `\`\`\`mermaid\nflowchart LR\nA${n}-->B\n\`\`\`\n\n`),
  'diagrams on Windows lines': counted((n) => `\`\`\`mermaid\r\nflowchart LR\r\nA${n}-->B\r\n\`\`\`\r\n\r\n`),
  'diagrams of DOT': counted((n) => `\`\`\`dot\ndigraph { a${n} -> b }\n\`\`\`\n\n`),
  'diagrams of PlantUML': counted((n) => `\`\`\`plantuml\n[A${n}] --> [B]\n\`\`\`\n\n`),
  'diagrams of boxes': repeat('```\n+---+    +---+\n| A |--->| B |\n+---+    +---+\n```\n\n'),
  'diagrams in sections': counted((n) => `## Part ${n}\n\n\`\`\`mermaid\nflowchart LR\nA${n}-->B\n\`\`\`\n\n`),
  'nodes of a flowchart': (size) =>
    `\`\`\`mermaid\nflowchart LR\n${counted((n) => `N${n}-->N${n + 1}\n`)(size)}\`\`\`\n`,
  'nodes of one part': (size) =>
    `\`\`\`mermaid\nflowchart LR\n${counted((n) => `A-->N${n}[Service ${n}]\n`)(size)}\`\`\`\n`,
  'participants of a sequence': (size) =>
    `\`\`\`mermaid\nsequenceDiagram\n${counted((n) => `A${n}->>B${n}: c\n`)(size)}\`\`\`\n`,
  'nodes of DOT': (size) => `\`\`\`dot\ndigraph {\n${counted((n) => `n${n} -> n${n + 1}\n`)(size)}}\n\`\`\`\n`,
  'clusters of DOT': (size) => `\`\`\`dot\ndigraph {\n${nested('subgraph a {', '}')(size)}}\n\`\`\`\n`,
  'subgraphs in subgraphs': (size) => `\`\`\`mermaid\nflowchart LR\n${nested('subgraph a\n', 'end\n')(size)}\`\`\`\n`,
  'parts of PlantUML': (size) => `\`\`\`plantuml\n${counted((n) => `[A${n}] --> [B${n}]\n`)(size)}\`\`\`\n`,
  'boxes of characters': (size) =>
    `\`\`\`\n${repeat('+---+    +---+\n| A |--->| B |\n+---+    +---+\n')(size)}\`\`\`\n`,
  'a grid of characters': (size) => `\`\`\`\n${repeat(`${'+--'.repeat(60)}+\n${'|  '.repeat(60)}|\n`)(size)}\`\`\`\n`,
  'crossings of characters': (size) => `\`\`\`\n${repeat(`${'+'.repeat(200)}\n`)(size)}\`\`\`\n`,
  'steps of characters': (size) => `\`\`\`\n${counted((n) => `${' '.repeat(n % 300)}+--+\n`)(size)}\`\`\`\n`,
  'a line of characters': (size) => `\`\`\`\n${repeat('+-')(size)}\n\`\`\`\n`,
  // Words that rules look for
  placeholders: repeat('TBD '),
  'placeholders in brackets': repeat('[Name] '),
  'placeholders in braces': repeat('{name} '),
  'placeholders in items': repeat('- TBD: [Name]\n'),
  'placeholders in paragraphs': repeat(`${'TBD '.repeat(100)}\n\n`),
  figures: repeat('99.9% '),
  'figures of availability': repeat('Availability of 99.9% is 8.76 hours of downtime a year.\n\n'),
  amounts: repeat('$5 '),
  'amounts in items': (size) =>
    `## Cost estimate\n\n${repeat('- **Server:** $5/month\n')(size)}\n**Total:** $7/month\n`,
  'amounts in rows': (size) =>
    `## Cost estimate\n\n| Part | Cost |\n|---|---|\n${repeat('| Server | $5 |\n')(size)}| Total | $7 |\n`,
  sums: repeat('1 + '),
  equations: repeat('10 × 20 = 300\n\n'),
  'equations on one line': repeat('10 x 20 = 300 '),
  'long equations': repeat('1 = '),
  numbers: repeat('1,000 '),
  digits: repeat('1'),
  quantities: repeat('10k requests per second, 5 TB/day. '),
  'vague words': repeat('The system must be fast and scalable. '),
  'requirements in items': (size) => `## Requirements\n\n${repeat('- The service should be fast\n')(size)}`,
  'names of parts': (size) => `## Components\n\n${counted((n) => `- **Service ${n}:** does it\n`)(size)}`,
  'parts in sections': (size) =>
    `## Components\n\n${counted((n) => `### Service ${n}\n\nIt calls Service ${n + 1}.\n\n`)(size)}`,
  'parts and diagrams': (size) =>
    `## Components\n\n${counted((n) => `- **Service ${n}:** calls Service ${n + 7}\n`)(size / 2)}\n\`\`\`mermaid\nflowchart LR\n${counted((n) => `S${n}[Service ${n * 3}]-->S${n + 1}\n`)(size / 2)}\`\`\`\n`,
  dependencies: (size) =>
    `## Components\n\n| Component | Depends on |\n|---|---|\n${counted((n) => `| Service ${n} | Service ${n + 1}, Store ${n} |\n`)(size)}`,
  failures: (size) =>
    `## Failure modes\n\n| Failure | Impact | Mitigation |\n|---|---|---|\n${counted((n) => `| Store ${n} is down | | Retry |\n`)(size)}`,
  'failures in sections': (size) =>
    `## Failure modes\n\n${counted((n) => `### Store ${n} is down\n\nNothing works.\n\n`)(size)}`,
  interfaces: (size) => `## API\n\n${counted((n) => `- \`GET /users/${n}\`\n`)(size)}`,
  'code of interfaces': (size) =>
    `## API\n\n\`\`\`ts\n${counted((n) => `function f${n}(a: string): void\n`)(size)}\`\`\`\n`,
  'fields of data': (size) =>
    `## Data model\n\n\`\`\`sql\n${counted((n) => `CREATE TABLE t${n} (id int);\n`)(size)}\`\`\`\n`,
  steps: (size) => `## Data flow\n\n${counted((n) => `${n}. The client calls Service ${n}\n`)(size)}`,
  questions: (size) => `## Open questions\n\n${repeat('- Who?\n')(size)}`,
  technologies: repeat('Kubernetes, Kafka, Redis and PostgreSQL. '),
  sentences: repeat('The API sends each order to the queue because it may fail. '),
  'one sentence': repeat('the API sends it to the queue and '),
  'capital words': repeat('Order Service '),
  'hyphens and dots': repeat('a-b.c'),
  parentheses: repeat('('),
  'quotation marks': repeat('"a '),
  commas: repeat(','),
  'arrows in words': repeat('A -> B -> '),
  'STRIDE rows': (size) => `## Security\n\n| Threat | Mitigation |\n|---|---|\n${repeat('| Spoofing | |\n')(size)}`,
  phases: (size) => `## Phases\n\n${counted((n) => `### Phase ${n}: later\n\nWeek ${n}.\n\n`)(size)}`,
  scaling: (size) => `## Scaling\n\n${repeat('- 10x: add servers. 100x: shard.\n')(size)}`,
  approvals: (size) => `## Approvals\n\n| Approver | Status |\n|---|---|\n${repeat('| Ann | Pending |\n')(size)}`,
  'dates of sections': repeat('**Date:** 2026-01-01\n\n'),
  'bold leads': repeat('**Status:** Draft\n\n'),
}

/** With front matter of their own. */
const frontMatters: Readonly<Record<string, (size: number) => string>> = {
  'brackets in YAML': repeat('['),
  'lists of brackets in YAML': (size) => `a: ${nested('[', ']')(size)}`,
  'braces in YAML': repeat('{a: '),
  'maps in YAML': counted((n) => `${' '.repeat(n % 600)}a:\n`),
  'items in YAML': repeat('- '),
  'items of YAML': (size) => `a:\n${repeat('- b\n')(size)}`,
  'keys in YAML': counted((n) => `a${n}: b\n`),
  'keys of one name in YAML': repeat('a: b\n'),
  'aliases in YAML': (size) =>
    `a0: &a0 [x, x]\n${counted((n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`)(size)}`,
  'anchors in YAML': counted((n) => `a${n}: &b${n} c\n`),
  'questions in YAML': repeat('? '),
  'quotes in YAML': repeat('"a" '),
  'a scalar in YAML': (size) => `a: |\n${repeat('  b\n')(size)}`,
  'comments in YAML': repeat('# a\n'),
  'tags in YAML': repeat('!a '),
  'merges in YAML': (size) => `a: &a {b: c}\n${repeat('<<: *a\n')(size)}`,
  'mistakes in YAML': repeat('a: b: c\n'),
  'colons in YAML': repeat(': '),
}

const records: Readonly<Record<string, (size: number) => string>> = {
  options: (size) =>
    `## Considered Options\n\n${counted((n) => `- Option ${n}\n`)(size)}\n## Decision Outcome\n\nChosen option: "Option x".\n`,
  'options in sections': (size) =>
    `## Alternatives\n\n${counted((n) => `### Option ${n}\n\n- Pro: good\n- Con: bad\n\n`)(size)}`,
  consequences: (size) => `## Consequences\n\n${repeat('- Good, because it is. Bad, because it costs.\n')(size)}`,
  'superseded records': counted((n) => `Supersedes [ADR-${n}](${n}.md). `),
  'status lines': repeat('- **Status:** Accepted\n'),
  'status words': repeat('Status: accepted\n\n'),
}

const entries = (
  of: Readonly<Record<string, (size: number) => string>>,
  around: (body: string) => string,
): readonly Attack[] =>
  Object.entries(of).map(([name, make]) => ({ name, text: (size) => around(make(size).slice(0, size)) }))

/** All of them. */
export const attacks: readonly Attack[] = [
  ...entries(bodies, (body) => `${head}${body}\n`),
  ...entries(frontMatters, (yaml) => `---\ndocumentType: system-design\n${yaml}\n---\n# System Design: X\n\nText.\n`),
  ...entries(records, (body) => `${record}${body}\n`),
]
