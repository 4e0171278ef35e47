/** The titles of a decision record's sections, in languages other than English. */
import { titleKey } from '../document/document.ts'
import { entries } from './words.ts'

const parts = [
  'status',
  'context',
  'drivers',
  'options',
  'outcome',
  'follows',
  'positive',
  'negative',
  'tradeOffs',
  'confirming',
  'comparison',
  'further',
] as const

/** What a section of a decision record holds. */
export type Part = (typeof parts)[number]

const isPart = (meaning: string): meaning is Part => (parts as readonly string[]).includes(meaning)

const titles = new Map<Part, string[]>(parts.map((part) => [part, []]))
const partOf = new Map<string, Part>()
for (const { meaning, language, words } of entries) {
  if (!isPart(meaning)) continue
  for (const key of words.map(titleKey))
    if (language === 'en') partOf.set(key, meaning)
    else titles.get(meaning)?.push(key)
}

/** The titles of a part in other languages, folded. English ones differ too much from one template to the next. */
export const titlesOfPart = (part: Part): readonly string[] => titles.get(part) ?? []

/**
 * The titles in other languages that mean the same as an English one.
 *
 * @param key a folded title, such as `considered options`
 * @returns folded titles, such as `betrachtete optionen`; none if the title is not one of a decision record
 */
export function titlesElsewhere(key: string): readonly string[] {
  const part = partOf.get(key)
  return part === undefined ? [] : titlesOfPart(part)
}
