/** Where a parser stopped, and at what. Offsets refer to the text that was parsed. */
export interface Failure {
  readonly at: number
  /** The token it could not use; empty at the end of the text, or if it could not even read a token. */
  readonly token: string
  /** Where the previous token begins. */
  readonly before: number
  /** Grammar names of the expected tokens; empty if unknown. */
  readonly expected: readonly string[]
  /** Whether the characters at `at` do not form any token. */
  readonly isUnreadable: boolean
}
