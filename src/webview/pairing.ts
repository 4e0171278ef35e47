/** The part of a card that pairing compares. */
export interface Pairable {
  readonly id: string
  readonly engine: string
}

/**
 * For each new card, the old card that it continues; undefined for a new diagram. A card whose diagram was edited has a
 * new id; it continues the old card at the same position between unchanged cards.
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
