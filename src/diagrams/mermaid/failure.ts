/** Where and at what a parser gave up. Offsets are those of the text it read. */
export interface Failure {
  readonly at: number
  /** The token it could not use; empty at the end of the text, or when it could not even read one. */
  readonly token: string
  /** Where the token before begins. */
  readonly before: number
  /** Grammar names of what could have come instead; empty when unknown. */
  readonly expected: readonly string[]
  /** The characters at `at` begin no token at all. */
  readonly isUnreadable: boolean
}
