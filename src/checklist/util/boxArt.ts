/** How much of a drawing is looked at. */
const longest = 20_000

/**
 * Whether text is a drawing of boxes and lines. Trees of files use some of the same characters and are none.
 *
 * @param boxes how many boxes it must have; a side by side pair counts as two
 */
export function isBoxArt(source: string, boxes = 1): boolean {
  const text = source.length > longest ? source.slice(0, longest) : source
  if (/^.{0,80}[├└]── /m.test(text) && !/[┌╔╭]/.test(text)) return false
  const corners = text.match(/[┌╔╭]|\+[-=]{2,}(?=\+)|(?<=^|\s)[-_]{5,}(?=\s|$)/g)?.length ?? 0
  const sides = text.match(/[│║┃|]/g)?.length ?? 0
  const arrows = text.match(/[-─=]{1,}[>▶►]|<[-─]{1,}|[▼▲◀►→←↓↑]|(?<=\s)[v^](?=\s|$)/g)?.length ?? 0
  const isTable = /^\s*\|?[\s:|-]{5,}\|?\s*$/m.test(text) && corners === 0
  if (isTable) return false
  // Half of the corners of `+---+` drawings are the lower ones.
  const count = /[┌╔╭]/.test(text) ? corners : Math.floor(corners / 2)
  return count >= boxes && sides >= 2 * boxes && (arrows > 0 || count >= 2)
}
