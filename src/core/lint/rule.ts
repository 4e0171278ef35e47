/** The contract of a rule: what it is given, what it yields, and what it declares of itself. */

import type { DiagramProblem, DiagramSyntax } from '../diagrams/engine.ts'
import type { Silence } from '../document/comments.ts'
import type { DocumentModel, Range } from '../document/document.ts'
import type { DocumentType } from '../template/documentType.ts'

/** VS Code's severities; `off` silences a rule. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const
export type Severity = (typeof severities)[number]

/** What rules are grouped by; settings take a category where they take a rule. */
export const categories = ['structure', 'checklist', 'red-flag', 'decision', 'c4', 'agreement', 'silencing'] as const
export type Category = (typeof categories)[number]

/** A check. It has no state and no access to editor, disk or network but through `context.host`. */
export interface Rule<O extends object = object> {
  /** Kebab-case, the file's name; reads well in `design-docs-disable …`. */
  readonly id: string
  readonly category: Category
  /** Starts with Require, Disallow or Enforce; no full stop. */
  readonly description: string
  readonly severity: Severity
  /** The severity in a document that is still a draft. Absent: the same as later. */
  readonly severityInDraft?: Severity
  /** JSON schema of each option, with a default. Absent when the rule has none. */
  readonly options?: OptionSchemas<O>
  /** What any other rule finds in a fence that nobody closed is left out: it may be no code at all. */
  readonly judgesUnclosed?: true
  check(context: RuleContext<O>): Iterable<Problem> | AsyncIterable<Problem>
  /**
   * Asks for what is worked out elsewhere and takes its time, such as what an engine says of the diagrams. Called before any rule is
   * checked; a rule that has this is checked after those that have not, so as to find the answers there. Absent: it waits for nothing.
   */
  prepare?(context: Pick<RuleContext<O>, 'document' | 'host'>): void
  /**
   * All fixes of one of its problems, the best first, for a rule whose fixes take work: asked for when somebody looks at the
   * problem, and never while a document is checked. None of them is safe. Absent: the problem has its fixes.
   */
  mend?(problem: Problem, context: MendContext): Promise<readonly Fix[]>
}

/** What a rule may ask when it mends a problem that it has found in this document. */
export interface MendContext extends Pick<RuleContext, 'document' | 'type'> {
  /** The notations that diagrams are written in. */
  readonly engines: readonly DiagramSyntax[]
  readonly host: Pick<RuleHost, 'checkDiagram'>
}

export type OptionSchemas<O> = { readonly [K in keyof O]: OptionSchema<O[K]> }

/** The part of JSON schema that options use. */
export interface OptionSchema<T = unknown> {
  readonly type: 'boolean' | 'number' | 'string' | 'array'
  readonly description: string
  readonly default: T
  readonly items?: { readonly type: 'string' | 'number' }
  readonly minimum?: number
}

export interface RuleContext<O extends object = object> {
  readonly document: DocumentModel
  readonly type: DocumentType
  /** All document types there are. */
  readonly types: readonly DocumentType[]
  /** All rules there are. */
  readonly rules: readonly Rule[]
  readonly options: O
  readonly host: RuleHost
  /** From the folder of the config, with `/`; absent for a document without a file. */
  readonly path?: string
  /** The disable comments. Rules of the category `silencing` run last, and see which of them were of use. */
  readonly silence: Silence
  /** By the name of a rule or category whether it has judged this document. */
  readonly ruleNames: ReadonlyMap<string, boolean>
  /** Says that there is too little text to judge yet: a comment that silences the rule is not of no use for that. */
  abstain(): void
}

/** What a rule may ask of the outside. */
export interface RuleHost {
  /** Mistakes in a diagram, with offsets into its source; nothing for engines that cannot tell. */
  checkDiagram(engine: string, source: string): Promise<readonly DiagramProblem[]>
  /** The files beside the document; absent where there are none to be asked for. */
  readonly files?: RuleFiles
}

/** Paths count from the folder of the config, with `/`. Nothing outside that folder is read. */
export interface RuleFiles {
  /** The names of the files in a folder, `''` for the folder of the config; none where it cannot be read. */
  list(folder: string): Promise<readonly string[]>
  /** The text of a file; undefined for one that is not there, cannot be read or is too long to be a document. */
  read(path: string): Promise<string | undefined>
}

/** What a rule found: where, what, and how to mend it. Plain JSON. */
export interface Problem extends Range {
  /** *Unexpected …, expected …* or *Missing …*; values in backticks; no full stop. */
  readonly reason: string
  /** Other places that belong to it. */
  readonly related?: readonly Related[]
  /** Absent where there are none, and where the rule works them out when asked. */
  readonly fixes?: readonly Fix[]
  /** What the document lacks as a whole, as an id of the checklist: of several rules that say so one is enough. */
  readonly gap?: string
}

/** A place that belongs to a problem, in the same document or in another one. */
export interface Related extends Range {
  readonly reason: string
  /** The other document, from the folder of the config, with its line from 1; absent for the same document. */
  readonly file?: { readonly path: string; readonly line: number }
}

export interface Fix {
  /** As shown in the light bulb. */
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** Whether it is the one obvious cure. */
  readonly isPreferred?: boolean
  /** Whether it needs no answer from the author, so that it may run on save and with `--fix`. */
  readonly isSafe?: boolean
}

/** A replacement by UTF-16 offsets. */
export interface TextEdit extends Range {
  readonly newText: string
  /** Whether `newText` is snippet syntax. */
  readonly isSnippet?: boolean
}

/** Define a rule; only types it. */
export const defineRule = <O extends object = object>(rule: Rule<O>): Rule<O> => rule

/** The schemas of a rule's options by name; empty when it has none. */
export const optionsOf = (rule: Rule): Readonly<Record<string, OptionSchema>> =>
  (rule.options ?? {}) as Record<string, OptionSchema>
