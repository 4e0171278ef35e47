/** Parses VS Code's snippet syntax into text, tab stops and problems. */

import { firstIndex } from '../data/firstIndex.ts'
import { detached } from '../text/detached.ts'
import type { Range } from '../text/range.ts'

/**
 * Snippet syntax as VS Code parses it: `$1`, `${1}`, `${1:text}`, `${1|a,b|}`, `$NAME`, `${NAME:text}`, `\$`.
 * Grammar: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export interface Snippet {
  /** As written, in snippet syntax. */
  readonly source: string
  /** What the author sees before typing: with placeholders and first choices inserted and variables resolved. */
  readonly text: string
  /** In text order. */
  readonly tabStops: readonly TabStop[]
  /** Mistakes, with offsets into `source`. */
  readonly problems: readonly (Range & { readonly reason: string })[]
  /**
   * Maps an offset in `text` to `source`; for text that `source` lacks, such as a variable's value, to its `$…` mark.
   */
  sourceOffset(textOffset: number): number
}

export interface TabStop {
  /** Absent for a variable. */
  readonly index?: number
  /** Absent for a tab stop. */
  readonly variable?: string
  /** Empty if there is none. */
  readonly placeholder: string
  /** Present only for a choice. */
  readonly choices?: readonly string[]
  /** UTF-16 offset of the placeholder in `Snippet.text`. */
  readonly offset: number
}

/** Returns the value of a snippet variable; undefined inserts the variable's default, or nothing. */
export type ResolveVariable = (name: string) => string | undefined

/** Parse a snippet. Never throws: invalid syntax is treated as text, as in VS Code. */
export function parseSnippet(source: string, resolve: ResolveVariable = () => undefined): Snippet {
  const reader: Reader = {
    source,
    resolve,
    at: 0,
    text: '',
    depth: 0,
    tabStops: [],
    problems: [],
    runs: [],
    defaults: new Map(),
    unclosed: new Set(),
  }
  readText(reader, false)
  const { text, tabStops, problems, runs } = reader
  return {
    source,
    text,
    tabStops,
    problems,
    sourceOffset(offset) {
      const after = firstIndex(runs, (run) => run.text > offset)
      const run = runs[after - 1]
      if (!run) return offset
      const next = runs[after]
      return Math.min(run.source + offset - run.text, next?.source ?? source.length)
    },
  }
}

/** The state of the parser. */
interface Reader {
  readonly source: string
  readonly resolve: ResolveVariable
  /** Offset of the next character to read. */
  at: number
  text: string
  /** Number of placeholders around `at`. */
  depth: number
  readonly tabStops: TabStop[]
  readonly problems: (Range & { reason: string })[]
  /** Maps text offsets to source offsets, at the start of each run; ascending in both. */
  readonly runs: { text: number; source: number }[]
  /** The text of each tab stop at its first occurrence. */
  readonly defaults: Map<number, string>
  /** Offsets of marks that are never closed. */
  readonly unclosed: Set<number>
}

/** The opening of a tab stop or variable, as written. */
interface Mark {
  readonly start: number
  /** Such as `${1:`. */
  readonly whole: string
  /** `:` or `|`; absent if nothing follows the name. */
  readonly separator: string | undefined
  /** Absent for a variable. */
  readonly index: number | undefined
  /** Absent for a tab stop. */
  readonly variable: string | undefined
}

function copy(reader: Reader, end: number): void {
  reader.runs.push({ text: reader.text.length, source: reader.at })
  reader.text += reader.source.slice(reader.at, end)
  reader.at = end
}

/** Reads to the end, or to the `}` that closes a placeholder; returns false if that is missing. */
function readText(reader: Reader, inside: boolean): boolean {
  const { source } = reader
  while (reader.at < source.length) {
    const next = nextMark(source, reader.at, inside)
    if (next > reader.at) copy(reader, next)
    if (reader.at >= source.length) break
    const char = source[reader.at]
    if (char === '}') {
      reader.at++
      return true
    }
    if (char === '\\') {
      reader.at++
      copy(reader, reader.at + 1)
    } else if (!readMark(reader)) copy(reader, reader.at + 1)
  }
  return !inside
}

