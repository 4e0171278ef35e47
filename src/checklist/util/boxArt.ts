/** How much of a drawing is looked at. */
const longest = 20_000

/**
 * Whether text is a drawing of boxes and lines. Trees of files use some of the same characters and are none.
 *
 * @param boxes how many boxes it must have
 */
export function isBoxArt(source: string, boxes = 1): boolean {
  const text = source.slice(0, longest)
  const hasRoundings = /[┌╔╭]/.test(text)
  if (!hasRoundings && /[├└]── /.test(text)) return false
  const corners = text.match(hasRoundings ? /[┌╔╭]/g : /\+[-=]{2,}(?=\+)/g)?.length ?? 0
  // A box of `+---+` has an upper and a lower edge.
  const count = hasRoundings ? corners : Math.floor(corners / 2)
  const sides = text.match(/[│║┃|├┤╟╢]/g)?.length ?? 0
  const arrows = text.match(/[-─=][>▶►]|<[-─]|[▼▲◀►→←↓↑]|(?<=\s)[v^](?=\s|$)/g)?.length ?? 0
  return count >= boxes && sides >= 2 * boxes && (arrows > 0 || count >= 2)
}
