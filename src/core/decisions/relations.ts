/** Finds where a line states, in any language, that one decision replaces another. */
import type { Range } from '../text/range.ts'
import { isAgent, isReplacing, stateOf } from './vocabulary.ts'

/** The text after the words *superseded by* or *supersedes*, up to the next such words or the end. */
export interface Relation extends Range {
  readonly side: 'supersedes' | 'supersededBy'
}

interface Word extends Range {
  readonly text: string
}

/** Maximum number of words in between: `Superseded (as it was never built) by …`. */
const mostBetween = 16

/** The relations in a line. Offsets are UTF-16, into the line. */
export function relationsIn(line: string): readonly Relation[] {
  const other = behindMention(line)
  if (other) return [other]
  const words = Array.from(line.matchAll(/[\p{L}\p{M}]+/gu), ({ index, 0: text }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
  const found: Relation[] = []
  let from = 0
  for (const [index, word] of words.entries()) {
    if (word.start < from) continue
    const relation = relationAt(line, words, index)
    if (!relation) continue
    const before = found.at(-1)
    if (before) found[found.length - 1] = { ...before, end: word.start }
    found.push({ ...relation, end: line.length })
    from = relation.start
  }
  return found
}

function relationAt(line: string, words: readonly Word[], index: number): Relation | undefined {
  const word = words[index]
  if (!word) return undefined
  const isDone = stateOf(word.text) === 'superseded'
  const agent = isDone ? agentOf(line, words, index) : undefined
  if (agent) return { side: 'supersededBy', start: agent.end, end: line.length }
  if (isReplacing(word.text)) return { side: 'supersedes', start: word.end, end: line.length }
  // `Superseded, see ADR-4`; a column heading is followed by nothing.
  const isFirst = index === 0 || /^(?:[^:：\r\n]{0,40}[:：])?[ \t>*_|-]{0,20}$/.test(line.slice(0, word.start))
  return isDone &&
    isFirst &&
    /^[ \t,:;(*_—–-]*(?:(?:see|siehe|voir|véase|ver|vedi|zie|см)\b\.?[ \t]*)?(?:\[|m?adr[-_ ]?\d)/i.test(
      line.slice(word.end),
    )
    ? { side: 'supersededBy', start: word.end, end: line.length }
    : undefined
}

/** The *by* of *superseded by*, possibly after a reason or "in part", but within the sentence. */
function agentOf(line: string, words: readonly Word[], index: number): Word | undefined {
  const start = words[index]?.end ?? 0
  for (const word of words.slice(index + 1, index + 1 + mostBetween)) {
    if (/[.;\][]/.test(line.slice(start, word.start))) return undefined
    if (isAgent(word.text)) return word
  }
  return undefined
}

/** Languages that put the other decision first: `被 [ADR-4] 取代`, `[ADR-4] に置き換え`, `[ADR-4]로 대체됨`. */
const behind: readonly (readonly [Relation['side'], RegExp])[] = [
  ['supersededBy', /(?:により|によって|に|로|으로|에 의해)[ \t]?(?:置き?換|置換|代替|대체|교체)/],
  ['supersedes', /(?:を|을|를)[ \t]?(?:置き?換|置換|代替|대체|교체)/],
]
function behindMention(line: string): Relation | undefined {
  const by = line.search(/[被由]/)
  const verb = by < 0 ? -1 : line.slice(by).search(/取代|替代|替换|代替/)
  if (verb > 1) return { side: 'supersededBy', start: by, end: by + verb }
  for (const [side, pattern] of behind) {
    const match = pattern.exec(line)
    if (match) return { side, start: 0, end: match.index + match[0].length }
  }
  return undefined
}
