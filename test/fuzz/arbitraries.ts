import fc from 'fast-check'
import { rules } from '../../src/generated/rules.ts'
import { templates, types } from '../util/linting.ts'

/** Characters and names that often cause bugs. */
const oddities = [
  ...['\r', '\r\n', '\t', '\f', '\v', '\u0000', '\u001b[31m', '\u0085', '\u00a0', '\u200b', '\u2028', '\u2029'],
  ...['\ufeff', '\u202e', '\ud83d', '\ude00', '😀', 'é', 'e\u0301', 'ﬁ', 'İ', '注文', '$&', '${1:x}', '%0A', '\\'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'NaN', '-0', '1e999', '9'.repeat(20)],
]

export const oddity = fc.constantFrom(...oddities)

/** Any text, most of it short. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: oddity },
)

/** Concatenated pieces. @param most the largest number of pieces */
export const joined = (pieces: fc.Arbitrary<string>, most: number, separator = ''): fc.Arbitrary<string> =>
  fc.array(pieces, { maxLength: most }).map((list) => list.join(separator))

/** Words and figures that rules look for in prose. */
const words = [
  ...['Orders', 'Service A', 'Kafka', 'the queue', 'PostgreSQL', 'must be fast', '99.9%', '1,000 requests/s', '100 KB'],
  ...['$1,200 per month', 'Total: $5,000', '10 × 100 KB = 1 MB', 'TBD', 'TODO', '{words}', '<words>', '[Words]', 'NNN'],
  ...['YYYY-MM-DD', '2026-03-09', 'Accepted', 'Draft', 'Superseded by [ADR-0008](0008-use-a-table.md)', 'ADR-0007'],
  ...['calls', 'stores', 'depends on', 'because', 'but', 'at the cost of', 'microservices', '3 engineers', 'MVP'],
  ...['one sentence that is long enough to be guidance.', 'Positive', 'Negative', 'Option 1', 'Chosen option: "B"'],
]

const inline = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['**', '*', '_', '~~', '`', '``', '[x]', '[^n]', '![a](b.png)', '[a](b "c")', '<br>', '</b>', '&amp;', '\\|'],
      ...['http://x.y', 'www.x.y', 'a@b.c', '|', ':', ' - ', '**Status:** ', 'Date: ', '$x$', '<!-- c -->', '-->'],
    ),
  },
  { weight: 2, arbitrary: anyText },
)

const line = joined(inline, 6, ' ')

const titles = [
  ...new Set(types.flatMap(({ sections }) => sections.map(({ title }) => title))),
  ...['Status', 'Constructor', '__proto__', 'toString', 'Costs', '1. Numbered', '2.1 Part', '决策', ''],
]
const titleLines = [...new Set(types.map(({ titlePrefix }) => `${titlePrefix} Use a queue`)), 'ADR-0007: Use a queue']

const heading = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...titles) }, { weight: 1, arbitrary: line }),
    fc.constantFrom('#', '=', '-'),
  )
  .map(([depth, title, mark]) => (mark === '#' ? `${'#'.repeat(depth)} ${title}` : `${title}\n${mark.repeat(3)}`))

const cell = fc.oneof(fc.constantFrom('', 'Yes', '$10', 'High', 'Spoofing', 'Orders', 'TBD', '—'), line)

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }))
  .map(([columns, rows]) => {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const head = Array.from({ length: columns }, (_, index) => ['Option', 'Cost', 'Status', 'Notes'][index] ?? '')
    return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
  })

const names = [...rules.map(({ id }) => id), 'structure', 'red-flag', 'all', 'toString', '--', ',']
export const silencing = fc
  .tuple(
    fc.constantFrom('disable', 'enable', 'disable-next-line', 'disable-file', 'disabled', ''),
    fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    fc.constantFrom(' -->', '-->', ' -- why -->', '', '\n-->'),
  )
  .map(([verb, ids, end]) => `<!-- design-docs-${verb} ${ids.join(' ')}${end}`)

/** Diagrams from the templates, and texts that hardly resemble diagrams. */
const diagramSource = fc.oneof(
  fc.constantFrom(...templates.flatMap(({ document }) => document.diagrams.map(({ source }) => source))),
  joined(
    fc.constantFrom(
      ...['flowchart LR', 'sequenceDiagram', 'C4Context', 'digraph {', '@startuml', '\n', '  A --> B', 'A->>B: x', '}'],
      ...['subgraph A', 'end', 'Person(a, "A")', 'Rel(a, b, "x")', 'A -> B', 'a [label="x"]', '%% c', '+--+', '|', '"'],
    ),
    10,
  ),
)

export const fence = fc
  .tuple(
    fc.constantFrom('```', '~~~', '````'),
    fc.constantFrom('mermaid', 'dot', 'plantuml', 'text', '', 'json', 'ts', 'Mermaid title="x"'),
    diagramSource,
    fc.boolean(),
  )
  .map(([mark, info, source, isClosed]) => `${mark}${info}\n${source}${isClosed ? `\n${mark}` : ''}`)

