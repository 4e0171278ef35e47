/**
 * Reads Markdown with the quicker parser where how it is read is not the matter: it reads a text as micromark does, in a tenth of
 * the time. `test/fuzz/quickParser.fuzz.ts` holds it to that.
 */
import { loadQuickParser } from '../src/cli/quickParser.ts'
import { readBy } from '../src/core/markdown/quickParser.ts'

const quickParser = await loadQuickParser()

/** What a function gives whose texts are read quickly; what is read after it is read as before. */
export function quickly<T>(read: () => T): T {
  const before = readBy(quickParser)
  try {
    return read()
  } finally {
    readBy(before)
  }
}
