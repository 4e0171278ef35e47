/** Reads the blocks of PlantUML source line by line. */

import type { Range } from '../source/draft.ts'
import { texts } from './texts.ts'

interface BlockStyle {
  readonly opens: RegExp
  readonly closes: RegExp
  /** Begins another branch of the same block. */
  readonly branches?: RegExp
  /** What it contains: free text, or the members of what it declares; absent for elements like those outside. */
  readonly holds?: 'text' | 'fields'
}

/** A block. Its range is from the line that opens it to the line that closes it, or to the end of the source. */
export interface Block extends Range {
  readonly isClosed: boolean
  readonly holds?: BlockStyle['holds']
  /** The starts of lines that begin another branch, such as `else`. */
  readonly branches: readonly number[]
}

const styles: readonly BlockStyle[] = [
  ...texts.map(([opens, closes]) => ({ opens, closes, holds: 'text' as const })),
  { opens: /^legend\b/i, closes: /^end ?legend\b/i, holds: 'text' },
  {
    opens: /^(?:abstract |class |interface |enum |annotation |struct |entity |object |map ).*\{$/,
    closes: /^\}/,
    holds: 'fields',
  },
  { opens: /\{$/, closes: /^\}/ },
  { opens: /^(?:alt|opt|loop|par|break|critical|group)\b/i, closes: /^end$/i, branches: /^(?:else|also)\b/i },
  { opens: /^box\b/i, closes: /^end ?box\b/i },
  { opens: /^if\b/i, closes: /^end ?if\b/i, branches: /^(?:else|elseif|\(.*else)\b/i },
  { opens: /^while\b/i, closes: /^end ?while\b/i },
  { opens: /^repeat\b(?! ?while)/i, closes: /^repeat ?while\b/i },
  { opens: /^fork$/i, closes: /^end ?(?:fork|merge)\b/i, branches: /^fork again\b/i },
  { opens: /^split$/i, closes: /^end ?split\b/i, branches: /^split again\b/i },
  { opens: /^switch\b/i, closes: /^end ?switch\b/i, branches: /^case\b/i },
  { opens: /^!(?:unquoted |final )?(?:procedure|function)\b/i, closes: /^!end ?(?:procedure|function)\b/i },
  { opens: /^!(?:if|ifdef|ifndef)\b/i, closes: /^!endif\b/i, branches: /^!else/i },
]

/** Maximum nesting depth. */
const deepest = 50

interface Open extends Range {
  readonly style: BlockStyle
  readonly branches: number[]
}

/** The blocks of a source, in the order in which they end. */
export function* readBlocks(source: string): Generator<Block> {
  const open: Open[] = []
  let offset = 0
  for (const line of source.split('\n')) {
    const start = offset
    offset += line.length + 1
    // A very long line is not a statement.
    if (line.length > 1000) continue
    const text = line.trim()
    const top = open.at(-1)
    const isInText = top?.style.holds !== undefined
    const index = isInText
      ? top.style.closes.test(text)
        ? open.length - 1
        : -1
      : open.findLastIndex(({ style }) => style.closes.test(text))
    if (index >= 0) {
      const closed = open[index]
      open.length = index
      if (closed) yield asBlock(closed, start, true)
    } else if (top?.style.branches?.test(text)) top.branches.push(start)
    const style = index >= 0 || isInText ? undefined : styles.find(({ opens }) => opens.test(text))
    if (style && open.length < deepest) open.push({ start, end: start + line.length, style, branches: [] })
  }
  for (const each of open) yield asBlock(each, source.length, false)
}

const asBlock = ({ start, style: { holds }, branches }: Open, end: number, isClosed: boolean): Block => ({
  start,
  end,
  isClosed,
  branches,
  ...(holds && { holds }),
})

/** The ranges that can be folded, in order: from the first line, which stays visible, to the end of the last line. */
export function foldsOf(source: string): readonly Range[] {
  const folds: Range[] = []
  for (const { start, end, isClosed, branches } of readBlocks(source)) {
    if (!isClosed) continue
    folds.push({ start, end: end - 1 })
    for (const [index, branch] of branches.entries())
      folds.push({ start: branch, end: (branches[index + 1] ?? end) - 1 })
  }
  return folds.sort((a, b) => a.start - b.start)
}
