import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { languages } from '../../build/translations.ts'
import { languageOf, translatedLanguages } from '../../src/core/document/language.ts'
import { readModel } from '../util/linting.ts'

suite('the language of a document', () => {
  for (const [language, text] of [
    ['en', 'The ferry holds a lane for each guest, and the lane is free again after ten minutes because others wait.'],
    ['de', 'Die Fähre hält für jeden Gast eine Spur frei, und nach zehn Minuten ist die Spur wieder für andere da.'],
    ['de', 'Der Booking Service und das Payment Gateway sind zwei Deployments: Retry, Timeout und Circuit Breaker.'],
    ['zh-cn', '渡轮为每位乘客保留一条车道，十分钟后这条车道会重新开放给其他人。服务由 Booking Service 提供。'],
    ['other', '渡輪為每位乘客保留一條車道，十分鐘後這條車道會重新開放給其他人使用，資料庫也會更新。'],
    ['other', 'フェリーは乗客ごとに車線を確保し、十分後にその車線を他の人のために開放する。設計の概要。'],
    ['other', 'Le bac garde une voie libre pour chaque passager, et après dix minutes la voie est rendue aux autres.'],
    [
      'other',
      'De veerboot houdt een strook vrij voor elke gast, en na tien minuten kan een ander op deze strook staan.',
    ],
    [undefined, '# System Design: Berths\n\n## Overview\n'],
    [undefined, ''],
  ] as const)
    test(`${language ?? 'unknown'}: ${text.slice(0, 20)}`, () => {
      assert.equal(languageOf(readModel(text)), language)
    })

  test('does not depend on its comments', () => {
    const guidance = '<!-- Wer das Problem hat, wie oft, was es kostet und warum jetzt, und wer es nicht mag. -->'
    const text = `${guidance}\n\nGuests pay twice for the same room, and the clerk has to say that she is sorry.`
    assert.equal(languageOf(readModel(text)), 'en')
  })

  test('is known for every language that has templates', async () => {
    assert.deepEqual(await languages(), [...translatedLanguages])
  })
})
