/** Reads what the templates that ship say in other languages, when a document in one of them is read or wanted. */

import { readFileSync } from 'node:fs'
import { type Language, translatedLanguages } from '../core/document/language.ts'
import { createWords } from '../core/template/inLanguage.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { installed } from './installation.ts'

type Texts = Readonly<Record<string, string>>

const read = new Map<Language, Texts>()

/** The texts of a language by the ids of their templates; undefined for one that nobody has written them in. */
function textsIn(language: Language): Texts | undefined {
  if (!translatedLanguages.some((each) => each === language)) return undefined
  const texts = read.get(language) ?? readTexts(language)
  read.set(language, texts)
  return texts
}

const readTexts = (language: Language): Texts =>
  JSON.parse(readFileSync(new URL(`templates.${language}.json`, installed), 'utf8'))

/** The words of a template that ships, by its id. */
export const wordsOf = createWords(textsIn, syntaxes)
