/** The contract of a rule: what it receives, what it yields, and what it declares about itself. */

import type { DiagramProblem, DiagramSyntax } from '../diagrams/engine.ts'
import type { Silence } from '../document/comments.ts'
import type { DocumentModel } from '../document/document.ts'
import type { DocumentType } from '../template/documentType.ts'
import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** VS Code's severities; `off` silences a rule. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const
export type Severity = (typeof severities)[number]

/** The groups of rules; settings accept a category wherever they accept a rule. */
export const categories = ['structure', 'checklist', 'red-flag', 'decision', 'c4', 'agreement', 'silencing'] as const
export type Category = (typeof categories)[number]

/** A check. It has no state, and no access to editor, disk or network except through `context.host`. */
export interface Rule<O extends object = object> {
  /** Kebab-case, the same as the file name; reads well in `design-docs-disable …`. */
  readonly id: string
  readonly category: Category
  /** Starts with Require, Disallow or Enforce; no full stop. */
  readonly description: string
  readonly severity: Severity
  /** The severity in documents that are still drafts. Absent: same as `severity`. */
  readonly severityInDraft?: Severity
  /** JSON schema of each option, with a default. Absent if the rule has none. */
  readonly options?: OptionSchemas<O>
  /** Report problems inside unclosed fences too. Other rules' problems there are dropped: it may not be code at all. */
  readonly judgesUnclosed?: true
  check(context: RuleContext<O>): Iterable<Problem> | AsyncIterable<Problem>
  /**
   * Requests slow results computed elsewhere, such as an engine's verdict on the diagrams. Called before any rule is
   * checked; rules with `prepare` are checked after those without, when results may be ready. Absent: the rule waits
   * for nothing.
   */
  prepare?(context: Pick<RuleContext<O>, 'document' | 'host'>): void
  /**
   * All fixes of one of the rule's problems, the best first, for rules whose fixes are expensive. Called when somebody
   * looks at the problem, never while linting. None of these fixes is safe. Absent: the fixes are in the problem
   * itself.
   */
  mend?(problem: Problem, context: MendContext): Promise<readonly Fix[]>
  /**
   * Combines problems at the same place that an author would rather read as one. Called for each place where the rule
   * has found several, except those that another rule's finding replaces. Absent: each is reported.
   */
  readonly fold?: (
    problems: readonly Problem[],
    context: Pick<RuleContext<O>, 'document' | 'type'>,
  ) => readonly Problem[]
}

/** What a rule can use to mend a problem that it found in this document. */
export interface MendContext extends Pick<RuleContext, 'document' | 'type'> {
  /** The diagram notations. */
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
  /** All document types. */
  readonly types: readonly DocumentType[]
  /** All rules. */
  readonly rules: readonly Rule[]
  readonly options: O
  readonly host: RuleHost
  /** Relative to the folder of the config, with `/`; absent for a document without a file. */
  readonly path?: string
  /** The disable comments. Rules in the category `silencing` run last and see which comments were used. */
  readonly silence: Silence
  /** Whether each rule or category, by name, has judged this document. */
  readonly ruleNames: ReadonlyMap<string, boolean>
  /**
   * Declares that there is too little text to judge, so that a comment that silences the rule does not count as unused.
   */
  abstain(): void
}

/** What a rule can access outside the document. */
export interface RuleHost {
  /** Mistakes in a diagram, with offsets into its source; empty for engines that cannot check. */
  checkDiagram(engine: string, source: string): Promise<readonly DiagramProblem[]>
  /** The files around the document; absent if no files are accessible. */
  readonly files?: RuleFiles
}

/** Paths are relative to the folder of the config, with `/`. Nothing outside that folder is read. */
export interface RuleFiles {
  /** Names of the files in a folder, `''` for the config's folder; empty if it cannot be read. */
  list(folder: string): Promise<readonly string[]>
  /** The text of a file; undefined if it does not exist, cannot be read, or is too long to be a document. */
  read(path: string): Promise<string | undefined>
}

/** What a rule found: where, what, and how to fix it. Plain JSON. */
export interface Problem extends Range {
  /** *Unexpected …, expected …* or *Missing …*; values in backticks; no full stop. */
  readonly reason: string
  /** Other places that are part of the problem. */
  readonly related?: readonly Related[]
  /** Absent if there are none, or if the rule computes them on demand with `mend`. */
  readonly fixes?: readonly Fix[]
  /** What the whole document lacks, as a checklist item's id. If several rules report the same gap, one is enough. */
  readonly gap?: string
  /** Names of what is missing, if one problem may stand for several. A baseline counts each. */
  readonly subjects?: readonly string[]
}

/** A place that belongs to a problem, in the same document or another one. */
export interface Related extends Range {
  readonly reason: string
  /** The other document, relative to the folder of the config, and its 1-based line; absent for the same document. */
  readonly file?: { readonly path: string; readonly line: number }
}

export interface Fix {
  /** As shown in the light bulb. */
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** Whether it is the one obvious fix. */
  readonly isPreferred?: boolean
  /** Whether it needs no input from the author, so that it can run on save and with `--fix`. */
  readonly isSafe?: boolean
}

/** Define a rule; exists only for type inference. */
export const defineRule = <O extends object = object>(rule: Rule<O>): Rule<O> => rule

/** The schemas of a rule's options by name; empty if it has none. */
export const optionsOf = (rule: Rule): Readonly<Record<string, OptionSchema>> =>
  (rule.options ?? {}) as Record<string, OptionSchema>
