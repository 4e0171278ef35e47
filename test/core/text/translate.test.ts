import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createTranslator, fill, placesOf } from '../../../src/core/text/translate.ts'

const translate = createTranslator({
  '`{0}` is empty': '`{0}` ist leer',
  '`{0}` has no {1}': '`{0}` fehlt: {1}',
  '`{0}` has no mitigation': '`{0}` hat keine Gegenmaßnahme',
  'Only {0}, expected at least {1}': 'Nur {0}, erwartet werden mindestens {1}',
  '1 alternative': '1 Alternative',
  '{n} alternatives': '{n} Alternativen',
  '{n} findings': '{n} Befunde',
  pros: 'Vorteile',
  cons: 'Nachteile',
  ' and ': ' und ',
  ', ': ', ',
  'Not covered yet: {0}': 'Noch nichts zu {0}',
  'Called {0} and {1}, or {0}': 'Heißt {0} oder {1}',
})

suite('translate', () => {
  test('translates a sentence, with the values in their places', () => {
    assert.equal(translate('`Context` is empty'), '`Context` ist leer')
    assert.equal(translate('pros'), 'Vorteile')
  })

  test('leaves an unknown sentence unchanged', () => {
    for (const text of ['', 'Context', '`Context` is full', 'It is empty', 'bread and pros', '` is empty'])
      assert.equal(translate(text), text)
  })

  test('prefers the more specific sentence', () => {
    assert.equal(translate('`Queue` has no mitigation'), '`Queue` hat keine Gegenmaßnahme')
    assert.equal(translate('`Queue` has no pros'), '`Queue` fehlt: Vorteile')
  })

  test('translates a known word as a value, but not in backticks', () => {
    assert.equal(
      translate('Only 3 alternatives, expected at least 4'),
      'Nur 3 Alternativen, erwartet werden mindestens 4',
    )
    assert.equal(translate('`pros` is empty'), '`pros` ist leer')
  })

  test('translates a list if it knows all items, and each part between middle dots', () => {
    assert.equal(translate('Not covered yet: pros, cons and `pros`'), 'Noch nichts zu Vorteile, Nachteile und `pros`')
    assert.equal(translate('Not covered yet: pros and bread'), 'Noch nichts zu pros and bread')
    assert.equal(translate('System design · 9/11 · 4 findings'), 'System design · 9/11 · 4 Befunde')
  })

  test('accepts only a number for {n}', () => {
    assert.equal(translate('1,234 findings'), '1,234 Befunde')
    assert.equal(translate('our findings'), 'our findings')
  })

  test('is not confused by values that look like sentences, places or property names', () => {
    assert.equal(translate('`a` is empty` is empty'), '`a` is empty` ist leer')
    assert.equal(translate('`{1}` has no {0}'), '`{1}` fehlt: {0}')
    assert.equal(translate('`constructor` has no toString'), '`constructor` fehlt: toString')
  })

  test('fills places by name, and leaves those without a value', () => {
    assert.equal(fill('{1} of {0}, {n}', { 0: 'b', 1: 'a' }), 'a of b, {n}')
    assert.equal(placesOf(['Line ', ' of ', '']), 'Line {0} of {1}')
  })
})
