/** What a command needs of its surroundings besides its arguments, and its exit codes. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { Rule } from '../core/lint/rule.ts'
import type { Template } from '../core/template/template.ts'
import type { Disk } from './disk.ts'
import type { Progress } from './progress.ts'
import type { ReadResult } from './readText.ts'

/** What a command needs besides its arguments. */
export interface Context {
  /** Absolute path that relative ones count from. */
  readonly cwd: string
  /** What documents and the team's files are read from. Absent: all of it. */
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
  /** The ones that ship. */
  readonly templates: readonly Template[]
  readonly engines: readonly DiagramSyntax[]
}

/** Clean; findings; wrong usage or something that cannot be read or written. */
export type ExitCode = 0 | 1 | 2
