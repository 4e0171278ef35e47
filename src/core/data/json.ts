/** Reads JSON with comments, keeping what can be read and the place of the mistake. */

import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Range } from '../document/document.ts'

/** Past this many brackets within each other a text is not read: no file of ours needs them, and the parser calls itself for each. */
const deepest = 100

export interface JsonText {
  /** Absent when nothing can be read. */
  readonly root?: Node
  /** The first mistake. Its reason goes on from the name of the text, such as *is not valid JSON: colon expected*. */
  readonly problem?: Range & { readonly reason: string }
}

/** Read JSON with comments and trailing commas. Never throws; what can be read is there beside the mistake. */
export function readJson(text: string): JsonText {
  const start = findTooDeep(text)
  if (start !== undefined)
    return { problem: { start, end: start + 1, reason: `is nested more than ${deepest} levels deep` } }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [problem] = errors.map(({ error, offset, length }) => ({
    start: offset,
    // The parser counts one more where a comment has no end.
    end: Math.min(offset + length, text.length),
    reason: `is not valid JSON: ${words(printParseErrorCode(error))}`,
  }))
  return { ...(root && { root }), ...(problem && { problem }) }
}

/** Where the first bracket stands that is too deep; undefined when none is. */
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

/** `CloseBraceExpected` as words. */
const words = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
