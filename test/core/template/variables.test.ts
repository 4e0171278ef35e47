import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSnippet } from '../../../src/core/template/snippet.ts'
import { asksForAuthor, createVariables, fillAuthor } from '../../../src/core/template/variables.ts'

const now = new Date(2026, 2, 5, 7, 8, 9)

test('dates, file names and the author are resolved, and no other variables', () => {
  const resolve = createVariables({ now, path: 'docs/adr/0007-use.kafka.md', author: 'Ada' })
  const text = (source: string) => parseSnippet(source, resolve).text
  assert.equal(text('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'), '2026-03-05')
  assert.equal(text('$CURRENT_DAY_NAME, $CURRENT_MONTH_NAME_SHORT $CURRENT_YEAR_SHORT'), 'Thursday, Mar 26')
  assert.equal(text('$CURRENT_HOUR:$CURRENT_MINUTE:$CURRENT_SECOND'), '07:08:09')
  assert.equal(text('$TM_FILENAME $TM_FILENAME_BASE'), '0007-use.kafka.md 0007-use.kafka')
  assert.equal(text('${1:${AUTHOR:[Who wrote this]}} ${RANDOM:-} ${constructor:-}'), 'Ada - -')
})

test('an unknown variable keeps its default', () => {
  const resolve = createVariables({ now })
  assert.equal(parseSnippet('${AUTHOR:[Who]} ${TM_FILENAME:none}', resolve).text, '[Who] none')
})

test('the author is inserted into a snippet as escaped text', () => {
  assert.equal(
    fillAuthor('${3:${AUTHOR:[Who \\} wrote]}} $AUTHOR \\$AUTHOR $AUTHORS', 'A $1 }'),
    '${3:A \\$1 \\}} A \\$1 \\} \\$AUTHOR $AUTHORS',
  )
  assert.equal(asksForAuthor('${3:${AUTHOR:[Who]}}'), true)
  assert.equal(asksForAuthor('$AUTHORITY ${AUTHORS}'), false)
})
