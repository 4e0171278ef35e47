/**
 * Reads Markdown with the quicker parser, where it does not matter which parser reads it: the result is the same as
 * micromark's, in a tenth of the time. `test/fuzz/quickParser.fuzz.ts` verifies that.
 */
import { loadQuickParser } from '../src/cli/quickParser.ts'
import { readBy } from '../src/core/markdown/quickParser.ts'

const quickParser = await loadQuickParser()

/** Calls a function with the quicker parser in use, returns its result, and restores the previous parser. */
export function quickly<T>(read: () => T): T {
  const before = readBy(quickParser)
  try {
    return read()
  } finally {
    readBy(before)
  }
}
