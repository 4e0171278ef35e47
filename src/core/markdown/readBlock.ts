/** Reads a text that is a single block of code or front matter without the parser, which takes time for every line. */
import type { Code, RootContent } from 'mdast'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { frontmatterEnd, parseMarkdown } from './markdown.ts'

/**
 * The single block that a text consists of, apart from trailing blank lines: closed front matter, or a closed fence
 * that is not indented. Returns the same node as the parser, whose time grows with the number of lines.
 *
 * @returns undefined for any other text
 */
export function readBlock(text: string): RootContent | undefined {
  const closer = frontmatterEnd(text)
  if (closer > 0) return readFrontmatter(text, closer)
  return /^(?:`{3}|~{3})/.test(text) ? readFence(text) : undefined
}

function readFrontmatter(text: string, closer: number): RootContent | undefined {
  const end = lineEnd(text, closer)
  if (text.slice(end).trim()) return undefined
  const value = text.slice(nextLine(text, lineEnd(text, 0)), closer)
  return { type: 'yaml', value: contentOf(value), position: positionOf(text, closer, end) }
}

function readFence(text: string): RootContent | undefined {
  const sign = text.charAt(0)
  const openEnd = lineEnd(text, 0)
  let width = 3
  while (text.charAt(width) === sign) width++
  const opening = readOpening(text.slice(0, openEnd), sign.repeat(width))
  if (!opening) return undefined
  const start = nextLine(text, openEnd)
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at)
    if (isCloser(text.slice(at, end), sign, width)) {
      if (text.slice(end).trim()) return undefined
      return { ...opening, value: contentOf(text.slice(start, at)), position: positionOf(text, at, end) }
    }
    at = nextLine(text, end)
  }
  return undefined
}

/** The opening line, as parsed by micromark. */
function readOpening(line: string, marker: string): Code | undefined {
  const [first, ...others] = parseMarkdown(`${line}\n${marker}\n`).children
  return first?.type === 'code' && others.length === 0 ? first : undefined
}

/**
 * CommonMark 0.31 section 4.5: up to three spaces, at least as many characters as the opening fence, then only spaces.
 */
function isCloser(line: string, sign: string, width: number): boolean {
  let at = 0
  while (at < 3 && line.charAt(at) === ' ') at++
  const from = at
  while (line.charAt(at) === sign) at++
  return at - from >= width && /^[ \t]*$/.test(line.slice(at))
}

/** Replaces NUL (CommonMark 0.31 section 2.3); the last line ending belongs to the closing line. */
const contentOf = (lines: string): string => lines.replace(/(?:\r\n|\n|\r)$/, '').replaceAll('\0', '\uFFFD')

/** From the start of a text to the end of the line that closes its block. */
function positionOf(text: string, lastLine: number, end: number) {
  let line = 1
  for (let at = nextLine(text, lineEnd(text, 0)); at <= lastLine; at = nextLine(text, lineEnd(text, at))) {
    line++
    if (at === lastLine) break
  }
  return {
    start: { line: 1, column: 1, offset: 0 },
    end: { line, column: end - lastLine + 1, offset: end },
  }
}
