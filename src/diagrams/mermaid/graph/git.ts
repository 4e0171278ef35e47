/** Reads the branches and the commits of a mermaid git graph. */

import type { Draft, ReadGraph } from '../../source/draft.ts'
import { linesOf, type Statement } from './statements.ts'
import { unquoted } from './words.ts'

/** The state at a line: the branches, and the current one. */
interface History {
  readonly draft: Draft
  /** The last commit of each branch; undefined for a branch without commits. */
  readonly heads: Map<string, string | undefined>
  branch: string
  /** The last commit on the current branch. */
  head: string | undefined
  /** The number of commits so far. */
  count: number
}

/** The initial branch. */
const first = 'main'

/** Branches are groups, and each commit has an edge from its predecessor. */
export const readGit: ReadGraph = (text, draft) => {
  const history: History = { draft, heads: new Map([[first, undefined]]), branch: first, head: undefined, count: 0 }
  draft.node(branchId(first), { start: 0, end: 'gitGraph'.length }, { label: first, kind: 'group' })
  for (const line of linesOf(text)) {
    const word = /^[a-z-]{1,20}(?=\s|$)/.exec(line.text)?.[0] ?? ''
    const name = nameIn(line.text.slice(word.length))
    if (word === 'commit') commit(history, line, {})
    else if (word === 'branch') branch(history, line, name)
    else if (word === 'checkout' || word === 'switch') checkOut(history, line, name)
    else if (word === 'merge') merge(history, line, name)
    else if (word === 'cherry-pick') pick(history, line)
  }
}

/** Keeps branches apart from commits with the same name. */
const branchId = (name: string): string => `${name} (branch)`

const nameIn = (rest: string): string => unquoted(/^\s{0,20}("[^"\n]{1,200}"|[^\s"]{1,200})/.exec(rest)?.[1] ?? '')

const textBehind = ({ text }: Statement, option: RegExp): string | undefined => option.exec(text)?.[1]

const id = /\bid\s{0,9}:\s{0,9}"([^"\n]{1,200})"/
const tag = /\btag\s{0,9}:\s{0,9}"([^"\n]{1,200})"/

interface Commit {
  /** Absent if the label is the author's id, or a number. */
  readonly label?: string
  /** A second parent, besides the previous commit. */
  readonly parent?: string | undefined
  /** Whether the id on the line is that of another commit. */
  readonly isCopy?: boolean
}

function commit(history: History, line: Statement, { label, parent, isCopy = false }: Commit): void {
  const { draft, head, branch, heads } = history
  history.count++
  const own = isCopy ? undefined : textBehind(line, id)
  const name = own ?? `commit ${history.count}`
  const saying = { label: own ?? label ?? `Commit ${history.count}`, value: textBehind(line, tag) }
  draft.node(name, line, { ...saying, kind: 'step', parent: branchId(branch) })
  for (const from of head === undefined ? [] : [head, parent])
    if (from !== undefined) draft.edge({ from, to: name, start: line.start, end: line.end })
  history.head = name
  heads.set(branch, name)
}

function branch(history: History, line: Statement, name: string): void {
  if (!name) return
  history.draft.node(branchId(name), line, { label: name, kind: 'group' })
  history.heads.set(name, history.head)
  history.branch = name
}

function checkOut(history: History, line: Statement, name: string): void {
  if (!history.heads.has(name)) return
  history.draft.node(branchId(name), line)
  history.branch = name
  history.head = history.heads.get(name)
}

function merge(history: History, line: Statement, name: string): void {
  const parent = history.heads.get(name)
  if (parent !== undefined) commit(history, line, { label: `Merge of ${name}`, parent })
}

function pick(history: History, line: Statement): void {
  const parent = textBehind(line, id)
  if (parent !== undefined) commit(history, line, { label: `Cherry-pick of ${parent}`, parent, isCopy: true })
}
