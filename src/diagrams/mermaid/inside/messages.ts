/** Distinguishes and rewords the errors of mermaid's own code and of its YAML parser. */

/** An error of mermaid's YAML parser, from front matter or shape properties. */
export const isYamlError = (error: unknown): error is Error & { reason: string; mark?: { line: number } } =>
  error instanceof Error && error.name === 'YAMLException' && 'reason' in error && typeof error.reason === 'string'

/** Whether mermaid knows no kind of diagram that begins like this. */
export const isHeaderError = (error: unknown): boolean => error instanceof Error && error.name === 'UnknownDiagramError'

/** Whether a drawing failed because an image in it (`img:`) cannot be shown. Nothing else in it throws this error. */
export const isPictureError = (error: unknown): boolean => error instanceof DOMException

/** Words that a message quotes from the diagram: in quotes, brackets or backticks, or after a final colon. */
export const quotedIn = (message: string): string[] =>
  Array.from(
    message.matchAll(/'([^']+)'|"([^"]+)"|`([^`]+)`|\(([^()]+)\)|\[([^[\]]+)\]|:\s*([^\s:]+?)\.?$/g),
    (match) => (match.slice(1).find((group) => group !== undefined) ?? '').replace(/^"|"$/g, '').trim(),
  ).filter(Boolean)

/** Joins the first two sentences; the rest is advice that repeats the first one or names no place. */
const joinSentences = (message: string): string => {
  const sentences = message
    .replace(/\s+/g, ' ')
    .replace(/\s*\(Help.*$/i, '')
    .split(/[.!]+(?:\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence && !/^(?:Please|Initialize)\b/.test(sentence))
  const [first = message, second] = sentences
  if (!second) return first
  if (/^Incorrect usage/.test(first)) return second
  return first.length + second.length > 90 ? first : `${first}: ${second.charAt(0).toLowerCase()}${second.slice(1)}`
}

/** An error of mermaid's own code as one sentence; the message of an internal bug does not help an author. */
export const reasonFor = (error: unknown, message: string): string => {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError || !message)
    return 'Mermaid cannot make sense of this line'
  if (isYamlError(error)) return `These properties are not valid YAML: ${error.reason}`
  return joinSentences(message)
    .replace(/(["'])([^"']+)\1|\[([^\]]+)\]/g, (_, __, text, id) => `\`${text ?? id}\``)
    .replace(/:\s*([^\s:`]+)$/, ' `$1`')
}
