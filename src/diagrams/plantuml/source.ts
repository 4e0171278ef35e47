/** The text that PlantUML receives, and its position in the source of the fence. */
export interface Prepared {
  /** From `@start…` to `@end…`. */
  readonly lines: readonly string[]
  /** The line of the source, from 0, that the first of them is on; -1 if the source has no `@start…`. */
  readonly first: number
  /** The word after `@start`, such as `uml`. */
  readonly type: string
}

/** Cuts the first diagram out of a source; a source without `@start…` is used as a whole, as in most tools. */
export function prepare(source: string): Prepared {
  const lines = source.split(/\r\n?|\n/)
  const first = lines.findIndex((line) => /^\s*@start/i.test(line))
  if (first === -1) return { lines: ['@startuml', ...lines, '@enduml'], first, type: 'uml' }
  const type = (/@start(\w*)/i.exec(lines[first] ?? '')?.[1] ?? '').toLowerCase()
  const last = lines.findIndex((line, index) => index > first && /^\s*@end/i.test(line))
  return { lines: lines.slice(first, last === -1 ? undefined : last + 1), first, type }
}
