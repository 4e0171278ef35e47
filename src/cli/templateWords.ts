/** Reads the translations of built-in templates when a document in one of their languages is read or created. */

import { readFileSync } from 'node:fs'
import { type Language, translatedLanguages } from '../core/document/language.ts'
import { createWords } from '../core/template/inLanguage.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { installed } from './installation.ts'

type Texts = Readonly<Record<string, string>>

const read = new Map<Language, Texts>()

/** The texts of a language by template id; undefined if there is no translation into it. */
function textsIn(language: Language): Texts | undefined {
  if (!translatedLanguages.some((each) => each === language)) return undefined
  const texts = read.get(language) ?? readTexts(language)
  read.set(language, texts)
  return texts
}

const readTexts = (language: Language): Texts =>
  JSON.parse(readFileSync(new URL(`templates.${language}.json`, installed), 'utf8'))

/** The words of a built-in template, by its id. */
export const wordsOf = createWords(textsIn, syntaxes)
