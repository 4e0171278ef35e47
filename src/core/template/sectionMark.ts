/** Reads and removes the comments by which a template says what a section demands. */

import type { Range } from '../document/document.ts'

/** What a mark under a heading of a template says: `<!--section required diagram aliases="Background, Why"-->`. */
export interface SectionMark {
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  /** Whether new documents are made without it: it is there for those who ask for it. */
  readonly isOffered: boolean
  readonly aliases: readonly string[]
  /** Words that mean nothing. */
  readonly unknown: readonly string[]
}

/** One that nothing closes is found once, with all that follows, or the end would be searched for again and again. */
const pattern = /<!--section\b([\s\S]*?)(?:(-->)[ \t]*(?:\r\n?|\n)?|$)/g

/** Whether a comment is a mark for the linter and not guidance for the author. @param comment what stands in it, trimmed */
export const isSectionMark = (comment: string): boolean => /^section(?:\s|$)/.test(comment)

/** Drop the marks from snippet or plain text. */
export const withoutMarks = (source: string): string =>
  source.replace(pattern, (mark, _words, close?: string) => (close ? '' : mark))

/** Read a mark. @param comment what stands in the comment, trimmed; empty for a heading without a mark */
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
