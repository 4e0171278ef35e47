/**
 * A text without the characters at its end that match the first expression, then without those that match the next, and
 * so on. A single expression for the whole end, such as `[ \t]+$`, would take quadratic time for long runs of them.
 */
export function withoutEnd(text: string, ...signs: readonly RegExp[]): string {
  let end = text.length
  for (const sign of signs) while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
