/** Finds drawings that note-taking programs embed by name: `![[Overview.excalidraw]]`. */
import type { ParsedText } from '../markdown/slices.ts'
import type { Range } from '../text/range.ts'

/** A file that the text shows in its place. */
export interface Embed extends Range {
  /** As written, without a size or a heading behind it. */
  readonly path: string
}

const embed = /!\[\[([^[\]|#\r\n]{1,200})(?:[|#][^[\]\r\n]{0,200})?\]\]/g
const picture = /\.(?:excalidraw(?:\.md)?|drawio|canvas|svg|png|jpe?g|gif|webp|avif)$/i

/** The pictures that a text embeds so, in order. Markdown takes them for plain words. */
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
