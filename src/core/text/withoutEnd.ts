/**
 * A text without the signs at its end that meet an expression for one sign, then without those that meet the next. An
 * expression for the whole end, such as `[ \t]+$`, would try each run of them anew from each of its signs.
 */
export function withoutEnd(text: string, ...signs: readonly RegExp[]): string {
  let end = text.length
  for (const sign of signs) while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
