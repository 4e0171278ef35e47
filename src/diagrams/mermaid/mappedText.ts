/** A text that was changed before parsing, with the origin of each character. */
export interface MappedText {
  readonly text: string
  /** For each UTF-16 offset of `text`, including its end, the offset in the original. */
  readonly origins: Uint32Array
}

/** A range of the current text, and its replacement. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly with: string
}

/** An unchanged text. */
export const mapText = (text: string): MappedText => ({
  text,
  origins: Uint32Array.from({ length: text.length + 1 }, (_, offset) => offset),
})

/**
 * Applies changes that are in order and do not overlap. Inserted text maps to the start of its range; if it has the
 * same length, each character maps to its counterpart.
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

/** Maps the range of a result to the original text. */
export const toSource = <T extends { readonly start: number; readonly end: number }>(
  mapped: MappedText,
  found: T,
): T => {
  const last = mapped.origins.length - 1
  const start = mapped.origins[Math.min(found.start, last)] ?? 0
  // Maps the last character and adds one, so that text removed after it does not belong to the range.
  const end = found.end > found.start ? (mapped.origins[Math.min(found.end, last) - 1] ?? start) + 1 : start
  return { ...found, start, end: Math.max(start, end) }
}
