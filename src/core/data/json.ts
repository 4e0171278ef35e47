/** Parses JSON with comments; returns what is valid, and the position of the first mistake. */

import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Range } from '../text/range.ts'

/** Texts with brackets nested deeper are rejected: none of our files needs them, and the parser is recursive. */
const deepest = 100

export interface JsonText {
  /** Absent if nothing can be read. */
  readonly root?: Node
  /** The first mistake. Its reason follows the name of the file: *is not valid JSON: colon expected*. */
  readonly problem?: Range & { readonly reason: string }
}

/** Parse JSON with comments and trailing commas. Never throws; what is valid is returned besides the mistake. */
export function readJson(text: string): JsonText {
  const start = findTooDeep(text)
  if (start !== undefined)
    return { problem: { start, end: start + 1, reason: `is nested more than ${deepest} levels deep` } }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [problem] = errors.map(({ error, offset, length }) => ({
    start: offset,
    // For an unclosed comment, the parser's length is one too high.
    end: Math.min(offset + length, text.length),
    reason: `is not valid JSON: ${words(printParseErrorCode(error))}`,
  }))
  return { ...(root && { root }), ...(problem && { problem }) }
}

/** The offset of the first bracket that is nested too deep; undefined if there is none. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  while (scanner.getPosition() < text.length && depth <= deepest) {
    scanner.scan()
    const first = text.charAt(scanner.getTokenOffset())
    if (first === '[' || first === '{') depth++
    else if (first === ']' || first === '}') depth--
  }
  return depth > deepest ? scanner.getTokenOffset() : undefined
}

/** `CloseBraceExpected` in words. */
const words = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
