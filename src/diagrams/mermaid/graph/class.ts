/** Reads the graph of a mermaid class diagram. */

import type { Draft, Range, ReadGraph } from '../../source/draft.ts'
import { createScanner, type Scanner } from './scanner.ts'
import { linesOf, type Statement } from './statements.ts'

const name = /`[^`\n]+`|(?:[\p{L}\p{N}_$\uf001\uf002]|-(?!-)|\.(?!\.))+/uy
const generic = /(?:~[\w, ]*)+~/y
const relation = /\s*(?:("[^"\n]*")\s*)?(<\||[*o<]|\(\))?(?:--|\.\.)(\|>|[*o>]|\(\))?\s*(?:("[^"\n]*")\s*)?/y

export const readClass: ReadGraph = (text, draft) => {
  /** The owners of the open braces, which contain the members of a class or the classes of a namespace. */
  const open: ('class' | 'namespace')[] = []
  for (const line of linesOf(text)) {
    if (line.text === '}' || (open.at(-1) === 'class' && line.text.endsWith('}'))) {
      open.pop()
      draft.leave(line.end)
    } else if (open.at(-1) !== 'class') {
      const opened = readLine(line, draft)
      if (opened) open.push(opened)
    }
  }
}

function readLine(line: Statement, draft: Draft): 'class' | 'namespace' | undefined {
  const { text, start } = line
  const opening = /^(class|namespace)\s+/.exec(text)
  if (!opening && /^(?:note|direction|click|link|callback|style|classDef|cssClass|title)\b/.test(text)) return undefined
  const scan = createScanner(text)
  if (opening) scan.at = opening[0].length
  else scan.take(/<<[^<>\n]*>>\s*/y)
  const first = takeName(scan)
  if (!first) return undefined
  const at = { start, end: start + scan.at }
  if (opening?.[1] === 'namespace') {
    draft.node(first.id, at, { kind: 'group', isDefinition: true })
    draft.enter(first.id, start)
    return 'namespace'
  }
  if (opening) return readDeclaration(scan, draft, first.id, at)
  const found = scan.take(relation)
  const second = found && takeName(scan)
  draft.node(first.id, shift(first, start), { kind: 'type' })
  if (!found || !second) return undefined
  draft.node(second.id, shift(second, start), { kind: 'type' })
  const [, , left, right] = found
  // An arrow points to its head, and a whole to its parts.
  const isReversed = (left?.startsWith('<') && !right?.endsWith('>')) || (!left && /^[*o]/.test(right ?? ''))
  const [from, to] = isReversed ? [second, first] : [first, second]
  const heads = left?.startsWith('<') && right?.endsWith('>') ? 'both' : left || right ? undefined : 'none'
  draft.edge({ from: from.id, to: to.id, start, end: line.end, label: scan.take(/\s*:(.*)/y)?.[1], heads })
  return undefined
}

function readDeclaration(scan: Scanner, draft: Draft, id: string, at: Range): 'class' | undefined {
  const label = scan.take(/\s*\[("[^"\n]*"|[^\]\n]*)\]/y)?.[1]
  draft.node(id, at, { label, kind: 'type', isDefinition: true })
  scan.take(/\s*:::[\w-]+/y)
  scan.take(/\s*<<[^<>\n]*>>/y)
  if (!scan.take(/\s*\{/y)) return undefined
  draft.enter(id, at.start)
  if (!scan.text.endsWith('}')) return 'class'
  draft.leave(at.end)
  return undefined
}

function takeName(scan: Scanner): (Range & { readonly id: string }) | undefined {
  const start = scan.at
  const id = scan.take(name)?.[0].replaceAll('`', '')
  if (id === undefined) return undefined
  const end = scan.at
  scan.take(generic)
  return { id, start, end }
}

const shift = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })
