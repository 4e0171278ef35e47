/** Reads and removes the comments in which a template states what a section requires. */

import type { Range } from '../text/range.ts'

/** A mark below a template's heading: `<!--section required diagram aliases="Background, Why"-->`. */
export interface SectionMark {
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  /** Whether new documents are created without it: it is offered to authors on request. */
  readonly isOffered: boolean
  readonly aliases: readonly string[]
  /** Unrecognised words. */
  readonly unknown: readonly string[]
}

/** An unclosed mark matches to the end of the text, so that a text full of them does not take quadratic time. */
const pattern = /<!--section\b([\s\S]*?)(?:(-->)[ \t]*(?:\r\n?|\n)?|$)/g

/** Whether a comment is a section mark, not guidance for the author. @param comment its content, trimmed */
export const isSectionMark = (comment: string): boolean => /^section(?:\s|$)/.test(comment)

/** Remove the marks from a snippet or plain text. */
export const withoutMarks = (source: string): string =>
  source.replace(pattern, (mark, _words, close?: string) => (close ? '' : mark))

/** Parse a mark. @param comment its content, trimmed; empty for a heading without a mark */
export function readMark(comment: string): SectionMark {
  const words = [...comment.replace(/^section\b/, '').matchAll(/([^\s="]+)(?:\s*=\s*"([^"]*)")?/g)]
  const has = (name: string) => words.some(([, word]) => word === name)
  const aliases = words.find(([, word]) => word === 'aliases')?.[2] ?? ''
  return {
    isRequired: has('required'),
    needsDiagram: has('diagram'),
    isOffered: has('offered'),
    aliases: aliases
      .split(',')
      .map((alias) => alias.trim())
      .filter(Boolean),
    unknown: words
      .map(([, word = '']) => word)
      .filter((word) => !['required', 'optional', 'offered', 'diagram', 'aliases'].includes(word)),
  }
}

/** Mistakes in marks, with offsets into the text. */
export function findMarkProblems(text: string): readonly (Range & { readonly reason: string })[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    readMark((match[2] && match[1]) ?? '').unknown.map((word) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      reason: `Unknown section mark \`${word}\`: write \`required\`, \`optional\`, \`offered\`, \`diagram\` or \`aliases="…"\``,
    })),
  )
}
