/** The titles of a decision record's sections, in languages other than English. */
import { titleKey } from '../document/document.ts'
import { words } from './words.ts'

/** What a section of a decision record holds. */
export type Part = 'status' | 'context' | 'drivers' | 'options' | 'outcome' | 'follows' | (typeof others)[number]
const others = ['positive', 'negative', 'tradeOffs', 'confirming', 'comparison', 'further'] as const
const parts: ReadonlySet<string> = new Set(['status', 'context', 'drivers', 'options', 'outcome', 'follows', ...others])

const foreign = new Map<string, string[]>()
const partOf = new Map<string, string>()
for (const line of words.split('\n')) {
  // Meaning and language are in fixed columns.
  const [meaning, language] = [line.slice(0, 12).trim(), line.slice(12, 16).trim()]
  if (!parts.has(meaning)) continue
  const titles = line.slice(16).split(', ').map(titleKey)
  if (language === 'en') for (const title of titles) partOf.set(title, meaning)
  else foreign.set(meaning, [...(foreign.get(meaning) ?? []), ...titles])
}

/** The titles of a part in other languages, folded. English ones differ too much from one template to the next. */
export const titlesOfPart = (part: Part): readonly string[] => foreign.get(part) ?? []

/**
 * The titles in other languages that mean the same as an English one.
 *
 * @param key a folded title, such as `considered options`
 * @returns folded titles, such as `betrachtete optionen`; none if the title is not one of a decision record
 */
export const titlesElsewhere = (key: string): readonly string[] => foreign.get(partOf.get(key) ?? '') ?? []
