/** Writes documents of every type as ten authors would, each about a different system, to test good designs. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../fixtures/authors/', import.meta.url)

const readTexts = (place: URL): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(place)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name.replace('.md', ''), readFileSync(new URL(name, place), 'utf8')]),
  )

/** An author's texts, by the question that they answer. */
export type Pieces = ReadonlyMap<string, string>

const readPieces = (text: string): Pieces => {
  const [, ...parts] = text.split(/^@@ /m)
  const pieces = new Map(
    parts.map((part): [string, string] => {
      const end = part.indexOf('\n')
      return [part.slice(0, end), part.slice(end).trim()]
    }),
  )
  const [author = '', reviewers = '', date = ''] = pieces.get('people')?.split('; ') ?? []
  const dated = `- **Date:** ${date}`
  return new Map([
    ...pieces,
    ['author', author],
    ['reviewers', reviewers],
    ['date', date],
    ['head', `- **Status:** In Review\n- **Author:** ${author}\n- **Reviewers:** ${reviewers}\n${dated}`],
    ['decisionhead', `- **Status:** Accepted\n${dated}\n- **Deciders:** ${author}, ${reviewers}`],
  ])
}

/** The authors' texts, by style. */
export const authors: ReadonlyMap<string, Pieces> = new Map(
  [...readTexts(folder)].map(([style, text]) => [style, readPieces(text)]),
)

/** For each document type, which answer goes under which heading: a template with names of pieces instead of text. */
export const outlines: ReadonlyMap<string, string> = readTexts(new URL('outlines/', folder))

/** A document of a type as an author would write it. Headings in a piece are one level below that of its section. */
export function write(outline: string, pieces: Pieces): string {
  const used = (key: string): string => {
    const piece = pieces.get(key)
    assert.ok(piece, `nobody has written ${key}`)
    return piece
  }
  let level = 1
  const lines: string[] = []
  for (const line of outline.split('\n')) {
    const [, marks = ''] = /^(#+) /.exec(line) ?? []
    if (marks) level = marks.length
    const [, key] = /^\{(\w+)\}$/.exec(line) ?? []
    if (key) lines.push('', below(used(key), level), '')
    else
      lines.push(
        ...(marks ? [''] : []),
        line.replace(/\{(\w+)\}/g, (_, name: string) => used(name)),
      )
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** A piece with its headings moved below a level; lines in fences are not headings. */
function below(piece: string, level: number): string {
  let isCode = false
  return piece
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode
      return !isCode && /^#+ /.test(line) ? '#'.repeat(level) + line : line
    })
    .join('\n')
}
