/** Text that was changed on its way to a parser, and still knows where each of its characters came from. */
export interface MappedText {
  readonly text: string
  /** For each UTF-16 offset of `text`, its end included, the offset in the original. */
  readonly origins: Uint32Array
}

/** A stretch of the text and what to put in its place. Offsets are those of the text as it is now. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly with: string
}

/** Text that nobody changed yet. */
export const mapText = (text: string): MappedText => ({
  text,
  origins: Uint32Array.from({ length: text.length + 1 }, (_, offset) => offset),
})

/**
 * Makes changes that stand in order and do not overlap. What is put in comes from where the stretch began, unless both are
 * of one length: then each character comes from its counterpart.
 */
export const change = (mapped: MappedText, changes: readonly Change[]): MappedText => {
  if (changes.length === 0) return mapped
  const growth = changes.reduce((sum, { start, end, with: text }) => sum + text.length - (end - start), 0)
  const origins = new Uint32Array(mapped.origins.length + growth)
  const parts: string[] = []
  let read = 0
  let written = 0
  const keep = (end: number) => {
    parts.push(mapped.text.slice(read, end))
    origins.set(mapped.origins.subarray(read, end), written)
    written += end - read
  }
  for (const { start, end, with: text } of changes) {
    keep(start)
    parts.push(text)
    if (text.length === end - start) origins.set(mapped.origins.subarray(start, end), written)
    else origins.fill(mapped.origins[start] ?? 0, written, written + text.length)
    written += text.length
    read = end
  }
  keep(mapped.text.length)
  origins[written] = mapped.origins.at(-1) ?? 0
  return { text: parts.join(''), origins }
}

/** Replaces every match of a global pattern. */
export const replaceAll = (mapped: MappedText, pattern: RegExp, replacement: (match: string) => string): MappedText =>
  change(
    mapped,
    Array.from(mapped.text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      with: replacement(match[0]),
    })),
  )

/** The same thing said of the original. */
export const toSource = <T extends { readonly start: number; readonly end: number }>(
  mapped: MappedText,
  found: T,
): T => {
  const last = mapped.origins.length - 1
  const start = mapped.origins[Math.min(found.start, last)] ?? 0
  // The character before the end, then one further: what was cut away after it is no part of the stretch.
  const end = found.end > found.start ? (mapped.origins[Math.min(found.end, last) - 1] ?? start) + 1 : start
  return { ...found, start, end: Math.max(start, end) }
}
