/** Detects the language of a text, for what is inserted into it and for rules that know only English words. */

import { remember } from '../data/remember.ts'
import type { DocumentModel } from './document.ts'

/** A language id as in VS Code; `other` for one that is neither English nor translated. */
export type Language = 'en' | TranslatedLanguage | 'other'

/** The languages, besides English, that templates are translated to. */
export const translatedLanguages = ['de', 'zh-cn'] as const
export type TranslatedLanguage = (typeof translatedLanguages)[number]

/** Whether a value is the id of a language in which templates are available. */
export const isLanguage = (name: unknown): name is 'en' | TranslatedLanguage =>
  name === 'en' || translatedLanguages.some((each) => each === name)

/** The number of UTF-16 units examined: documents rarely change their language. */
const beginning = 4_000
/** Minimum number of words or Han characters for detection, and minimum share of a language's common words. */
const limits = { words: 12, han: 12, share: 0.03 }

const word = /\p{L}+/gu
/** Words that occur in every text of a language, and hardly in texts of the other. */
const common = {
  en: /\b(?:the|and|are|for|with|that|not|will|this|from|which|have|has|should|must|because|how|who)\b/gi,
  de: /(?<!\p{L})(?:und|der|das|ist|nicht|mit|für|wird|werden|eine|einen|einem|auf|sich|auch|oder|wenn|wer|bei|aus|dem|wie|zum|zur|wir)(?!\p{L})/giu,
}
const han = /\p{Script=Han}/gu
/** Japanese, Korean and traditional Chinese use Han characters, too. */
const otherHan =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}這們個來時為會說對還後發過現經進種應間無從業關開問題長實專數據庫務設計]/gu
const simplified = /[这们个来时为会说对还后发过现经进种应间无从业关开问题长实专数据库务设计]/gu

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language of a document's prose; undefined if there are too few words to tell. */
export const languageOf = remember(({ prose }: DocumentModel): Language | undefined => {
  const text = prose.slice(0, beginning)
  const words = countOf(text, word)
  const characters = countOf(text, han)
  // English names in a Chinese text are few in comparison with its characters.
  if (characters >= limits.han && characters > words / 2)
    return countOf(text, simplified) > countOf(text, otherHan) ? 'zh-cn' : 'other'
  if (words < limits.words) return undefined
  const [english, german] = [countOf(text, common.en), countOf(text, common.de)]
  if (Math.max(english, german) < words * limits.share) return 'other'
  return german > english ? 'de' : 'en'
})

/** Whether a text is clearly in another language than English. Its comments must be blanked out already. */
export function isForeign(text: string): boolean {
  const start = text.slice(0, 20_000)
  const words = countOf(start, word)
  return words >= limits.words && countOf(start, common.en) < words * limits.share
}

/** Whether Chinese characters occur at the beginning of a document's prose. */
export const usesHan = remember(({ prose }: DocumentModel): boolean => hasHan(prose.slice(0, beginning)))

/** Whether a text has Chinese characters, so that its words are not separated and say more per character. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Whether a document's prose is German. */
export const isGerman = (document: DocumentModel): boolean => languageOf(document) === 'de'
