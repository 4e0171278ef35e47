/** What pairing looks at in a card. */
export interface Pairable {
  readonly id: string
  readonly engine: string
}

/**
 * For each new card the old card it continues, or undefined for one that is truly new. A card whose diagram was edited
 * has a new id; it continues the card that stood at its place between the cards that did not change.
 */
export function pairCards<Old extends Pairable>(olds: readonly Old[], news: readonly Pairable[]): (Old | undefined)[] {
  const places = new Map(olds.map((old, index) => [old.id, index]))
  const known = new Set(news.map((card) => card.id))
  const pairs: (Old | undefined)[] = []
  let next = 0
  for (const card of news) {
    const place = places.get(card.id)
    if (place !== undefined) {
      pairs.push(olds[place])
      next = Math.max(next, place + 1)
      continue
    }
    const candidate = olds[next]
    const isEdited = candidate !== undefined && !known.has(candidate.id) && candidate.engine === card.engine
    pairs.push(isEdited ? candidate : undefined)
    if (isEdited) next++
  }
  return pairs
}
