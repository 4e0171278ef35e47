/** A paragraph longer than this, in UTF-16 units, with more marks than that is an attack or a mistake, not prose. */
const longest = 10_000
const mostMarks = 1_000

const marks = /[[\]<>{}*_`!&\\~]/g

/**
 * Take the marks out of paragraphs that would keep micromark busy for minutes: the time it takes for brackets and emphasis
 * grows with the square of their number. Each mark becomes a letter, so that all places stay what they are. Lists, tables
 * and fenced code are left alone unless a single line of theirs is that long; any other text comes back as it is.
 */
export function tameParagraphs(text: string): string {
  if (text.length <= longest) return text
  let result = ''
  let paragraph = ''
  let fence = ''
  const flush = () => {
    const isWild = paragraph.length > longest && (paragraph.match(marks)?.length ?? 0) > mostMarks
    result += isWild ? paragraph.replace(marks, 'x') : paragraph
    paragraph = ''
  }
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const marker = /^(?:[-*+]|\d{1,9}[.)])?[ \t]*(`{3,}|~{3,})/.exec(line.replace(/^[ \t>]+/, ''))?.[1]
    const isInFence = fence !== ''
    if (marker) fence = isInFence ? (marker.startsWith(fence) ? '' : fence) : marker
    // What starts a block of its own ends the paragraph before it.
    if (isInFence || marker || !line.trim() || /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\||#{1,6}[ \t])/.test(line))
      flush()
    if (isInFence || marker) result += line
    else paragraph += line
  }
  flush()
  return result
}