const { blocks } = fc.letrec<{ block: string; blocks: string }>((tie) => {
  const item = (mark: string) => (block: string) => mark + block.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
  const list = fc
    .tuple(
      fc.constantFrom('- ', '* ', '1. ', '10) ', '- [ ] ', '- [x] ', '-   '),
      fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
    )
    .map(([mark, items]) => items.map(item(mark)).join('\n'))
  return {
    block: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'block' },
      { weight: 6, arbitrary: line },
      { weight: 6, arbitrary: heading },
      { weight: 3, arbitrary: table },
      { weight: 3, arbitrary: fence },
      { weight: 2, arbitrary: silencing },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...['<!-- guidance of the template -->', '<!--', '***', '---', '<div>', '</div>', '<pre>', '[x]: /u "t"'],
          ...['[^n]: A note\n    goes on', '    code', '\tcode', '<details>\n\nmore\n\n</details>', '$$\nx\n$$', '+++'],
        ),
      },
      { weight: 4, arbitrary: list },
      { weight: 2, arbitrary: tie('blocks').map((inside) => inside.replace(/^/gm, '> ')) },
    ),
    blocks: fc
      .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n \n\n')), { maxLength: 12 })
      .map((list) => list.flat().join('')),
  }
})

const keys = [
  'status',
  'date',
  'documentType',
  'rules',
  'title',
  'deciders',
  'superseded-by',
  'covers',
  'Status',
  'tags',
]
const scalars = [
  ...['draft', 'Accepted', '2026-03-09', '"x', "'y'", '>', '|', '|-\n  a', '[a, b]', '{ a: 1 }', '', '&a', '*a', '~'],
  ...[
    '!!set',
    '? x',
    '- a\n- b',
    '\n  - a\n  - b',
    '"a\\tb"',
    '# c',
    '[',
    '<<: *a',
    'adr',
    'system-design',
    '0x1F',
    '.nan',
  ],
  ...['{ no-placeholder: off }', '{ no-placeholder: [warning] }', '{ structure: [hint, null] }', '{ adr-date: 3 }'],
]
/** A front matter block, sometimes malformed. */
export const frontmatter = fc
  .tuple(
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...keys), oddity), fc.oneof(fc.constantFrom(...scalars), anyText)), {
      maxLength: 5,
    }),
    fc.constantFrom('---\n', '---\n', '---\n', '--- \n', '...\n', ''),
  )
  .map(([pairs, end]) => `---\n${pairs.map(([key, value]) => `${key}: ${value}\n`).join('')}${end}`)

const lineEnded = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'))
    .map(([text, lineEnd]) => (lineEnd === '\n' ? text : text.replace(/\r\n?|\n/g, lineEnd)))

/** A document composed of typical parts of design documents. */
const grown = fc
  .tuple(
    fc.oneof(fc.constant(''), frontmatter),
    fc.constantFrom('', ...titleLines.map((title) => `# ${title}\n\n`)),
    blocks,
  )
  .map((parts) => parts.join(''))

/** A change to a text: the position in millionths of its length, the number of UTF-16 units to remove, the new text. */
export interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  remove: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(300)),
  insert: fc.oneof({ weight: 3, arbitrary: inline }, fc.constant(''), heading, fence, table, silencing, blocks),
})

export function edited(text: string, { at, remove, insert }: Edit): string {
  const start = Math.floor((text.length * at) / 1_000_000)
  return text.slice(0, start) + insert + text.slice(start + remove)
}

/** A part of an inserted template, with some changes. */
const mutated = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.nat(1_000_000),
    fc.integer({ min: 100, max: 2_500 }),
    fc.array(anyEdit, { maxLength: 4 }),
  )
  .map(([{ document }, at, length, edits]) => {
    const start = at < 500_000 ? 0 : Math.floor((document.text.length * at) / 1_000_000)
    return edits.reduce(edited, document.text.slice(start, start + length))
  })

/** A Markdown text that is, was or could become a design document. */
export const document = lineEnded(fc.oneof({ weight: 3, arbitrary: grown }, { weight: 2, arbitrary: mutated }))

/** The same as an editor has it, which supports only two kinds of line ending. */
export const openDocument = document.map((text) => text.replace(/\r(?!\n)/g, '\n'))

/** The ID of a document type, or undefined. */
export const typeId = fc.constantFrom(undefined, ...types.map(({ id }) => id))

/** Any JSON value, with some keys and strings that have a meaning here. */
export const anyJson = (meaningful: readonly string[]): fc.Arbitrary<unknown> => {
  const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...meaningful) }, anyText)
  return fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'json' },
      word,
      fc.constantFrom(null, true, false, 0, -1, 1.5, Number.MAX_SAFE_INTEGER),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(word, tie('value'), { maxKeys: 5 }),
    ),
  })).value
}
