/** What PlantUML is given, and where it stands in the source of the fence. */
export interface Prepared {
  /** From `@start…` to `@end…`. */
  readonly lines: readonly string[]
  /** The line of the source, from 0, in which the first of them stands; -1 when the source has no `@start…`. */
  readonly first: number
  /** What stands after `@start`, such as `uml`. */
  readonly type: string
}

/** Cuts the first diagram out of a source; one without `@start…` is taken as a whole, as most tools do. */
export function prepare(source: string): Prepared {
  const lines = source.split(/\r?\n/)
  const first = lines.findIndex((line) => /^\s*@start/i.test(line))
  if (first === -1) return { lines: ['@startuml', ...lines, '@enduml'], first, type: 'uml' }
  const type = (/@start(\w*)/i.exec(lines[first] ?? '')?.[1] ?? '').toLowerCase()
  const last = lines.findIndex((line, index) => index > first && /^\s*@end/i.test(line))
  return { lines: lines.slice(first, last === -1 ? undefined : last + 1), first, type }
}
