/**
 * A copy of a substring. V8's `slice` returns a view that keeps the whole string in memory: every substring that
 * outlives a keystroke would retain the document's text as it was at the time.
 */
export const detached = (part: string): string => ` ${part}`.slice(1)
