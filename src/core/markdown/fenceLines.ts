/** Lists the lines of a text that may open or close a fence, and those at which text certainly resumes. */
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { htmlEnds } from './cuts.ts'
import { frontmatterEnd } from './markdown.ts'

/** A line that starts with a run of backticks or tildes. */
export interface FenceLine {
  readonly at: number
  readonly sign: '`' | '~'
  readonly width: number
  /** The text after the run; empty for a line that may close a fence. */
  readonly info: string
  readonly opens: boolean
  /** Whether it is not indented: otherwise it may belong to a list and end with it. */
  readonly isSure: boolean
  /** Whether it follows a list marker. */
  readonly isInItem: boolean
}

export interface FenceLines {
  readonly marks: readonly FenceLine[]
  /** Headings of depth 2 and more that follow a blank line. */
  readonly headings: readonly number[]
  /** Headings of depth 1, which in a script would be comments. */
  readonly titles: readonly number[]
  /** Sentences and table rows that follow a blank line. */
  readonly resumes: readonly number[]
}

/** Takes linear time. Leaves out a fence in a list that is ended by the end of the list, not by a closing line. */
export function readFenceLines(text: string): FenceLines {
  const marks: FenceLine[] = []
  const headings: number[] = []
  const titles: number[] = []
  const resumes: number[] = []
  let open: FenceLine | undefined
  let opened = 0
  let htmlEnd: RegExp | undefined
  let isAfterBlank = false
  let isInList = false
  const front = frontmatterEnd(text)
  for (let at = front > 0 ? lineEnd(text, front) : 0, next = at; at < text.length; at = next) {
    const end = lineEnd(text, at)
    next = nextLine(text, end)
    const line = text.slice(at, Math.min(end, at + longestLine))
    if (htmlEnd) {
      if (htmlEnd.test(text.slice(at, end))) htmlEnd = undefined
      continue
    }
    const mark = fenceLineAt(line, at)
    if (open && isInList && !open.isSure && /^\S/.test(line)) {
      marks.length = opened
      open = undefined
    }
    if (!open && /^\S/.test(line) && (isAfterBlank || line.startsWith('#') || isItem(line))) isInList = isItem(line)
    if (mark) {
      if (!open) opened = marks.length
      marks.push(mark)
      if (!open) open = mark.opens ? mark : undefined
      else if (mark.sign === open.sign && mark.width >= open.width && !mark.info) open = undefined
    }
    if (!open && /^ {0,3}</.test(line)) {
      const ends = htmlEnds.find(([begin]) => begin.test(line))?.[1]
      if (ends && !ends.test(text.slice(at, end))) htmlEnd = ends
    }
    if (isAfterBlank && /^#{1,6}[ \t]+\S/.test(line)) (line.startsWith('##') ? headings : titles).push(at)
    else if (isAfterBlank && goesOn(line)) resumes.push(at)
    isAfterBlank = !line.trim()
  }
  return { marks, headings, titles, resumes }
}

const isItem = (line: string): boolean => /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)

/** Longer lines are classified by their beginning. */
const longestLine = 400

function fenceLineAt(line: string, at: number): FenceLine | undefined {
  const [lead = '', item = '', signs = ''] = /^ {0,3}((?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?(`{3,}|~{3,})/.exec(line) ?? []
  if (!signs) return undefined
  const sign = signs.startsWith('`') ? '`' : '~'
  const info = line.slice(lead.length).trim()
  return {
    at,
    sign,
    width: signs.length,
    info,
    opens: sign === '~' || !info.includes('`'),
    isSure: lead.length === signs.length,
    isInItem: item !== '',
  }
}

/** Whether a line is not code: a sentence of several words, or a table row. */
const goesOn = (line: string): boolean =>
  /^\|.*\|[ \t]*$/.test(line) ||
  (/^(?:\*\*)?[A-Z][^;{}=<>]*[.:][ \t]*$/.test(line) && line.trim().split(/\s+/).length > 4)
