/** Tells in what language a document is written, so that what is added to it is in that language too. */

import { remember } from '../data/remember.ts'
import type { DocumentModel } from './document.ts'

/** A language as VS Code writes it; `other` for one that is neither English nor one that we have words in. */
export type Language = 'en' | TranslatedLanguage | 'other'

/** The languages in which there are words of templates beside English. */
export const translatedLanguages = ['de', 'zh-cn'] as const
export type TranslatedLanguage = (typeof translatedLanguages)[number]

/** Whether something is the name of a language in which templates are written. */
export const isLanguage = (name: unknown): name is 'en' | TranslatedLanguage =>
  name === 'en' || translatedLanguages.some((each) => each === name)

/** So much of a text is looked at, in UTF-16 units: a document begins in the language in which it goes on. */
const beginning = 4_000
/** Fewer words, or Han characters, tell nothing; and at least this share of the words must be ones of the language. */
const limits = { words: 12, han: 12, share: 0.03 }

const word = /\p{L}+/gu
/** Words that each text of a language is full of, and hardly a text of another one. */
const common = {
  en: /\b(?:the|and|are|for|with|that|not|will|this|from|which|have|has|should|must|because|how|who)\b/gi,
  de: /(?<!\p{L})(?:und|der|das|ist|nicht|mit|für|wird|werden|eine|einen|einem|auf|sich|auch|oder|wenn|wer|bei|aus|dem|wie|zum|zur|wir)(?!\p{L})/giu,
}
const han = /\p{Script=Han}/gu
/** Japanese and Korean write Han characters too, and so does Chinese in its traditional form. */
const otherHan =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}這們個來時為會說對還後發過現經進種應間無從業關開問題長實專數據庫務設計]/gu
const simplified = /[这们个来时为会说对还后发过现经进种应间无从业关开问题长实专数据库务设计]/gu

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language of a document's words, its comments apart; undefined where there are too few of them to tell. */
export const languageOf = remember(({ prose }: DocumentModel): Language | undefined => {
  const text = prose.slice(0, beginning)
  const words = countOf(text, word)
  const characters = countOf(text, han)
  // What a Chinese text calls by English names is short beside what it says of it.
  if (characters >= limits.han && characters > words / 2)
    return countOf(text, simplified) > countOf(text, otherHan) ? 'zh-cn' : 'other'
  if (words < limits.words) return undefined
  const [english, german] = [countOf(text, common.en), countOf(text, common.de)]
  if (Math.max(english, german) < words * limits.share) return 'other'
  return german > english ? 'de' : 'en'
})
