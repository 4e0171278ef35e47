import assert from 'node:assert/strict'
import fc from 'fast-check'
import { changeStatus } from '../../src/core/decisions/edits.ts'
import { readDecision } from '../../src/core/decisions/record.ts'
import { statusOf } from '../../src/core/decisions/status.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { readModel } from '../util/linting.ts'
import { anyText, document, frontmatter, joined } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertEdits, assertRange } from './linter.ts'

const yaml = joined(
  fc.oneof(
    fc.constantFrom(
      ...[
        'status',
        'date',
        ': ',
        ':',
        '\n',
        '\n  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|',
        '>',
        '|2',
        '>-',
        '#',
      ],
      ...[
        '&a',
        '*a',
        '!!str ',
        '? ',
        '<<',
        '%YAML 1.2',
        '---',
        '...',
        'x',
        'y: z',
        '\t',
        '\r\n',
        '2026-03-09',
        '~',
        '`',
      ],
    ),
    anyText,
  ),
  25,
)
const text = fc
  .tuple(
    fc.oneof(
      frontmatter,
      yaml.map((source) => `---\n${source}\n---\n`),
    ),
    fc.oneof(fc.constant('# ADR-0007: x\n'), document),
  )
  .map((parts) => parts.join(''))

holds('any front matter is read, and its places lie inside of it', 150, text, (text) => {
  const { frontmatter } = readModel(text)
  const { places, range, problem } = frontmatter
  if (range) assertRange(range, text, 'front matter')
  if (problem) assertRange(problem, text, problem.reason)
  for (const [key, place] of Object.entries(places)) {
    assertRange(place, text, key)
    assert.ok(range && range.start <= place.start && place.end <= range.end, `${key} lies outside`)
  }
})

const change = fc.record({
  text: text.map((text) => text.replace(/\r(?!\n)/g, '\n')),
  status: fc.constantFrom('Accepted', 'Rejected', 'Superseded by [ADR-0008](0008-x.md)'),
})

holds('a status that is changed is the one that is read', 60, change, ({ text, status }) => {
  // A status in a YAML block scalar, or one that begins with unusual white space, is not located well enough to be
  // changed.
  fc.pre(!/:[ \t]*(?:[&!]\S*[ \t]+)?(?:[|>]|[^\S \t\r\n])/.test(text))
  const model = readModel(text)
  readDecision(model, '0007-x.md')
  const edits = changeStatus(model, status)
  assertEdits(edits, text, status)
  const after = readModel(applyEdits(text, edits))
  assert.equal(statusOf(after)?.toLowerCase(), (status.split(' ')[0] ?? '').toLowerCase())
})
