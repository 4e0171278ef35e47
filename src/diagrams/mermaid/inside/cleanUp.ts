/** Repeats mermaid's preprocessing of a source, and keeps the mapping back to the source. */

import { type Change, change, type MappedText, mapText, replaceAll } from '../mappedText.ts'

/** A diagram as mermaid parses it. */
export interface CleanDiagram {
  /** The text without front matter, directives and comments. */
  readonly body: MappedText
  /** The YAML between the fences of the front matter; absent if there is none. */
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

/** The front matter: it must begin on the first line, and its closing fence must be followed by another line. */
const findFrontMatter = (text: string): { bodyStart: number; bodyEnd: number; end: number } | undefined => {
  const indent = /^[^\S\n]*(?=---)/.exec(text)?.[0]
  if (indent === undefined) return undefined
  const lines = linesOf(text)
  const isFence = (line: Line | undefined) =>
    line?.text.startsWith(`${indent}---`) && line.text.slice(indent.length + 3).trim() === ''
  if (!isFence(lines[0])) return undefined
  for (let index = 2; index < lines.length - 1; index++) {
    if (!isFence(lines[index])) continue
    // Removes the blank lines after the closing fence, but not the indentation of what follows.
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

/**
 * A comment is removed together with the blank lines above it. A line with nothing but `%%` does not count as a
 * comment.
 */
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

/** `%%{init: …}%%` and similar directives. An unclosed one consumes the rest of the text. */
const directive = /%%\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%%)[\s\S])*)\s*(?:\}%%)?/g

/**
 * Repeats what mermaid does to a diagram before parsing, keeping the mapping back. Positions in mermaid's errors refer
 * to this text.
 */
export const cleanUp = (source: string): CleanDiagram => {
  const normal = replaceAll(mapText(source), /\r\n?/g, () => '\n')
  const text = replaceAll(normal, /<\w+[^<>]*>/g, (tag) => tag.replace(/="([^"]*)"/g, "='$1'"))
  const found = findFrontMatter(text.text)
  const behind = found ? change(text, [{ start: 0, end: found.end, with: '' }]) : text
  const direct = replaceAll(behind, directive, () => '')
  // The only kind that parses comments itself.
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

/** Decodes mermaid's internal encoding of entities to what the author wrote. */
export const decodeEncoded = (text: string): string =>
  text.replaceAll('ﬂ°°', '#').replaceAll('ﬂ°', '#').replaceAll('¶ß', ';')

/**
 * The text that the parser of a kind receives: entities such as `#35;` are encoded so that no grammar rejects them, and
 * a line break is added.
 */
export const asParsed = (body: MappedText, kind: string | undefined): MappedText => {
  const styles = replaceAll(body, /(?<=(?:style|classDef).*:\S*#.*);(?!.*;)/g, () => '')
  const encoded = replaceAll(styles, /#\w+;/g, (entity) =>
    /^#\d+;$/.test(entity) ? `ﬂ°°${entity.slice(1, -1)}¶ß` : `ﬂ°${entity.slice(1, -1)}¶ß`,
  )
  const ended = change(encoded, [{ start: encoded.text.length, end: encoded.text.length, with: '\n' }])
  // Flowcharts also lose the blank lines after a closing brace.
  return kind === 'flowchart' ? replaceAll(ended, /(?<=\})\s+(?=\n)/g, () => '') : ended
}
