/** The choice that a misspelt value most likely means: few letters differ. Undefined when none is near. */
export function nearest(value: string, choices: readonly string[]): string | undefined {
  const word = value.toLowerCase().slice(0, 60)
  const ranked = choices
    .map((choice) => ({ choice, far: distance(word, choice.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  const [first] = ranked
  return first && first.far <= Math.max(1, Math.floor(first.choice.length / 3)) ? first.choice : undefined
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