/** Reads a tab stop or variable; returns false if the `$` is plain text. */
function readMark(reader: Reader): boolean {
  const { at: start, text, tabStops, problems, runs, unclosed } = reader
  const mark = markAt(reader)
  if (!mark || unclosed.has(start) || unclosed.size > mistakes || reader.depth > nesting) return false
  const keep = { tabStops: tabStops.length, problems: problems.length, runs: runs.length + 1 }
  reader.at += mark.whole.length
  runs.push({ text: text.length, source: start })
  const reason = mark.separator === '|' ? readChoice(reader, mark) : readPlaceholder(reader, mark)
  if (reason !== undefined) {
    unclosed.add(start)
    problems.length = keep.problems
    problems.push({ start, end: start + mark.whole.length, reason })
    tabStops.length = keep.tabStops
    runs.length = keep.runs
    Object.assign(reader, { text, at: start })
    return false
  }
  keepDefault(reader, mark, reader.text.slice(text.length))
  runs.push({ text: reader.text.length, source: reader.at })
  return true
}

function markAt({ source, at }: Reader): Mark | undefined {
  const match = markSyntax.exec(source.slice(at, at + 80))
  if (!match) return undefined
  const [whole, bare, braced, separator] = match
  const name = bare ?? braced ?? ''
  const isIndex = /^\d+$/.test(name)
  return {
    start: at,
    whole,
    separator,
    index: isIndex ? Number(name) : undefined,
    variable: isIndex ? undefined : name,
  }
}

const identityOf = ({ index, variable = '' }: Mark): Pick<TabStop, 'index' | 'variable'> =>
  index === undefined ? { variable } : { index }

/** Reads `a,b|}`. Returns the problem if it is unclosed. */
function readChoice(reader: Reader, mark: Mark): string | undefined {
  const choices = readChoices(reader)
  if (!choices) return `Choice \`${mark.whole}\` is never closed by \`|}\``
  const { problems, tabStops, text, at } = reader
  if (choices.every((choice) => !choice.trim()))
    problems.push({ start: mark.start, end: at, reason: 'Choice has no options' })
  const [first = ''] = choices
  tabStops.push({ ...identityOf(mark), placeholder: first, choices, offset: text.length })
  reader.text += first
  return undefined
}

/** Reads `text}`, if present. Returns the problem if it is unclosed. */
function readPlaceholder(reader: Reader, mark: Mark): string | undefined {
  const { index, variable, whole, separator } = mark
  const { tabStops, defaults, text: before } = reader
  // The outer tab stop precedes those nested in it.
  const slot = tabStops.push({ ...identityOf(mark), placeholder: '', offset: before.length }) - 1
  reader.depth++
  const isClosed = separator !== ':' || readText(reader, true)
  reader.depth--
  if (!isClosed) return `Placeholder \`${whole}\` is never closed by \`}\``
  const resolved = variable === undefined ? undefined : reader.resolve(variable)
  if (resolved !== undefined) reader.text = before + resolved
  // A repeated tab stop shows the text of its first occurrence.
  if (index !== undefined && reader.text.length === before.length) reader.text += defaults.get(index) ?? ''
  const placeholder = detached(reader.text.slice(before.length))
  tabStops[slot] = { ...identityOf(mark), placeholder, offset: before.length }
  return undefined
}

function keepDefault({ problems, defaults, at }: Reader, mark: Mark, placeholder: string): void {
  const { start, index, separator } = mark
  if (index === undefined) return
  const before = defaults.get(index)
  if (before !== undefined && separator && before !== placeholder)
    problems.push({ start, end: at, reason: `Tab stop \`${index}\` has two different texts` })
  defaults.set(index, before ?? placeholder)
}

function readChoices(reader: Reader): readonly string[] | undefined {
  const { source } = reader
  const choices: string[] = []
  let choice = ''
  for (let i = reader.at; i < source.length && source[i] !== '\n'; i++) {
    const char = source.charAt(i)
    if (char === '\\' && /[\\,|]/.test(source.charAt(i + 1))) choice += source.charAt(++i)
    else if (char === ',') {
      choices.push(choice)
      choice = ''
    } else if (char === '|' && source[i + 1] === '}') {
      reader.at = i + 2
      return [...choices, choice]
    } else choice += char
  }
  return undefined
}

/** Limits against malicious input: marks beyond them are read as text. */
const nesting = 16
const mistakes = 50

/** `$1`, `$NAME`, `${1}`, `${1:`, `${1|`, `${NAME:`. */
const markSyntax = /^\$(?:(\d+|[A-Za-z_]\w*)|\{(\d+|[A-Za-z_]\w*)(?:([:|])|\}))/

/** The next `$`, escape or, inside a placeholder, `}`. */
function nextMark(source: string, from: number, inside: boolean): number {
  for (let i = from; i < source.length; i++) {
    const char = source[i]
    if (char === '$' || (inside && char === '}')) return i
    if (char === '\\' && /[$}\\]/.test(source[i + 1] ?? '')) return i
  }
  return source.length
}

/** Escape plain text, so that it is inserted unchanged. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
