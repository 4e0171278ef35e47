import { firstIndex } from '../data/firstIndex.ts'
import type { Range } from '../document/document.ts'
import { detached } from '../text/detached.ts'

/**
 * Snippet syntax as VS Code reads it: `$1`, `${1}`, `${1:text}`, `${1|a,b|}`, `$NAME`, `${NAME:text}`, `\$`.
 * Grammar: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export interface Snippet {
  /** As written, with its marks. */
  readonly source: string
  /** What the author sees before typing: placeholders and first choices in place, variables resolved. */
  readonly text: string
  /** In the order of the text. */
  readonly tabStops: readonly TabStop[]
  /** Mistakes, with offsets into `source`. */
  readonly problems: readonly (Range & { readonly reason: string })[]
  /** The offset in `source` of an offset in `text`; inside a placeholder that of its first mark. */
  sourceOffset(textOffset: number): number
}

export interface TabStop {
  /** Absent for a variable. */
  readonly index?: number
  /** Absent for a tab stop. */
  readonly variable?: string
  /** Empty when there is none. */
  readonly placeholder: string
  /** Absent unless the author picks from a list. */
  readonly choices?: readonly string[]
  /** UTF-16 offset of the placeholder in `Snippet.text`. */
  readonly offset: number
}

/** Gives the value of a snippet variable; undefined leaves the variable's default or nothing. */
export type ResolveVariable = (name: string) => string | undefined

/** Read a snippet. Never throws: what is no snippet syntax is text, as in VS Code. */
export function parseSnippet(source: string, resolve: ResolveVariable = () => undefined): Snippet {
  const tabStops: TabStop[] = []
  const problems: (Range & { reason: string })[] = []
  /** Where each run of text comes from; ascending in both. */
  const runs: { text: number; source: number }[] = []
  const defaults = new Map<number, string>()
  /** Where something opened that is never closed. */
  const unclosed = new Set<number>()
  let depth = 0
  let text = ''
  let at = 0

  const copy = (end: number) => {
    runs.push({ text: text.length, source: at })
    text += source.slice(at, end)
    at = end
  }

  /** Reads until the end, or until the `}` that closes a placeholder; false when that never comes. */
  const readText = (inside: boolean): boolean => {
    while (at < source.length) {
      const next = nextMark(source, at, inside)
      if (next > at) copy(next)
      if (at >= source.length) break
      const char = source[at]
      if (char === '}') {
        at++
        return true
      }
      if (char === '\\') {
        at++
        copy(at + 1)
      } else if (!readMark()) copy(at + 1)
    }
    return !inside
  }

  /** Reads what a `$` opens; false when that is plain text. */
  const readMark = (): boolean => {
    const match = mark.exec(source.slice(at, at + 80))
    if (!match || unclosed.has(at) || unclosed.size > mistakes || depth > nesting) return false
    const start = at
    const [whole, bare, name, separator] = match
    const index = /^\d+$/.test(bare ?? name ?? '') ? Number(bare ?? name) : undefined
    const variable = index === undefined ? (bare ?? name ?? '') : undefined
    const identity = index === undefined ? { variable: variable ?? '' } : { index }
    const offset = text.length
    at += whole.length
    runs.push({ text: offset, source: start })
    const keep = { tabStops: tabStops.length, problems: problems.length, runs: runs.length }
    const slot = tabStops.push({ ...identity, placeholder: '', offset }) - 1
    const giveUp = (reason: string) => {
      unclosed.add(start)
      problems.length = keep.problems
      problems.push({ start, end: start + whole.length, reason })
      text = text.slice(0, offset)
      tabStops.length = keep.tabStops
      runs.length = keep.runs
      at = start
      return false
    }

    if (separator === '|') {
      const choices = readChoices()
      if (!choices) return giveUp(`Choice \`${whole}\` is never closed by \`|}\``)
      if (choices.every((choice) => !choice.trim()))
        problems.push({ start, end: at, reason: 'Choice offers nothing to choose from' })
      text += choices[0] ?? ''
      tabStops[slot] = { ...identity, placeholder: choices[0] ?? '', choices, offset }
    } else {
      depth++
      const isClosed = separator !== ':' || readText(true)
      depth--
      if (!isClosed) return giveUp(`Placeholder \`${whole}\` is never closed by \`}\``)
      const resolved = variable === undefined ? undefined : resolve(variable)
      if (resolved !== undefined) text = text.slice(0, offset) + resolved
      // A tab stop that comes again shows what its first occurrence holds.
      if (index !== undefined && text.length === offset) text += defaults.get(index) ?? ''
      tabStops[slot] = { ...identity, placeholder: detached(text.slice(offset)), offset }
    }
    if (index !== undefined) {
      const placeholder = text.slice(offset)
      const before = defaults.get(index)
      if (before !== undefined && separator && before !== placeholder)
        problems.push({ start, end: at, reason: `Tab stop \`${index}\` has two different texts` })
      defaults.set(index, before ?? placeholder)
    }
    runs.push({ text: text.length, source: at })
    return true
  }

  const readChoices = (): readonly string[] | undefined => {
    const choices: string[] = []
    let choice = ''
    for (let i = at; i < source.length && source[i] !== '\n'; i++) {
      const char = source.charAt(i)
      if (char === '\\' && /[\\,|]/.test(source.charAt(i + 1))) choice += source.charAt(++i)
      else if (char === ',') {
        choices.push(choice)
        choice = ''
      } else if (char === '|' && source[i + 1] === '}') {
        at = i + 2
        return [...choices, choice]
      } else choice += char
    }
    return undefined
  }

  readText(false)
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

/** Beyond this a text is no snippet but an attack: what follows is text. */
const nesting = 16
const mistakes = 50

/** `$1`, `$NAME`, `${1}`, `${1:`, `${1|`, `${NAME:`. */
const mark = /^\$(?:(\d+|[A-Za-z_]\w*)|\{(\d+|[A-Za-z_]\w*)(?:([:|])|\}))/

/** The next `$`, escape or, inside a placeholder, `}`. */
function nextMark(source: string, from: number, inside: boolean): number {
  for (let i = from; i < source.length; i++) {
    const char = source[i]
    if (char === '$' || (inside && char === '}')) return i
    if (char === '\\' && /[$}\\]/.test(source[i + 1] ?? '')) return i
  }
  return source.length
}

/** Write plain text so that a snippet holds it unchanged. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
