/** The environment of a command, and its exit codes. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { Rule } from '../core/lint/rule.ts'
import type { Template } from '../core/template/template.ts'
import type { Disk } from './disk.ts'
import type { Progress } from './progress.ts'
import type { ReadResult } from './readText.ts'

/** What a command needs besides its arguments. */
export interface Context {
  /** Absolute path that relative paths are resolved against. */
  readonly cwd: string
  /** Where documents and the team's files are read from; absent: the whole disk. */
  readonly disk?: Disk
  readonly hasColors: boolean
  /** Writes to standard output. */
  out(text: string): void
  /** Writes to standard error. */
  err(text: string): void
  readonly progress: Progress
  /** Reads standard input to its end. */
  readInput(): Promise<ReadResult>
  readonly rules: readonly Rule[]
  /** The built-in ones. */
  readonly templates: readonly Template[]
  readonly engines: readonly DiagramSyntax[]
}

/** 0: clean; 1: findings; 2: wrong usage, or something could not be read or written. */
export type ExitCode = 0 | 1 | 2
