/** Finds drawings embedded by name, as in note-taking programs: `![[Overview.excalidraw]]`. */
import type { ParsedText } from '../markdown/slices.ts'
import type { Range } from '../text/range.ts'

/** A file that is displayed in the text. */
export interface Embed extends Range {
  /** As written, without the size or heading that may follow. */
  readonly path: string
}

const embed = /!\[\[([^[\]|#\r\n]{1,200})(?:[|#][^[\]\r\n]{0,200})?\]\]/g
const picture = /\.(?:excalidraw(?:\.md)?|drawio|canvas|svg|png|jpe?g|gif|webp|avif)$/i

/** The embedded pictures of a text, in order. Markdown parses them as plain text. */
export function readEmbeds({ text, nodes, rangeOf }: Pick<ParsedText, 'text' | 'nodes' | 'rangeOf'>): readonly Embed[] {
  if (!text.includes('![[')) return []
  return nodes('paragraph').flatMap((node) => {
    const { start, end } = rangeOf(node)
    return Array.from(text.slice(start, end).matchAll(embed), ({ index, 0: whole, 1: path = '' }) => ({
      start: start + index,
      end: start + index + whole.length,
      path: path.trim(),
    })).filter(({ path }) => picture.test(path))
  })
}
