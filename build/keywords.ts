/** Reads the keywords of the notations from `keywords/`, for completion and hovers in diagrams. */

import type { KeywordGroup, KeywordTables } from '../src/language/keywords.ts'
import { namesIn, read } from './files.ts'

/** The keywords of each notation, by the ID of its engine. */
export async function readKeywords(): Promise<KeywordTables> {
  const engines = await namesIn('keywords/', '.txt')
  const tables = engines.map(async (engine) => [engine, parseKeywords(await read(`keywords/${engine}.txt`))] as const)
  return Object.fromEntries(await Promise.all(tables))
}

/** Parses a file of keywords. Throws at a line that is neither blank, a comment, a group heading nor a keyword. */
function parseKeywords(text: string): readonly KeywordGroup[] {
  const groups: (KeywordGroup & { words: KeywordGroup['words'][number][] })[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [word = '', meaning, snippet] = line.split(' | ')
    const [kinds = '', after] = line.slice(1, -1).split(' after ')
    if (line.startsWith('[') && line.endsWith(']') && meaning === undefined)
      groups.push({ kinds: kinds.split(', '), ...(after !== undefined && { after: after.split(' ') }), words: [] })
    else if (meaning && groups.length > 0)
      groups.at(-1)?.words.push({ word, meaning, ...(snippet && { snippet: unescaped(snippet) }) })
    else throw new Error(`Line ${index + 1} is no word with its meaning: ${line}`)
  }
  return groups
}

const unescaped = (snippet: string): string => snippet.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
