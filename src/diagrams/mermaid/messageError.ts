import { isYamlError } from './yamlError.ts'

/** Reads a piece of a diagram; resolves to the message of what is wrong with it, undefined when all is well. */
export type Attempt = (text: string) => Promise<string | undefined>

/** How long the search for a line may go on, in milliseconds. Afterwards the best guess so far has to do. */
const budget = 300

/** Words that a message takes from the diagram: in quotes, brackets, backticks, or behind a last colon. */
const quotedIn = (message: string): string[] =>
  Array.from(
    message.matchAll(/'([^']+)'|"([^"]+)"|`([^`]+)`|\(([^()]+)\)|\[([^[\]]+)\]|:\s*([^\s:]+?)\.?$/g),
    (match) => (match.slice(1).find((group) => group !== undefined) ?? '').replace(/^"|"$/g, '').trim(),
  ).filter(Boolean)

/**
 * The line that a message without a position is about. The shortest beginning of the diagram with the same mistake ends
 * on it. Lines that hold a word from the message are tried, or all of them when none does.
 */
export const findLine = async (
  text: string,
  message: string,
  attempt: Attempt,
): Promise<{ start: number; end: number } | undefined> => {
  const lines: { start: number; end: number; text: string }[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    if (line.trim())
      lines.push({
        start: offset + line.length - line.trimStart().length,
        end: offset + line.trimEnd().length,
        text: line,
      })
    offset += line.length + 1
  }
  const words = quotedIn(message)
  const told = lines.filter((line) => words.some((word) => line.text.includes(word)))
  const deadline = Date.now() + budget
  const search = async (candidates: typeof lines) => {
    let low = 0
    let high = candidates.length
    while (low < high && Date.now() < deadline) {
      const middle = (low + high) >> 1
      const end = candidates[middle]?.end ?? 0
      if ((await attempt(text.slice(0, end))) === message) high = middle
      else low = middle + 1
    }
    return low === high ? candidates[low] : undefined
  }
  return (told.length > 0 ? await search(told) : undefined) ?? (await search(lines)) ?? told.at(-1) ?? lines.at(-1)
}

/** A message of mermaid's own code as one sentence; what a bug in it says about itself helps no author. */
export const reasonFor = (error: unknown, message: string): string => {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError || !message)
    return 'Mermaid cannot make sense of this line'
  if (isYamlError(error)) return `These properties are no valid YAML: ${error.reason}`
  const sentence = /^.+?(?=[.!](?:\s|$)|$)/s.exec(message.replace(/\s+/g, ' ').trim())?.[0] ?? message
  return sentence
    .replace(/\s*\(Help.*$/i, '')
    .replace(/(["'])([^"']+)\1|\[([^\]]+)\]/g, (_, __, text, id) => `\`${text ?? id}\``)
}
