/** The state shared by the readers of PlantUML's lines: the graph in progress and its open groups. */

import type { Draft } from '../source/draft.ts'

/** The state that readers of lines update. */
export interface Page {
  readonly draft: Draft
  /** One entry per open brace: the id of its group, or undefined if it has none. */
  readonly open: (string | undefined)[]
}

/** Opens a group: what follows belongs to it. */
export function enter({ draft, open }: Page, id: string, start: number): void {
  draft.enter(id, start)
  open.push(id)
}
