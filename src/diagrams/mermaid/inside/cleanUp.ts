/** Does what mermaid does to a source before it parses, and keeps the way back to the source. */

import { type Change, change, type MappedText, mapText, replaceAll } from '../mappedText.ts'

/** A diagram as mermaid reads it. */
export interface CleanDiagram {
  /** The text behind front matter, directives and comments. */
  readonly body: MappedText
  /** The YAML between the fences of the front matter; absent when there is none. */
  readonly frontMatter?: MappedText
}

interface Line {
  readonly start: number
  /** Before the line break. */
  readonly end: number
  readonly text: string
}

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

const isBlank = (line: Line): boolean => line.text.trim() === ''

/** The front matter: it must open on the very first line and its closing fence must have a line after it. */
const findFrontMatter = (text: string): { bodyStart: number; bodyEnd: number; end: number } | undefined => {
  const indent = /^[^\S\n]*(?=---)/.exec(text)?.[0]
  if (indent === undefined) return undefined
  const lines = linesOf(text)
  const isFence = (line: Line | undefined) =>
    line?.text.startsWith(`${indent}---`) && line.text.slice(indent.length + 3).trim() === ''
  if (!isFence(lines[0])) return undefined
  for (let index = 2; index < lines.length - 1; index++) {
    if (!isFence(lines[index])) continue
    // Blank lines behind the closing fence go with it, but not the indentation of what follows.
    let next = index + 1
    while (next < lines.length - 1 && isBlank(lines[next] ?? { start: 0, end: 0, text: '' })) next++
    return {
      bodyStart: lines[1]?.start ?? 0,
      bodyEnd: lines[index - 1]?.end ?? 0,
      end: lines[next]?.start ?? text.length,
    }
  }
  return undefined
}

/** A comment takes the blank lines above it along. A line of nothing but `%%` is not seen as a comment. */
const findComments = (text: string): Change[] => {
  const comments: Change[] = []
  let start: number | undefined
  for (const line of linesOf(text)) {
    start ??= line.start
    if (isBlank(line)) continue
    if (/^\s*%%[^{]/.test(line.text)) comments.push({ start, end: Math.min(line.end + 1, text.length), with: '' })
    start = undefined
  }
  return comments
}

/** `%%{init: …}%%` and its kin. One that is never closed swallows the rest. */
const directive = /%%\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%%)[\s\S])*)\s*(?:\}%%)?/g

/**
 * Does again what mermaid does to a diagram before it parses, keeping the way back. Positions in mermaid's errors are
 * positions in this text.
 */
export const cleanUp = (source: string): CleanDiagram => {
  const normal = replaceAll(mapText(source), /\r\n?/g, () => '\n')
  const text = replaceAll(normal, /<\w+[^<>]*>/g, (tag) => tag.replace(/="([^"]*)"/g, "='$1'"))
  const found = findFrontMatter(text.text)
  const behind = found ? change(text, [{ start: 0, end: found.end, with: '' }]) : text
  const direct = replaceAll(behind, directive, () => '')
  // The one kind that reads its own comments.
  const bare = /^\s*agentflow/.test(direct.text) ? direct : change(direct, findComments(direct.text))
  const body = change(bare, [{ start: 0, end: bare.text.length - bare.text.trimStart().length, with: '' }])
  if (!found) return { body }
  return {
    body,
    frontMatter: {
      text: text.text.slice(found.bodyStart, found.bodyEnd),
      origins: text.origins.subarray(found.bodyStart, found.bodyEnd + 1),
    },
  }
}

/** Text with mermaid's own writing of entities as the author has written it. */
export const decodeEncoded = (text: string): string =>
  text.replaceAll('ﬂ°°', '#').replaceAll('ﬂ°', '#').replaceAll('¶ß', ';')

/** What the parser of a kind gets: entities such as `#35;` written in a way no grammar minds, and a line break added. */
export const asParsed = (body: MappedText, kind: string | undefined): MappedText => {
  const styles = replaceAll(body, /(?<=(?:style|classDef).*:\S*#.*);(?!.*;)/g, () => '')
  const encoded = replaceAll(styles, /#\w+;/g, (entity) =>
    /^#\d+;$/.test(entity) ? `ﬂ°°${entity.slice(1, -1)}¶ß` : `ﬂ°${entity.slice(1, -1)}¶ß`,
  )
  const ended = change(encoded, [{ start: encoded.text.length, end: encoded.text.length, with: '\n' }])
  // Flowcharts lose the blank lines behind a closing brace as well.
  return kind === 'flowchart' ? replaceAll(ended, /(?<=\})\s+(?=\n)/g, () => '') : ended
}
