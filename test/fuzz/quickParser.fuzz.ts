import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadQuickParser } from '../../src/cli/quickParser.ts'
import { cutsOfParts } from '../../src/core/markdown/borders.ts'
import { frontmatterEnd, parseMarkdown } from '../../src/core/markdown/markdown.ts'
import { parseQuickly, readBy } from '../../src/core/markdown/quickParser.ts'
import { isOrdinary, isSameTree } from '../../src/core/markdown/sameTree.ts'
import { templateTexts } from '../../src/generated/templates.ts'
import { repository } from '../harness/paths.ts'
import { anyText, document } from './arbitraries.ts'
import { holds } from './check.ts'

const parser = await loadQuickParser()

/** Real documents, in slices as they are parsed. */
const slices = [
  ...globSync(['examples/**/*.md', '*.md', 'docs/**/*.md'], { cwd: repository }).map((file) =>
    readFileSync(`${repository}/${file}`, 'utf8'),
  ),
  ...templateTexts.map(({ text }) => text),
]
  .flatMap((text) => {
    const { at } = cutsOfParts(text)
    return at.slice(1).map((end, index) => text.slice(at[index], end))
  })
  .filter((text) => frontmatterEnd(text) === 0)

/** Markup in which parsers differ, alone and in combination. */
const marks = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '`',
    '``',
    '```\n',
    '~~~\n',
    '~~',
    '~',
    ' ~3',
    '(~1',
    ' * ',
    ' @a',
    '[',
    '](',
    '][',
    ')',
    '(',
    '<',
    '>',
    '<!--',
    '-->',
    '|',
    '\\',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '  \n',
    ' ',
    '    ',
    '\t',
    '\n- ',
    '\n1. ',
    '2) ',
    '\n+ ',
    '\n# ',
    '\n> ',
    '\n- [ ] ',
    '[x] ',
  ],
  ...[
    '| a | b |\n|--|--|\n',
    '\n---\n',
    '\n===\n',
    '- - - \n',
    '\n    code',
    '\t- ',
    '<div>\n',
    '</div>',
    '<br>',
    '<?',
    '<!A',
    ']]>',
  ],
  ...[
    '[^1]',
    '[^1]: x',
    '\n[a]: b',
    '[a][]',
    '![a](b)',
    '[a](<b c> "t")',
    '&amp;',
    '&#0;',
    '&#x20;',
    '🙂',
    '\u00a0',
    '\u3000',
    '中',
  ],
  ...[
    'http://a.b',
    'https://x.y/(a)',
    'www.x.y',
    'a@b.c',
    'HTTP://A.B',
    'mailto:a@b.c',
    '"',
    "'",
    ':',
    '^',
    '{',
    '$',
    '!',
    '1',
  ],
]

const edit = fc.record({
  at: fc.nat(),
  removed: fc.nat({ max: 9 }),
  added: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...marks) }, { weight: 1, arbitrary: anyText }),
})
const writing = fc
  .record({ slice: fc.nat({ max: slices.length - 1 }), edits: fc.array(edit, { minLength: 1, maxLength: 3 }) })
  .map(({ slice, edits }) =>
    edits.reduce((text, { at, removed, added }) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + added + text.slice(place + removed)
    }, slices[slice] ?? ''),
  )

function assertAlike(text: string): void {
  if (!parser || frontmatterEnd(text) > 0 || !isOrdinary(text)) return
  const tree = parser(text)
  if (isSameTree(tree, text)) assert.deepEqual(tree, parseMarkdown(text))
}

/** Also compares texts with front matter and with labels defined elsewhere: what is added for them must not show. */
function assertPartAlike({ text, front, labels }: { text: string; front: string; labels: readonly string[] }): void {
  const whole = front + text
  readBy(parser)
  const tree = parseQuickly(whole, frontmatterEnd(whole), labels)
  readBy(undefined)
  if (tree) assert.deepEqual(tree, parseMarkdown(whole, { definitions: labels, footnotes: [] }))
}
const part = fc.record({
  text: writing,
  front: fc.constantFrom(
    '',
    '',
    '---\na: b\n---\n',
    '---\na: |\n  ---\n\n b\n---\n\n',
    '---\n--- \na\n---\n',
    '---\n---\n',
  ),
  labels: fc.constantFrom(['A'], ['A', 'X'], ['B C', '1'], []),
})

holds('where a quicker parser is trusted, it reads what was edited as micromark does', 1_200, writing, assertAlike)
holds('the same of any text', 150, document, assertAlike)
holds('the same where front matter or labels are left out', 600, part, assertPartAlike)

test('the quick parser is trusted with more than 70 % of the slices of real documents', {
  skip: !parser && 'not there for this platform',
}, () => {
  const trusted = slices.filter((text) => parser && isOrdinary(text) && isSameTree(parser(text), text))
  for (const text of trusted) assertAlike(text)
  assert.ok(trusted.length > 0.7 * slices.length, `${trusted.length} of ${slices.length}`)
})
